import type { Command } from "commander";
import type { ListedDataset } from "../../../../memory/datasets/open-dataset.ts";
import { CiceroneError } from "../../../../memory/errors.ts";
import type { Download } from "../../../downloads/remote-file.ts";
import { sanitiseLine } from "../../../sanitise.ts";
import { newCommand, withShared } from "../../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../../open.ts";
import { tableLines } from "../../table.ts";
import { print, printJson, type Terminal } from "../../terminal.ts";

interface ListValues extends SharedValues {
  readonly all?: boolean;
}

/** Columns of a terminal below which the licences are left to `data add`, which shows them whole. */
const ROOM_FOR_LICENCES = 120;

interface Available {
  readonly name: string;
  readonly about: string;
  readonly download?: Download;
}

export function listCommand(cli: Cli): Command {
  const command = newCommand("list", "what is imported, and what can be by name", [
    { command: "cicerone data list", purpose: "as a table" },
    { command: "cicerone data list amazon-2023", purpose: "only names with this in them, every one" },
  ]);
  return withShared(command, "json")
    .argument("[filter]", "part of a name")
    .option("--all", "every category of Amazon on a line of its own")
    .action((filter: string | undefined, values: ListValues) => list(cli.terminal, filter, values));
}

async function list(terminal: Terminal, filter: string | undefined, values: ListValues): Promise<void> {
  const { listDatasets } = await import("../../../../memory/datasets/open-dataset.ts");
  const { builtInDatasets } = await import("../../../../memory/datasets/built-in.ts");
  const { DOWNLOADS } = await import("../../../downloads/find-download.ts");
  const named = ({ name }: { readonly name: string }): boolean => name.includes(filter?.toLowerCase() ?? "");
  const imported = listDatasets(homeOf(terminal, values)).filter(named);
  const here = new Set(imported.map((dataset) => dataset.name));
  const available = builtInDatasets()
    .filter((dataset) => !here.has(dataset.name))
    .filter(named)
    .map((dataset) => {
      const download = DOWNLOADS.find(({ name }) => name === dataset.name);
      return { ...dataset, ...(download && { download }) };
    });
  if (values.json === true) return printJson(terminal, { imported: imported.map(listedJson), available });
  if (imported.length + available.length === 0) {
    throw new CiceroneError("unknown-dataset", `No dataset has ${filter} in its name.`, {
      hint: "cicerone data list shows what there is.",
    });
  }
  const width = terminal.stdout.isTTY === true ? (terminal.stdout.columns ?? 80) : Number.POSITIVE_INFINITY;
  const every = values.all === true || filter !== undefined;
  const remote = every
    ? available
    : [...available.filter((dataset) => !isCategory(dataset)), ...grouped(available)];
  for (const line of listLines(imported, remote, width >= ROOM_FOR_LICENCES))
    await print(terminal, shortened(line, width));
}

function listLines(
  imported: readonly ListedDataset[],
  available: readonly Available[],
  licences: boolean,
): string[] {
  const local = available.filter(({ download }) => download === undefined);
  const remote = available.flatMap(({ name, about, download }) =>
    download === undefined
      ? []
      : [[name, download.size, ...(licences ? [download.licence.short] : []), about]],
  );
  return [
    ...section("Imported", ["name", "items", "users", "interactions", "about"], imported.map(listedRow)),
    ...section(
      "To be imported: cicerone data import NAME",
      ["name", "about"],
      local.map(({ name, about }) => [name, about]),
    ),
    ...section(
      "To be fetched: cicerone data add NAME",
      ["name", "size", ...(licences ? ["licence"] : []), "about"],
      remote,
    ),
  ];
}

function section(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  return [`${title}`, ...tableLines(headings, rows).map((line) => `  ${line}`), ""];
}

function isCategory({ name }: Available): boolean {
  return /^amazon-20\d\d-/.test(name);
}

/** The two releases of Amazon, each as one line. */
function grouped(available: readonly Available[]): Available[] {
  return [2018, 2023].flatMap((release) => {
    const members = available.filter(({ name }) => name.startsWith(`amazon-${release}-`));
    const [first] = members;
    if (first?.download === undefined) return [];
    const size = `${members.length} categories`;
    const about = `the list: cicerone data list amazon-${release}`;
    return [{ name: `amazon-${release}-…`, about, download: { ...first.download, size } }];
  });
}

function shortened(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
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
