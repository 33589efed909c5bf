import type { Command } from "commander";
import { CiceroneError } from "../../../../memory/errors.ts";
import { counted } from "../../history-lines.ts";
import { newCommand, wholeNumber, withShared } from "../../new-command.ts";
import { type Cli, type SharedValues, userOf, withMemory } from "../../open.ts";
import { print, printJson } from "../../terminal.ts";

export function historyUndoCommand(cli: Cli): Command {
  const command = newCommand("undo", "take exactly one import back", [
    { command: "cicerone history undo --user ada", purpose: "the last" },
    { command: "cicerone history undo 2 --user ada", purpose: "the one that `history list` calls 2" },
  ]);
  return withShared(command, "data", "user", "json")
    .argument("[import]", "its number in `cicerone history list`", wholeNumber(1))
    .option("--last", "the last one, which is what happens anyway")
    .action((id: number | undefined, values: SharedValues & { readonly last?: boolean }) =>
      withMemory(cli, values, async ({ users, catalogue }) => {
        if (id !== undefined && values.last === true) {
          throw new CiceroneError("usage-undo", `Either import ${id} or the last.`, {
            hint: "Leave one away.",
          });
        }
        const { undoImport } = await import("../../../history/imports.ts");
        const undone = undoImport(users, await userOf(values), catalogue.name, id);
        const events = undone.events.length;
        if (values.json === true)
          return printJson(cli.terminal, { user: values.user, import: undone.id, events });
        const gone = [
          ...(events === 0 ? [] : [`${counted(events, "event")} from ${undone.sources.join(", ")}`]),
          ...(undone.reviews === 0 ? [] : [counted(undone.reviews, "review")]),
        ];
        await print(cli.terminal, `Taken back: import ${undone.id}, ${gone.join(" and ")}.`);
      }),
    );
}
