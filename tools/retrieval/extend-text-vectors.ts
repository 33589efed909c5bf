import { setImmediate } from "node:timers/promises";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { itemTerms } from "../language/embedder-documents.ts";
import type { Following } from "../language/embedder-fit.ts";
import { vectorAt } from "./item-vectors.ts";
import { emptyVectors, keepVector, PACKED_FROM, type TextVectors } from "./text-vectors.ts";

/** With so large a share of new or changed items, the space that was fitted on the others no longer serves them. */
const MOST_FOLDED_IN = 0.2;

/** A smaller catalogue is fitted anew in seconds, and then knows the new items' words. */
const FOLDED_IN_FROM = 10_000;

/** Items between two looks at the signal. */
const STRIDE = 1_000;

/**
 * The vectors of a catalogue that has grown: those of `former` for what is as it was, and `touched` items (indices; all beyond
 * the former size are) folded into its space. Undefined where a fit is due: so much is new, or the catalogue is so small.
 */
export async function extendTextVectors(
  former: TextVectors,
  catalogue: Catalogue,
  touched: ReadonlySet<number>,
  settings: Following & { readonly packedFrom?: number; readonly foldedInFrom?: number } = {},
): Promise<TextVectors | undefined> {
  const { signal, onProgress, packedFrom = PACKED_FROM, foldedInFrom = FOLDED_IN_FROM } = settings;
  const { embedder } = former;
  const { size } = catalogue;
  if (size < foldedInFrom) return undefined;
  if (touched.size > MOST_FOLDED_IN * size || former.vectors.size > size) return undefined;
  const vectors = emptyVectors(size, embedder.dimensions, packedFrom);
  for (let index = 0; index < size; index++) {
    if (index % STRIDE === 0) {
      await setImmediate();
      signal?.throwIfAborted();
      onProgress?.(index / size);
    }
    const isNew = touched.has(index) || index >= former.vectors.size;
    keepVector(
      vectors,
      index,
      isNew ? embedder.embedTerms(itemTerms(catalogue, index)) : vectorAt(former.vectors, index),
    );
  }
  onProgress?.(1);
  return { embedder, vectors };
}
