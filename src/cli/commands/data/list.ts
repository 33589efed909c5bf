import type { Command } from "commander";
import type { ListedDataset } from "../../../../memory/datasets/open-dataset.ts";
import { sanitiseLine } from "../../../sanitise.ts";
import { newCommand, withShared } from "../../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../../open.ts";
import { tableLines } from "../../table.ts";
import { print, printJson } from "../../terminal.ts";

export function listCommand(cli: Cli): Command {
  const command = newCommand("list", "what is imported, and what can be by name", [
    { command: "cicerone data list", purpose: "as a table" },
  ]);
  return withShared(command, "json").action(async (values: SharedValues) => {
    const { listDatasets } = await import("../../../../memory/datasets/open-dataset.ts");
    const { builtInDatasets } = await import("../../../../memory/datasets/built-in.ts");
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
