import { CiceroneError } from "../../memory/errors.ts";
import type { Manifest } from "../../memory/store/manifest.ts";
import type { SnapshotPaths } from "../../memory/store/snapshot.ts";
import { raterOrigin } from "../../tools/rating/origin.ts";
import type { ItemVectors } from "../../tools/retrieval/item-vectors.ts";
import { loadTextVectors } from "../../tools/retrieval/text-vectors.ts";

/** What items without interactions are known by: their text vectors, or the error that says why there are none. */
export type ColdTexts = ItemVectors | CiceroneError;

/** Vectors that are absent or of another import are no obstacle, but a reason why items without interactions stay out. */
export async function storedTexts(paths: SnapshotPaths, manifest: Manifest): Promise<ColdTexts> {
  try {
    const origin = {
      dataset: manifest.name,
      source: raterOrigin(manifest).source,
      items: manifest.counts.items,
    };
    return (await loadTextVectors(paths.vectors, origin)).vectors;
  } catch (error) {
    if (error instanceof CiceroneError) return error;
    throw error;
  }
}

/** Undefined where nobody is left out. */
export function whyColdItemsStayOut(counts: Float32Array, texts: ColdTexts): string | undefined {
  if (!(texts instanceof CiceroneError)) return undefined;
  let cold = 0;
  for (const count of counts) if (count === 0) cold += 1;
  if (cold === 0) return undefined;
  const why = texts.hint === undefined ? texts.message : `${texts.message} (${texts.hint})`;
  return `${cold} items without interactions have no share in the model: ${why}`;
}
