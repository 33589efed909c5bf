import { realpathSync } from "node:fs";
import { CiceroneError } from "../../errors.ts";
import {
  asName,
  checkSelect,
  createTableFrom,
  type Duck,
  identifier,
  openDuckDB,
  unquoted,
} from "../../store/duckdb.ts";
import { replaceDirectory } from "../../store/replace-directory.ts";
import { snapshotPaths } from "../../store/snapshot.ts";
import { FETCHABLE_NAMES } from "../built-in-names.ts";
import type { Descriptor } from "../descriptor.ts";
import { allTurnedAway } from "./advice.ts";
import { tallyBrokenLines } from "./broken-lines.ts";
import { createViews } from "./file-views.ts";
import { type ImportReport, RejectionTally } from "./import-report.ts";
import { checkItemColumns, refuseObjects } from "./item-rows.ts";
import { placeRejections } from "./row-places.ts";
import { type ItemSource, type OnImportProgress, writeSnapshot } from "./snapshot-writer.ts";
import { type FoundFile, findFiles, fingerprints, sourceFolders } from "./source-files.ts";
import { createTextMacros } from "./text-macros.ts";

export interface ImportOptions {
  readonly descriptor: Descriptor;
  /** The folder with the dataset's files. Nothing outside it and `text` can be read. */
  readonly from: string;
  /** The folder with the texts, for descriptors that read some. */
  readonly text?: string | undefined;
  readonly home: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnImportProgress | undefined;
}

/**
 * Runs a descriptor's two queries and makes a snapshot of what they give, as a whole or not at all.
 * Throws CiceroneError `no-folder`, `missing-file`, `missing-column`, `unreadable-file`, `bad-sql`, `empty-dataset`.
 */
export async function importDataset(options: ImportOptions): Promise<ImportReport> {
  const started = options.clock();
  const { descriptor, signal } = options;
  const folders = sourceFolders(options.from, options.text);
  const files = findFiles(descriptor, folders);
  const readable = folders.text === undefined ? [folders.data] : [folders.data, folders.text];
  const report = await replaceDirectory(
    snapshotPaths(options.home, descriptor.name).directory,
    async (given) => {
      const work = realpathSync(given);
      const duck = await openDuckDB([...readable, work], signal, work);
      try {
        return await fillSnapshot(duck, work, options, files, started);
      } finally {
        duck.close();
      }
    },
    signal,
  );
  return { ...report, seconds: (options.clock() - started) / 1000 };
}

async function fillSnapshot(
  duck: Duck,
  work: string,
  options: ImportOptions,
  files: readonly FoundFile[],
  created: number,
): Promise<Omit<ImportReport, "seconds">> {
  const { descriptor, signal, onProgress = () => {} } = options;
  const tables = files.map((file) => file.table);
  const interactions = descriptor.interactions ?? NO_INTERACTIONS;
  onProgress({ stage: "reading items", fraction: 0 });
  await createTextMacros(duck);
  await createViews(duck, files);
  // Before the items, which can take minutes, are read.
  await checkSelect(duck, interactions, "interactions", tables, signal);
  const written = await writeSnapshot(
    duck,
    work,
    snapshotPaths(options.home, descriptor.name),
    {
      head: headOf(descriptor),
      items: await selectItems(duck, descriptor, tables, signal),
      readInteractions: () => createTableFrom(duck, "raw", interactions, "interactions", tables, signal),
      sources: () => fingerprints(files, signal),
      created,
      descriptor,
    },
    onProgress,
  );
  const { items, rejected, counts } = written;
  const tallies = { items: items.rejected, interactions: rejected };
  const broken = await countBroken(duck, files, descriptor, tallies);
  if (written.interactionsRead > 0 && counts.interactions === 0)
    throw allTurnedAway(descriptor.name, written.interactionsRead, rejected.list());
  return {
    name: descriptor.name,
    items: {
      read: items.read + broken.items,
      kept: counts.items,
      rejected: await placeRejections(duck, files, descriptor.items, tallies.items.list()),
    },
    interactions: {
      read: written.interactionsRead + broken.interactions,
      kept: counts.interactions,
      rejected: await placeRejections(duck, files, descriptor.interactions, tallies.interactions.list()),
    },
    users: counts.users,
    unreadable: await placeRejections(duck, files, descriptor.items, items.unreadable.list()),
    emptyFacets: written.emptyFacets,
    missingFiles: files.filter((file) => file.path === undefined).map((file) => file.spec.file.join(" or ")),
  };
}

export const NO_INTERACTIONS = 'SELECT NULL AS "user", NULL AS item, NULL AS "value" WHERE false';

/** The rows of the items query, in its order. */
export async function selectItems(
  duck: Duck,
  descriptor: Descriptor,
  tables: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ItemSource> {
  await createTableFrom(duck, "raw_items", descriptor.items, "items", tables, signal);
  const described = await duck.rows("DESCRIBE raw_items");
  const columns = new Map(described.map((row) => [String(row.column_name), String(row.column_type)]));
  columns.delete("#row");
  checkItemColumns([...columns.keys()], descriptor);
  refuseObjects(columns, descriptor);
  const names = ["id", ...descriptor.identifiers].map(
    (name) => `${asName(name, columns.get(name) ?? "")} AS ${identifier(name)}`,
  );
  for (const [name, type] of columns) {
    const named = name === "id" || descriptor.identifiers.includes(name);
    if (type === "JSON" && !named) names.push(`${unquoted(name)} AS ${identifier(name)}`);
  }
  const [counted] = await duck.rows("SELECT count(*)::INTEGER AS count FROM raw_items");
  return {
    count: Number(counted?.count ?? 0),
    async *batches() {
      // A table gives its rows in the order in which they were put into it.
      yield* duck.batches(`SELECT * EXCLUDE ("#row") REPLACE (${names.join(", ")}) FROM raw_items`);
      await duck.run("DROP TABLE raw_items");
    },
  };
}

/** A broken line is counted with the query that reads its file; with the items where both do. */
export async function countBroken(
  duck: Duck,
  files: readonly FoundFile[],
  descriptor: Descriptor,
  tallies: Readonly<Record<"items" | "interactions", RejectionTally>>,
): Promise<{ items: number; interactions: number }> {
  const broken = { items: new RejectionTally(), interactions: new RejectionTally() };
  await tallyBrokenLines(duck, files, (table) =>
    new RegExp(`\\b${table}\\b`, "i").test(descriptor.items) ? broken.items : broken.interactions,
  );
  const counts = { items: 0, interactions: 0 };
  for (const kind of ["items", "interactions"] as const) {
    for (const { reason, example, count, ...where } of broken[kind].list()) {
      tallies[kind].add(reason, example, count, where);
      counts[kind] += count;
    }
  }
  return counts;
}

export function headOf(descriptor: Descriptor): Omit<Descriptor, "files" | "items" | "interactions"> {
  const { files: _files, items: _items, interactions: _interactions, ...head } = descriptor;
  return head;
}

/** For a caller that has a descriptor but was given no folder. */
export function needsFolder(name: string): CiceroneError {
  return new CiceroneError("no-folder", `Dataset ${name} is imported from a folder.`, {
    hint: `Run: cicerone data import ${name} --from DIR${FETCHABLE_NAMES.includes(name) ? `, or have it fetched: cicerone data add ${name}` : ""}`,
  });
}
