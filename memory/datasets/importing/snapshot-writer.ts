import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CiceroneError } from "../../errors.ts";
import { writeCatalogue } from "../../items/catalogue-writer.ts";
import type { FacetDeclaration } from "../../items/facet.ts";
import type { Item } from "../../items/item.ts";
import type { Duck } from "../../store/duckdb.ts";
import { type Manifest, SNAPSHOT_FORMAT } from "../../store/manifest.ts";
import type { SnapshotPaths } from "../../store/snapshot.ts";
import type { DatasetHead } from "../descriptor.ts";
import type { RejectionTally, RowReport } from "./import-report.ts";
import { itemStatistics, sortInteractions, writeInteractions } from "./interaction-table.ts";

/** What an import tells while it works. `fraction` is 0..1 of the whole. */
export type OnImportProgress = (progress: { readonly stage: string; readonly fraction: number }) => void;

export interface SnapshotContent {
  readonly head: DatasetHead;
  readonly items: readonly Item[];
  /** Facets that no item has: the catalogue does not promise them. */
  readonly emptyFacets: readonly string[];
  readonly sources: Manifest["sources"];
  readonly seed?: number;
  /** Milliseconds since the epoch. */
  readonly created: number;
  readonly descriptor: unknown;
}

/**
 * Writes a snapshot's files into `work`, an empty directory, from the items and DuckDB's table `raw` of interactions.
 * Throws CiceroneError `empty-dataset` where no item is left.
 */
export async function writeSnapshot(
  duck: Duck,
  work: string,
  paths: SnapshotPaths,
  content: SnapshotContent,
  rejected: RejectionTally,
  onProgress: OnImportProgress,
): Promise<{ interactions: Omit<RowReport, "rejected">; users: number }> {
  const { head, items } = content;
  if (items.length === 0) {
    throw new CiceroneError("empty-dataset", `Dataset ${head.name} has no items.`, {
      hint: "The items query gives no row with an id and a title: check it, and the files' separator, quote and encoding.",
    });
  }
  onProgress({ stage: "sorting interactions", fraction: 0.4 });
  await createItemIds(duck, items);
  const read = await sortInteractions(duck, head, rejected, content.created / 1000);
  const inWork = (path: string): string => join(work, basename(path));
  const { rows, users } = await writeInteractions(duck, inWork(paths.interactions));
  onProgress({ stage: "writing the catalogue", fraction: 0.7 });
  const statistics = await itemStatistics(duck, head, items.length);
  const { name, noun, simulated, scale } = head;
  const facets = head.facets
    .filter((facet) => !content.emptyFacets.includes(facet.name))
    .map((facet) => withKnownSynonyms(facet, items));
  writeCatalogue(inWork(paths.catalogue), { name, noun, facets, simulated, scale }, items, statistics);
  const manifest: Manifest = {
    format: SNAPSHOT_FORMAT,
    name,
    sources: content.sources,
    ...(content.seed === undefined ? {} : { seed: content.seed }),
    counts: { items: items.length, users, interactions: rows },
    simulated,
    ...(head.positiveFrom === undefined ? {} : { positiveFrom: head.positiveFrom }),
    time: head.time,
    about: head.about,
    ...(head.licence === undefined ? {} : { licence: head.licence }),
    created: new Date(content.created).toISOString(),
    descriptor: content.descriptor,
  };
  writeFileSync(inWork(paths.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  return { interactions: { read, kept: rows }, users };
}

/** Synonyms of values that no item has would lead a search nowhere. */
function withKnownSynonyms(facet: FacetDeclaration, items: readonly Item[]): FacetDeclaration {
  const present = new Set(items.flatMap((item) => item.facets[facet.name] ?? []));
  const synonyms = Object.entries(facet.synonyms).filter(([value]) => present.has(value));
  return { ...facet, synonyms: Object.fromEntries(synonyms) };
}

async function createItemIds(duck: Duck, items: readonly Item[]): Promise<void> {
  await duck.run("CREATE TEMP TABLE item_ids (id VARCHAR, item_index INTEGER)");
  await duck.append("item_ids", (appender) => {
    items.forEach((item, index) => {
      appender.appendVarchar(item.id);
      appender.appendInteger(index);
      appender.endRow();
    });
  });
}
