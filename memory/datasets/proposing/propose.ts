import { realpathSync, statSync } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
import { CiceroneError } from "../../errors.ts";
import { asFileFailure, wordsOfDuck } from "../../store/duck-failure.ts";
import { type Duck, openDuckDB } from "../../store/duckdb.ts";
import { BUILT_IN_NAMES, refuseBuiltInName } from "../built-in-names.ts";
import { DatasetHead, SourceFile } from "../descriptor.ts";
import { createViews } from "../importing/file-views.ts";
import { createTextMacros } from "../importing/text-macros.ts";
import { descriptorText } from "./descriptor-text.ts";
import { proposeInteractions } from "./interaction-proposal.ts";
import { proposeItems } from "./item-proposal.ts";
import { nounFrom } from "./noun.ts";
import { profileTable, type TableProfile } from "./profile.ts";
import { findRoles } from "./roles.ts";
import { type Sniffed, sniff } from "./sniff.ts";

/** A descriptor to be edited: commented YAML, and what it was guessed from. */
export interface Proposal {
  readonly name: string;
  /** The folder that holds all the files: where the descriptor belongs. */
  readonly folder: string;
  readonly yaml: string;
  readonly evidence: readonly string[];
}

export interface ProposeOptions {
  /** One or several files: an items table, an interactions table, or one with both. */
  readonly files: readonly string[];
  readonly name?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at somebody's files and proposes a descriptor that imports as it stands. Throws CiceroneError `missing-file`,
 * `unreadable-file`, `usage-name`, and `no-proposal` where nothing in them could be an item.
 */
export async function proposeDescriptor(options: ProposeOptions): Promise<Proposal> {
  refuseName(options.name);
  const paths = options.files.map(fileAt);
  const folder = commonFolder(paths);
  const tables = tableNames(paths);
  const sniffed = paths.map((path) => sniff(path, relative(folder, path).split(sep).join("/")));
  const duck = await openDuckDB([folder], options.signal);
  try {
    await createTextMacros(duck);
    await createViews(
      duck,
      paths.map((path, place) => ({ table: tables[place] ?? "", spec: specOf(sniffed[place]), path })),
    );
    const profiles: TableProfile[] = [];
    for (const [place, table] of tables.entries())
      profiles.push(await profileOf(duck, table, paths[place] ?? "", options.signal));
    return await compose(duck, options, folder, paths, profiles, sniffed);
  } finally {
    duck.close();
  }
}

async function profileOf(
  duck: Duck,
  table: string,
  path: string,
  signal: AbortSignal | undefined,
): Promise<TableProfile> {
  try {
    return await profileTable(duck, table);
  } catch (cause) {
    signal?.throwIfAborted();
    const failure = asFileFailure(cause);
    if (cause instanceof CiceroneError || failure !== undefined) throw failure ?? cause;
    throw new CiceroneError("unreadable-file", `${path} cannot be read: ${wordsOfDuck(cause)}`, {
      hint: "Is it what its name says: a table of text, JSON or Parquet?",
      cause,
    });
  }
}

async function compose(
  duck: Duck,
  options: ProposeOptions,
  folder: string,
  paths: readonly string[],
  profiles: readonly TableProfile[],
  sniffed: readonly Sniffed[],
): Promise<Proposal> {
  if (profiles.every(({ rows }) => rows === 0)) {
    throw new CiceroneError(
      "no-proposal",
      `There are no rows in ${paths.map((path) => basename(path)).join(", ")}.`,
      {
        hint: "What the columns hold is read off their rows: a few are enough.",
      },
    );
  }
  const roles = await findRoles(duck, profiles);
  if (roles === undefined) {
    throw new CiceroneError(
      "no-proposal",
      `Nothing in ${paths.map((path) => basename(path)).join(", ")} could be an item's id.`,
      {
        hint: `A table of items needs a column with a value of its own in each row. There are: ${columnNames(profiles)}.`,
      },
    );
  }
  const { interactions } = roles;
  const proposed =
    interactions &&
    (await proposeInteractions(
      duck,
      interactions.table.table,
      interactions.user,
      interactions.item,
      interactions.table.columns,
    ));
  const items = await proposeItems(duck, roles, proposed);
  const file = paths[profiles.indexOf(roles.items)] ?? "";
  const name = options.name ?? datasetName(file);
  const files = profiles.map((profile, place) => ({
    profile,
    sniffed: sniffed[place] ?? { file: "", evidence: [] },
  }));
  const noun = nounFrom(basename(file)) ?? nounFrom(basename(folder)) ?? nounFrom(roles.id.name);
  const yaml = descriptorText({ name, noun, files, roles, items, interactions: proposed });
  return { name, folder, yaml, evidence: roles.evidence };
}

function refuseName(name: string | undefined): void {
  if (name === undefined) return;
  if (!DatasetHead.shape.name.safeParse(name).success) {
    throw new CiceroneError("usage-name", `“${name}” cannot be a dataset's name.`, {
      hint: "A name is lower-case letters, digits and hyphens, 64 at most.",
    });
  }
  refuseBuiltInName(name);
}

function fileAt(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return realpathSync(path);
  throw new CiceroneError(
    "missing-file",
    `${path} is ${found === undefined ? "not there" : "no regular file"}.`,
    {
      hint: "Name CSV, TSV, JSON or Parquet files: cicerone data init items.csv ratings.csv",
    },
  );
}

function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? "/");
  while (!paths.every((path) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep)))
    folder = dirname(folder);
  return folder;
}

function tableNames(paths: readonly string[]): string[] {
  const names: string[] = [];
  for (const path of paths) {
    const stem = basename(path).toLowerCase().split(".")[0] ?? "";
    const name = stem.replace(/[^a-z0-9]+/g, "_").replace(/^[^a-z]+|_+$/g, "") || "rows";
    let unique = RESERVED.has(name) ? `${name}_rows` : name;
    for (let number = 2; names.includes(unique); number++) unique = `${name}_${number}`;
    names.push(unique);
  }
  return names;
}

/** Words of SQL that are likely names of files. */
const RESERVED = new Set([
  "table",
  "order",
  "group",
  "select",
  "user",
  "values",
  "all",
  "from",
  "where",
  "like",
  "raw",
]);

function specOf(sniffed: Sniffed | undefined): SourceFile {
  const { evidence: _evidence, ...spec } = sniffed ?? { file: "", evidence: [] };
  return SourceFile.parse(spec);
}

function datasetName(file: string): string {
  const stem = (basename(file).toLowerCase().split(".")[0] ?? "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const name = stem.slice(0, 60) || "mine";
  return BUILT_IN_NAMES.includes(name) ? `my-${name}` : name;
}

function columnNames(profiles: readonly TableProfile[]): string {
  return profiles
    .map((profile) => `${profile.table} (${profile.columns.map((column) => column.name).join(", ")})`)
    .join("; ")
    .slice(0, 400);
}
