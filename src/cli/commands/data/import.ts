import type { Command } from "commander";
import { importLines } from "../../import-lines.ts";
import { newCommand, withShared } from "../../new-command.ts";
import { type Cli, type SharedValues, withProgress } from "../../open.ts";
import { narrate, print, printJson } from "../../terminal.ts";

interface ImportValues extends SharedValues {
  readonly from?: string;
  readonly text?: string;
}

export function importCommand(cli: Cli): Command {
  const command = newCommand("import", "read a dataset, fit its models, index its texts", [
    { command: "cicerone data import ml-100k --from ~/ml-100k", purpose: "a dataset known by name" },
    { command: "cicerone data import my.yaml", purpose: "a descriptor: two SQL queries and a facet list" },
  ]);
  return withShared(command, "json")
    .argument("<dataset>", "a name that `data list` shows, or a .yaml descriptor")
    .option("--from <dir>", "the folder with its files; nothing outside is read")
    .option("--text <dir>", "the folder with its texts")
    .action(async (dataset: string, values: ImportValues) => {
      const { terminal } = cli;
      const { prepareDataset } = await import("../../../prepare.ts");
      const { from, text } = values;
      const prepared = await withProgress(cli, values, (surroundings) =>
        prepareDataset({ dataset, from, text, ...surroundings }),
      );
      if (values.json === true) return printJson(terminal, prepared);
      for (const line of importLines(prepared.imported, prepared.fitted)) await print(terminal, line);
      narrate(terminal, `To talk about it: cicerone --data ${prepared.imported.name}`);
    });
}
