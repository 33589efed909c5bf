import { copyFileSync, realpathSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CatalogueUpdate } from "../../items/catalogue-update.ts";
import { createTableFrom, type Duck, openDuckDB } from "../../store/duckdb.ts";
import type { Manifest } from "../../store/manifest.ts";
import { replaceDirectory } from "../../store/replace-directory.ts";
import { createViews } from "../importing/file-views.ts";
import { RejectionTally } from "../importing/import-report.ts";
import { countBroken, NO_INTERACTIONS, selectItems } from "../importing/importer.ts";
import { itemStatistics, sortInteractions } from "../importing/interaction-table.ts";
import { ItemRows } from "../importing/item-rows.ts";
import { placeRejections } from "../importing/row-places.ts";
import { createItemIds, type OnImportProgress } from "../importing/snapshot-writer.ts";
import { fingerprints } from "../importing/source-files.ts";
import { createTextMacros } from "../importing/text-macros.ts";
import { type OpenDataset, openDataset } from "../open-dataset.ts";
import { mergeInteractions, writeMerged } from "./new-interactions.ts";
import { requireUnchanged, undisturbed } from "./undisturbed.ts";
import { nothingNew, type UpdateReport } from "./update-report.ts";
import { findUpdate, type UpdateFiles } from "./update-sources.ts";

export interface UpdateOptions {
  /** Name of an imported dataset. */
  readonly name: string;
  /** The folder with its files, whole or only what is new; default: the folder that it was imported from. */
  readonly from?: string | undefined;
  readonly text?: string | undefined;
  readonly home: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnImportProgress | undefined;
}

/** What an update did, and which items (catalogue indices) are new or changed: their texts must be indexed. */
export interface Updated {
  readonly report: UpdateReport;
  /** Whether there is a new snapshot, which has no models yet; not where all files are as they were. */
  readonly written: boolean;
  readonly touched: ReadonlySet<number>;
}

/**
 * Adds to a snapshot what its files hold by now. Items of known ids are replaced where they changed and keep their index; new ones
 * come after all others; nothing is taken away. Of one user and item the later interaction holds. All or nothing; the models that
 * were fitted on the snapshot before are not carried over. Where nothing is new, nothing is written.
 *
 * Throws CiceroneError `no-update` where the dataset was not read from files, `changed-meanwhile` where another process replaced it,
 * and what an import throws.
 */
export async function updateDataset(options: UpdateOptions): Promise<Updated> {
  const started = options.clock();
  const dataset = openDataset(options.home, options.name);
  try {
    const files = findUpdate(dataset.manifest, options);
    const sources = await fingerprints(files.found, options.signal);
    if (!isNew(sources, dataset.manifest)) {
      return {
        report: nothingNew(dataset.manifest, (options.clock() - started) / 1000),
        touched: new Set(),
        written: false,
      };
    }
    const updated = await replaceDirectory(
      dataset.paths.directory,
      (given) => undisturbed(dataset, () => inFolder(realpathSync(given), dataset, files, sources, options)),
      options.signal,
      () => requireUnchanged(dataset),
    );
    const seconds = (options.clock() - started) / 1000;
    return { ...updated, report: { ...updated.report, seconds } };
  } finally {
    dataset.catalogue.close();
  }
}

function isNew(sources: Manifest["sources"], manifest: Manifest): boolean {
  const known = new Set(manifest.sources.map(({ sha256 }) => sha256));
  return sources.some(({ sha256 }) => !known.has(sha256));
}

async function inFolder(
  work: string,
  dataset: OpenDataset,
  files: UpdateFiles,
  sources: Manifest["sources"],
  options: UpdateOptions,
): Promise<Updated> {
  const { paths } = dataset;
  const inWork = (path: string): string => join(work, basename(path));
  copyFileSync(paths.catalogue, inWork(paths.catalogue));
  const folders = [...files.folders, realpathSync(paths.directory), work];
  const duck = await openDuckDB(folders, options.signal, work);
  const rows = new ItemRows(files.descriptor);
  const { facets } = files.descriptor;
  const update = new CatalogueUpdate(inWork(paths.catalogue), dataset.catalogue, facets, rows.onTakenAtLast);
  try {
    return await fill({ duck, work, dataset, files, sources, options }, update, rows);
  } finally {
    update.close();
    duck.close();
  }
}

interface Filling {
  readonly duck: Duck;
  readonly work: string;
  readonly dataset: OpenDataset;
  readonly files: UpdateFiles;
  readonly sources: Manifest["sources"];
  readonly options: UpdateOptions;
}

async function fill(filling: Filling, update: CatalogueUpdate, items: ItemRows): Promise<Updated> {
  const { duck, work, dataset, files, options } = filling;
  const { descriptor, found } = files;
  const { paths } = dataset;
  const { onProgress = () => {} } = options;
  await createTextMacros(duck);
  await createViews(duck, found);
  await readItems(filling, update, items);
  await createItemIds(duck, update.writtenIds());
  const rejected = new RejectionTally();
  const read = await readInteractions(filling, rejected);
  onProgress({ stage: "joining interactions", fraction: 0.6 });
  const merged = await mergeInteractions(duck, realpathSync(paths.interactions), descriptor.time, rejected);
  const { rows, users } = await writeMerged(duck, join(work, basename(paths.interactions)));
  onProgress({ stage: "writing the catalogue", fraction: 0.8 });
  const { name, noun, simulated, scale, lexicon } = descriptor;
  const statistics = await itemStatistics(duck, descriptor, update.size);
  const { emptyFacets } = update.finish({ name, noun, simulated, scale, lexicon }, statistics);
  const counts = { items: update.size, users, interactions: rows };
  writeManifest(filling, counts);
  const broken = await countBroken(duck, found, descriptor, {
    items: items.rejected,
    interactions: rejected,
  });
  const { added, changed } = update.counts;
  const report: UpdateReport = {
    name,
    items: {
      read: items.read + broken.items,
      added,
      changed,
      unchanged: items.read + broken.items - sum(items.rejected) - added - changed,
      rejected: await placeRejections(duck, found, descriptor.items, items.rejected.list()),
    },
    interactions: {
      read: read + broken.interactions,
      ...merged,
      rejected: await placeRejections(duck, found, descriptor.interactions, rejected.list()),
    },
    counts,
    newUsers: users - dataset.manifest.counts.users,
    unreadable: await placeRejections(duck, found, descriptor.items, items.unreadable.list()),
    emptyFacets,
    notThere: files.notThere,
    seconds: 0,
  };
  return { report, touched: update.touched, written: true };
}

async function readItems(
  { duck, files, options }: Filling,
  update: CatalogueUpdate,
  items: ItemRows,
): Promise<void> {
  const { descriptor, found, hasItems } = files;
  if (!hasItems) return;
  const source = await selectItems(duck, descriptor, tablesOf(found), options.signal);
  for await (const batch of source.batches()) {
    options.onProgress?.({
      stage: "reading items",
      fraction: (0.4 * items.read) / Math.max(1, source.count),
    });
    for (const row of batch) items.write(update, row);
  }
}

/** Leaves what the files hold in the tables of `sortInteractions`. Returns how many rows there were. */
async function readInteractions(
  { duck, files, options }: Filling,
  rejected: RejectionTally,
): Promise<number> {
  const { descriptor, found, hasInteractions } = files;
  const { signal, onProgress } = options;
  onProgress?.({ stage: "reading interactions", fraction: 0.4 });
  const query = hasInteractions ? (descriptor.interactions ?? NO_INTERACTIONS) : NO_INTERACTIONS;
  await createTableFrom(duck, "raw", query, "interactions", tablesOf(found), signal);
  return sortInteractions(duck, descriptor, rejected, options.clock() / 1000);
}

function writeManifest({ work, dataset, sources, options }: Filling, counts: Manifest["counts"]): void {
  const { manifest, paths } = dataset;
  const updated: Manifest = {
    ...manifest,
    sources: joined(manifest.sources, sources),
    counts,
    updated: new Date(options.clock()).toISOString(),
  };
  writeFileSync(join(work, basename(paths.manifest)), `${JSON.stringify(updated, null, 2)}\n`);
}

function tablesOf(found: UpdateFiles["found"]): string[] {
  return found.map(({ table }) => table);
}

function sum(tally: RejectionTally): number {
  return tally.list().reduce((total, { count }) => total + count, 0);
}

/** The files of before, in their order, as they are by now, and those that came: the first are where an update looks by default. */
function joined(before: Manifest["sources"], now: Manifest["sources"]): Manifest["sources"] {
  const read = new Map(now.map((source) => [source.file, source]));
  const known = new Set(before.map(({ file }) => file));
  return [
    ...before.map((source) => read.get(source.file) ?? source),
    ...now.filter(({ file }) => !known.has(file)),
  ];
}
