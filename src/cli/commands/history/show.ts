import { type Command, Option } from "commander";
import { newCommand, wholeNumber, withShared } from "../../new-command.ts";
import { type Cli, type SharedValues, userOf, withMemory } from "../../open.ts";
import { narrate, print, printJson } from "../../terminal.ts";

interface ShowValues extends SharedValues {
  readonly by: "date" | "rating";
  readonly import?: number;
  readonly limit: number;
}

export function historyShowCommand(cli: Cli): Command {
  const command = newCommand("show", "what was seen, rated and wanted, from talks and imports", [
    { command: "cicerone history show --user ada", purpose: "the latest first" },
    { command: "cicerone history show --user ada --by rating", purpose: "the best first" },
  ]);
  return withShared(command, "data", "user", "json")
    .addOption(new Option("--by <order>", "latest or best first").choices(["date", "rating"]).default("date"))
    .option("--import <number>", "only of this import", wholeNumber(1))
    .option("--limit <count>", "how many", wholeNumber(1), 50)
    .action((values: ShowValues) =>
      withMemory(cli, values, async ({ users, catalogue }) => {
        const { importedMemory, importsIn } = await import("../../../history/imports.ts");
        const { dayOf } = await import("../../../history/events-of.ts");
        const user = await userOf(values);
        const all = users.history(user, catalogue.name, "");
        const only = importsIn(importedMemory(users, user, catalogue.name)).find(
          ({ id }) => id === values.import,
        )?.thread;
        const told =
          values.import === undefined ? all : all.filter(({ provenance }) => provenance.thread === only);
        const rank = (event: (typeof told)[number]): number =>
          values.by === "date" ? event.provenance.at : (event.value ?? Number.NEGATIVE_INFINITY);
        const events = [...told].reverse().sort((a, b) => rank(b) - rank(a));
        if (values.json === true)
          return printJson(cli.terminal, { user: values.user, events: events.slice(0, values.limit) });
        if (events.length === 0) return narrate(cli.terminal, "Nothing yet: cicerone history import FILE");
        const { tableLines } = await import("../../table.ts");
        const { sanitiseLine } = await import("../../../sanitise.ts");
        const rows = events.slice(0, values.limit).map(({ item, verdict, value, provenance }) => {
          const index = catalogue.indexOf(item);
          const title = index === undefined ? `${item} (no longer in the catalogue)` : catalogue.title(index);
          const what = verdict === "rated" ? String(value) : verdict;
          return [dayOf(provenance.at), what, sanitiseLine(title)];
        });
        for (const line of tableLines(["date", "what", "title"], rows)) await print(cli.terminal, line);
        if (events.length > values.limit)
          narrate(cli.terminal, `and ${events.length - values.limit} more: --limit ${events.length}`);
      }),
    );
}
