import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CatalogueWriter } from "../../items/catalogue-writer.ts";
import type { PackedStrings } from "../../items/packed-strings.ts";
import type { Duck } from "../../store/duckdb.ts";
import { type Manifest, SNAPSHOT_FORMAT } from "../../store/manifest.ts";
import type { SnapshotPaths } from "../../store/snapshot.ts";
import type { DatasetHead } from "../descriptor.ts";
import { noItems } from "./advice.ts";
import { RejectionTally } from "./import-report.ts";
import { itemStatistics, sortInteractions, writeInteractions } from "./interaction-table.ts";
import { ItemRows, type Row } from "./item-rows.ts";

/** What an import tells while it works. `fraction` is 0..1 of the whole. */
export type OnImportProgress = (progress: { readonly stage: string; readonly fraction: number }) => void;

/** Rows of items, in order, as they come: never all of them at once. */
export interface ItemSource {
  readonly count: number;
  readonly batches: () => AsyncIterable<readonly Row[]>;
}

export interface SnapshotContent {
  readonly head: DatasetHead;
  readonly items: ItemSource;
  /** Makes table `raw` of interactions. */
  readonly readInteractions: () => Promise<void>;
  readonly sources: () => Promise<Manifest["sources"]>;
  readonly seed?: number;
  /** Milliseconds since the epoch. */
  readonly created: number;
  readonly descriptor: unknown;
}

/** What was written, and what was turned away. */
export interface WrittenSnapshot {
  readonly items: ItemRows;
  /** Items and interactions that were kept. */
  readonly counts: Manifest["counts"];
  readonly interactionsRead: number;
  readonly rejected: RejectionTally;
  readonly emptyFacets: readonly string[];
}

/** Where each stage begins, of the whole: about as a million items with texts take. */
const BEGINS = { items: 0, interactions: 0.45, sorting: 0.5, catalogue: 0.7 } as const;

/**
 * Writes a snapshot's files into `work`, an empty directory. Throws CiceroneError `empty-dataset` where no item is left.
 */
export async function writeSnapshot(
  duck: Duck,
  work: string,
  paths: SnapshotPaths,
  content: SnapshotContent,
  onProgress: OnImportProgress,
): Promise<WrittenSnapshot> {
  const { head } = content;
  const inWork = (path: string): string => join(work, basename(path));
  const items = new ItemRows(head);
  const writer = new CatalogueWriter(inWork(paths.catalogue), head.facets, items.onTaken);
  try {
    await writeItems(items, writer, content.items, onProgress);
    if (writer.size === 0) throw noItems(head.name, items.read, items.rejected.list());
    await createItemIds(duck, writer.writtenIds());
    onProgress({ stage: "reading interactions", fraction: BEGINS.interactions });
    await content.readInteractions();
    onProgress({ stage: "sorting interactions", fraction: BEGINS.sorting });
    const rejected = new RejectionTally();
    const interactionsRead = await sortInteractions(duck, head, rejected, content.created / 1000);
    const { rows, users } = await writeInteractions(duck, inWork(paths.interactions));
    onProgress({ stage: "writing the catalogue", fraction: BEGINS.catalogue });
    const { name, noun, simulated, scale, lexicon } = head;
    writer.finish({ name, noun, simulated, scale, lexicon }, await itemStatistics(duck, head, writer.size));
    const counts = { items: writer.size, users, interactions: rows };
    const manifest = manifestOf(content, counts, await content.sources());
    writeFileSync(inWork(paths.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
    return { items, counts, interactionsRead, rejected, emptyFacets: writer.emptyFacets() };
  } finally {
    writer.close();
  }
}

async function writeItems(
  items: ItemRows,
  writer: CatalogueWriter,
  source: ItemSource,
  onProgress: OnImportProgress,
): Promise<void> {
  for await (const rows of source.batches()) {
    const fraction = (items.read / Math.max(1, source.count)) * BEGINS.interactions;
    onProgress({ stage: "reading items", fraction });
    for (const row of rows) items.write(writer, row);
  }
}

function manifestOf(
  content: SnapshotContent,
  counts: Manifest["counts"],
  sources: Manifest["sources"],
): Manifest {
  const { head } = content;
  return {
    format: SNAPSHOT_FORMAT,
    name: head.name,
    sources,
    ...(content.seed === undefined ? {} : { seed: content.seed }),
    counts,
    simulated: head.simulated,
    ...(head.positiveFrom === undefined ? {} : { positiveFrom: head.positiveFrom }),
    time: head.time,
    about: head.about,
    ...(head.licence === undefined ? {} : { licence: head.licence }),
    created: new Date(content.created).toISOString(),
    descriptor: content.descriptor,
  };
}

/** Makes table `item_ids` of the catalogue's ids, for interactions to be joined with. */
export async function createItemIds(duck: Duck, ids: PackedStrings): Promise<void> {
  await duck.run("CREATE TEMP TABLE item_ids (id VARCHAR, item_index INTEGER)");
  await duck.append("item_ids", (appender) => {
    for (let index = 0; index < ids.length; index++) {
      appender.appendVarchar(ids.at(index));
      appender.appendInteger(index);
      appender.endRow();
    }
  });
}
