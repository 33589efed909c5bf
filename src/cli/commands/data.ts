import type { Command } from "commander";
import type { ListedDataset } from "../../../memory/datasets/open-dataset.ts";
import type { Manifest } from "../../../memory/store/manifest.ts";
import { sanitiseLine } from "../../sanitise.ts";
import { importLines } from "../import-lines.ts";
import { newCommand, withShared } from "../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../open.ts";
import { progressLine } from "../progress-line.ts";
import { tableLines } from "../table.ts";
import { narrate, print, printJson } from "../terminal.ts";

interface ImportValues extends SharedValues {
  readonly from?: string;
  readonly text?: string;
}

export function dataCommand(cli: Cli): Command {
  const command = newCommand("data", "datasets: list, import, info", [
    { command: "cicerone data list", purpose: "what is imported, what can be" },
    { command: "cicerone data import ml-1m --from DIR --text DIR", purpose: "MovieLens-1M with its texts" },
    { command: "cicerone data import my.yaml", purpose: "a table of your own" },
  ]);
  return command.addCommand(listCommand(cli)).addCommand(importCommand(cli)).addCommand(infoCommand(cli));
}

function listCommand(cli: Cli): Command {
  const command = newCommand("list", "what is imported, and what can be by name", [
    { command: "cicerone data list", purpose: "as a table" },
  ]);
  return withShared(command, "json").action(async (values: SharedValues) => {
    const { listDatasets } = await import("../../../memory/datasets/open-dataset.ts");
    const { builtInDatasets } = await import("../../../memory/datasets/built-in.ts");
    const imported = listDatasets(homeOf(cli.terminal, values));
    const names = new Set(imported.map((dataset) => dataset.name));
    const available = builtInDatasets().filter((dataset) => !names.has(dataset.name));
    if (values.json === true) {
      return printJson(cli.terminal, { imported: imported.map(listedJson), available });
    }
    const rows = [
      ...imported.map(listedRow),
      ...available.map((dataset) => [dataset.name, "", "", "", `can be imported: ${dataset.about}`]),
    ];
    const headings = ["name", "items", "users", "interactions", "about"];
    for (const line of tableLines(headings, rows)) await print(cli.terminal, line);
  });
}

function importCommand(cli: Cli): Command {
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
      const { prepareDataset } = await import("../../prepare.ts");
      const progress = progressLine(terminal);
      const prepared = await prepareDataset({
        dataset,
        from: values.from,
        text: values.text,
        home: homeOf(terminal, values),
        clock: terminal.clock,
        onProgress: progress.show,
        signal: terminal.interrupted,
      }).finally(progress.clear);
      if (values.json === true) return printJson(terminal, prepared);
      for (const line of importLines(prepared.imported, prepared.fitted)) await print(terminal, line);
      narrate(terminal, `To talk about it: cicerone --data ${prepared.imported.name}`);
    });
}

function infoCommand(cli: Cli): Command {
  const command = newCommand("info", "where an imported dataset came from and what is in it", [
    { command: "cicerone data info ml-1m", purpose: "as lines" },
  ]);
  return withShared(command, "json")
    .argument("<name>", "of an imported dataset")
    .action(async (name: string, values: SharedValues) => {
      const { openDataset } = await import("../../../memory/datasets/open-dataset.ts");
      const { manifest, catalogue } = openDataset(homeOf(cli.terminal, values), name);
      const facets = catalogue.facets.map((facet) => ({ name: facet.name, kind: facet.kind }));
      catalogue.close();
      if (values.json === true) return printJson(cli.terminal, { ...manifest, facets });
      for (const line of manifestLines(manifest)) await print(cli.terminal, line);
      await print(
        cli.terminal,
        `facets: ${facets.map((facet) => `${facet.name} (${facet.kind})`).join(", ")}`,
      );
    });
}

function listedJson(dataset: ListedDataset): object {
  if ("problem" in dataset) {
    const { code, message, hint } = dataset.problem;
    return { name: dataset.name, problem: { code, message, hint } };
  }
  const { counts, simulated, about, created } = dataset.manifest;
  return { name: dataset.name, counts, simulated, about, created };
}

function listedRow(dataset: ListedDataset): string[] {
  if ("problem" in dataset) return [dataset.name, "", "", "", sanitiseLine(dataset.problem.message)];
  const { counts, simulated, about } = dataset.manifest;
  const numbers = [counts.items, counts.users, counts.interactions].map((count) =>
    count.toLocaleString("en"),
  );
  return [dataset.name, ...numbers, sanitiseLine(simulated ? `${about} (simulated viewers)` : about)];
}

function manifestLines(manifest: Manifest): string[] {
  const { counts, sources } = manifest;
  return [
    `${manifest.name}: ${sanitiseLine(manifest.about)}`,
    `${counts.items} items, ${counts.users} users, ${counts.interactions} interactions${manifest.simulated ? " (simulated)" : ""}`,
    ...(manifest.licence === undefined ? [] : [`licence: ${sanitiseLine(manifest.licence)}`]),
    `imported: ${manifest.created}`,
    ...sources.map(
      ({ file, bytes, sha256 }) => `from ${sanitiseLine(file)}: ${bytes} bytes, sha256 ${sha256}`,
    ),
    ...(manifest.seed === undefined ? [] : [`seed: ${manifest.seed}`]),
  ];
}
