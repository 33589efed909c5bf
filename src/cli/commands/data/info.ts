import type { Command } from "commander";
import { newCommand, withShared } from "../../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../../open.ts";
import { print, printJson } from "../../terminal.ts";

interface InfoValues extends SharedValues {
  readonly facet?: string;
}

/** Lines wider than this are tiring to read, however wide the terminal is. */
const WIDEST = 100;
const NARROWEST = 40;

export function infoCommand(cli: Cli): Command {
  const command = newCommand("info", "where an imported dataset came from and what is in it", [
    { command: "cicerone data info ml-1m", purpose: "counts, ratings, a histogram of every facet" },
    { command: "cicerone data info ml-1m --facet genre", purpose: "one facet in full" },
  ]);
  return withShared(command, "json")
    .argument("<name>", "of an imported dataset")
    .option("--facet <name>", "show this facet in full, and no other")
    .action(async (name: string, values: InfoValues) => {
      const { terminal } = cli;
      const { openDataset } = await import("../../../../memory/datasets/open-dataset.ts");
      const { datasetInfo } = await import("../../info/dataset-info.ts");
      const { infoLines } = await import("../../info/info-lines.ts");
      const dataset = openDataset(homeOf(terminal, values), name);
      try {
        const info = await datasetInfo(dataset, values.facet, terminal.interrupted);
        if (values.json === true) return await printJson(terminal, info);
        const width = Math.min(WIDEST, Math.max(NARROWEST, terminal.stdout.columns ?? 80));
        for (const line of infoLines(info, { width, plain: terminal.config.dumbTerminal }))
          await print(terminal, line);
      } finally {
        dataset.catalogue.close();
      }
    });
}
