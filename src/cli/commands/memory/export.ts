import type { Command } from "commander";
import { CiceroneError } from "../../../../memory/errors.ts";
import type { UserId } from "../../../../memory/ids.ts";
import type { FullArchive } from "../../../../memory/users/full-archive.ts";
import type { UserStore } from "../../../../memory/users/user-store.ts";
import { newCommand, withShared } from "../../new-command.ts";
import { type Cli, homeOf, type SharedValues, userOf, withMemory } from "../../open.ts";
import { print, printJson } from "../../terminal.ts";

interface ExportValues extends SharedValues {
  readonly everything?: boolean;
  readonly csv?: boolean;
}

export function memoryExportCommand(cli: Cli): Command {
  const command = newCommand("export", "a user's memory as JSON, without the user's name", [
    { command: "cicerone memory export --user ada > ada.json", purpose: "what lasts, of one dataset" },
    { command: "cicerone memory export --user ada --everything > ada.json", purpose: "all that is known" },
    { command: "cicerone memory export --user ada --csv > ada.csv", purpose: "the history as a table" },
  ]);
  return withShared(command, "data", "user", "json")
    .option("--everything", "of all datasets, with what held for one evening, notes and talks")
    .option("--csv", "the history alone, as a table that `cicerone history import` reads")
    .action((values: ExportValues) =>
      withMemory(cli, values, async ({ users, catalogue }) => {
        const { terminal } = cli;
        const user = await userOf(values);
        if (values.everything === true && values.csv === true) {
          throw new CiceroneError("usage-export", "A table holds a history, not everything.", {
            hint: "Give --everything or --csv.",
          });
        }
        if (values.csv === true) {
          const { historyCsv } = await import("../../../history/history-csv.ts");
          return print(terminal, historyCsv(users.history(user, catalogue.name, ""), catalogue).trimEnd());
        }
        if (values.everything === true) {
          return printJson(
            terminal,
            await everything(users, user, homeOf(terminal, values), terminal.clock()),
          );
        }
        const { exportMemory } = await import("../../../../memory/users/archive.ts");
        return printJson(terminal, exportMemory(users, user, catalogue.name, terminal.clock()));
      }),
    );
}

async function everything(users: UserStore, user: UserId, home: string, now: number): Promise<FullArchive> {
  const { exportEverything } = await import("../../../../memory/users/full-archive.ts");
  const { openThreads } = await import("../../../threads.ts");
  const { talksOf } = await import("../../../history/talks-of.ts");
  const threads = openThreads(home);
  try {
    const datasets = users.everythingOf(user).map(({ dataset }) => dataset);
    const talks = new Map<string, Awaited<ReturnType<typeof talksOf>>>();
    for (const dataset of datasets) talks.set(dataset, await talksOf(threads, user, dataset));
    const describe = await describer(home);
    const told = (dataset: string, items: Parameters<typeof describe>[1]) => ({
      ...describe(dataset, items),
      talks: talks.get(dataset) ?? [],
    });
    return exportEverything(users, user, told, now);
  } finally {
    threads.close();
  }
}

/** What each dataset says of its items; of one that is not here any more nothing but the ids is left. */
async function describer(home: string) {
  const { openDataset } = await import("../../../../memory/datasets/open-dataset.ts");
  const { describeItems } = await import("../../../history/describe-items.ts");
  return (dataset: string, items: Parameters<typeof describeItems>[1]) => {
    try {
      const { catalogue } = openDataset(home, dataset);
      try {
        const { noun, scale } = catalogue;
        return { noun: noun.one, ...(scale && { scale }), items: describeItems(catalogue, items) };
      } finally {
        catalogue.close();
      }
    } catch (error) {
      if (error instanceof CiceroneError) return { items: {} };
      throw error;
    }
  };
}
