import type { Command } from "commander";
import { CiceroneError } from "../../../memory/errors.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { nearest } from "../../../memory/nearest.ts";
import type { ForgetSelection } from "../../../memory/users/user-store.ts";
import { memoryLines, type Recalled } from "../../talk/memory-lines.ts";
import { newCommand, SHARED_OPTIONS, withShared } from "../new-command.ts";
import { type Cli, type OpenedMemory, type SharedValues, userOf, withMemory } from "../open.ts";
import { narrate, print, printJson } from "../terminal.ts";
import { memoryExportCommand } from "./memory/export.ts";
import { memoryImportCommand } from "./memory/import.ts";

interface ForgetValues extends SharedValues {
  readonly all?: boolean;
  readonly facet?: string;
  readonly value?: string;
  readonly item?: readonly string[];
}

export function memoryCommand(cli: Cli): Command {
  const command = newCommand("memory", "what is remembered of somebody: show, forget, export, import", [
    { command: "cicerone memory show --user ada", purpose: "every fact with the sentence it came from" },
    { command: "cicerone memory forget --user ada --facet genre --value Horror", purpose: "one preference" },
    { command: "cicerone memory export --user ada > ada.json", purpose: "to take elsewhere" },
  ]);
  return command
    .addCommand(showCommand(cli))
    .addCommand(forgetCommand(cli))
    .addCommand(memoryExportCommand(cli))
    .addCommand(memoryImportCommand(cli));
}

function showCommand(cli: Cli): Command {
  const command = newCommand("show", "everything, with the sentence it came from", [
    { command: "cicerone memory show --user ada", purpose: "as lines" },
  ]);
  return withShared(command, "data", "user", "thread", "json").action((values: SharedValues) =>
    withMemory(cli, values, async (memory) => {
      const recalled = await recall(memory, values);
      if (values.json === true) return printJson(cli.terminal, { user: values.user, ...recalled });
      // Without --user it is the person at the keyboard.
      const who = values.user === SHARED_OPTIONS.user().defaultValue ? undefined : values.user;
      for (const line of memoryLines(recalled, memory.catalogue, undefined, who))
        await print(cli.terminal, line);
    }),
  );
}

function forgetCommand(cli: Cli): Command {
  const command = newCommand("forget", "delete for good what is named", [
    { command: "cicerone memory forget --user ada --facet genre --value Horror", purpose: "one preference" },
    { command: 'cicerone memory forget --user ada --item "Heat"', purpose: "what was said of an item" },
    { command: "cicerone memory forget --user ada --all", purpose: "everything" },
  ]);
  return withShared(command, "data", "user", "json")
    .option("--all", "everything about this user in this dataset")
    .option("--facet <name>", "preferences about a facet")
    .option("--value <value>", "with --facet: about this value only")
    .option("--item <title...>", "what was said of items, by title or id")
    .action((values: ForgetValues) =>
      withMemory(cli, values, async (memory) => {
        const { catalogue, users } = memory;
        const selection = await selectionOf(memory, values);
        const gone = users.forget(await userOf(values), catalogue.name, selection);
        const count = gone.facts.length + gone.events.length;
        if (count === 0) refuseUnknownFacet(catalogue, values.facet);
        if (values.json === true) return printJson(cli.terminal, { user: values.user, forgotten: gone });
        narrate(cli.terminal, count === 0 ? "There was nothing of that to forget." : `Forgotten (${count}):`);
        if (count > 0) for (const line of memoryLines(gone, catalogue)) await print(cli.terminal, line);
      }),
    );
}

/** What a facet of an earlier catalogue left behind can be forgotten; a facet that nothing is known of is a slip. */
function refuseUnknownFacet(catalogue: Catalogue, facet: string | undefined): void {
  if (facet === undefined || catalogue.facet(facet) !== undefined) return;
  const names = catalogue.facets.map((candidate) => candidate.name);
  const meant = nearest(facet, names);
  throw new CiceroneError("usage-facet", `There is no facet “${facet}”.`, {
    hint: `${meant === undefined ? "" : `Did you mean ${meant}? `}There are ${names.join(", ")}.`,
  });
}

async function recall({ users, catalogue }: OpenedMemory, values: SharedValues): Promise<Recalled> {
  const user = await userOf(values);
  const thread = values.thread ?? "";
  return {
    facts: users.facts(user, catalogue.name, thread),
    events: users.history(user, catalogue.name, thread),
  };
}

async function selectionOf({ catalogue }: OpenedMemory, values: ForgetValues): Promise<ForgetSelection> {
  const { all, facet, value, item } = values;
  const ways = [all, facet, item].filter((way) => way !== undefined);
  if (ways.length !== 1 || (value !== undefined && facet === undefined)) {
    throw new CiceroneError("usage-forget", "It is not clear what to forget.", {
      hint: "Give one of --all, --facet NAME (with or without --value VALUE), --item TITLE.",
    });
  }
  if (item !== undefined) {
    const { itemNamed } = await import("../../item-named.ts");
    return { kind: "items", items: item.map((title) => itemNamed(catalogue, title)) };
  }
  if (facet === undefined) return { kind: "all" };
  return { kind: "facts", facet, ...(value === undefined ? {} : { value }) };
}
