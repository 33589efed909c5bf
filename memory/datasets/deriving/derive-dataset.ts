import { copyFileSync, realpathSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { rewriteStatistics } from "../../items/catalogue-writer.ts";
import { openDuckDB } from "../../store/duckdb.ts";
import type { Manifest } from "../../store/manifest.ts";
import { replaceDirectory } from "../../store/replace-directory.ts";
import { snapshotPaths } from "../../store/snapshot.ts";
import { itemStatistics } from "../importing/interaction-table.ts";
import { createItemIds } from "../importing/snapshot-writer.ts";
import type { Interactions } from "../interactions.ts";
import type { OpenDataset } from "../open-dataset.ts";
import { loadGiven, writeGiven } from "./given-interactions.ts";

export interface DeriveOptions {
  /** The snapshot whose items are kept; it is only read. */
  readonly dataset: OpenDataset;
  /** All interactions that the derived snapshot holds: of the same catalogue, one for each user and item. */
  readonly interactions: Interactions;
  /** The home that the derived snapshot goes to, under the dataset's own name. Not the home it comes from. */
  readonly home: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes `<home>/datasets/<name>`: the items of a snapshot, with texts, facets and identifiers as they are, and other interactions. Item
 * statistics are made anew of those interactions alone, by the import's own rules; users are numbered anew, in the order in which they
 * appear. Reviews come along with their interactions. There are no models yet: nothing that was fitted on the original is copied.
 *
 * Throws RangeError where `home` is the snapshot's own, or an interaction has an item that the catalogue has not; rejects on abort.
 */
export async function deriveDataset(options: DeriveOptions): Promise<Manifest> {
  const { dataset, interactions, home, signal } = options;
  const { manifest, catalogue, paths } = dataset;
  const derived = snapshotPaths(home, manifest.name);
  if (derived.directory === paths.directory)
    throw new RangeError(`${derived.directory} would be derived from itself.`);
  const stranger = interactions.items.find((item) => item < 0 || item >= catalogue.size);
  if (stranger !== undefined) throw new RangeError(`The catalogue has no item ${stranger}.`);
  return replaceDirectory(
    derived.directory,
    async (given) => {
      const work = realpathSync(given);
      const inWork = (path: string): string => join(work, basename(path));
      const duck = await openDuckDB([work, realpathSync(paths.directory)], signal, work);
      try {
        await createItemIds(duck, { length: catalogue.size, at: (index) => catalogue.id(index) });
        await loadGiven(duck, interactions);
        const counts = await writeGiven(duck, {
          from: realpathSync(paths.interactions),
          to: inWork(paths.interactions),
        });
        copyFileSync(paths.catalogue, inWork(paths.catalogue));
        rewriteStatistics(inWork(paths.catalogue), await itemStatistics(duck, manifest, catalogue.size));
        const written = { ...manifest, counts: { items: catalogue.size, ...counts } };
        writeFileSync(inWork(paths.manifest), `${JSON.stringify(written, null, 2)}\n`);
        return written;
      } finally {
        duck.close();
      }
    },
    signal,
  );
}
