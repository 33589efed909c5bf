import type { Command } from "commander";
import { counted } from "../../history-lines.ts";
import { newCommand, withShared } from "../../new-command.ts";
import { type Cli, type SharedValues, userOf, withMemory } from "../../open.ts";
import { narrate, print, printJson } from "../../terminal.ts";

export function historyListCommand(cli: Cli): Command {
  const command = newCommand("list", "the imports there are, with their numbers for undo", [
    { command: "cicerone history list --user ada", purpose: "as a table" },
  ]);
  return withShared(command, "data", "user", "json").action((values: SharedValues) =>
    withMemory(cli, values, async ({ users, catalogue }) => {
      const { importedMemory, importsIn } = await import("../../../history/imports.ts");
      const imports = importsIn(importedMemory(users, await userOf(values), catalogue.name));
      if (values.json === true) {
        const rows = imports.map(({ id, at, sources, events, reviews }) => ({
          id,
          at,
          sources,
          events: events.length,
          reviews,
        }));
        return printJson(cli.terminal, { user: values.user, imports: rows });
      }
      if (imports.length === 0) return narrate(cli.terminal, "No imports yet: cicerone history import FILE");
      const { tableLines } = await import("../../table.ts");
      const rows = imports.map(({ id, at, sources, events, reviews }) => {
        const tally = [...Map.groupBy(events, ({ verdict }) => verdict)];
        const what = [
          ...tally.map(([verdict, all]) => `${all.length} ${verdict}`),
          ...(reviews === 0 ? [] : [counted(reviews, "review")]),
        ].join(", ");
        return [
          String(id),
          new Date(at).toISOString().slice(0, 16).replace("T", " "),
          what,
          sources.join(", "),
        ];
      });
      for (const line of tableLines(["import", "when", "what", "from"], rows))
        await print(cli.terminal, line);
    }),
  );
}
