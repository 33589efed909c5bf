import type { Catalogue } from "../../memory/items/catalogue.ts";

export type Renown = "popular" | "obscure";

/** "Popular" is the upper quarter of the items anybody touched, "obscure" their lower half. */
const POPULAR_FROM = 0.75;
const OBSCURE_UP_TO = 0.5;

/** Mask of the items of a renown; computed at the first question, kept. Items nobody touched are neither. */
export function renownMasks(
  catalogue: Pick<Catalogue, "size" | "statistics">,
): (renown: Renown) => Uint8Array {
  let masks: Record<Renown, Uint8Array> | undefined;
  return (renown) => {
    masks ??= computeMasks(catalogue);
    return masks[renown];
  };
}

function computeMasks(catalogue: Pick<Catalogue, "size" | "statistics">): Record<Renown, Uint8Array> {
  const popularity = new Float64Array(catalogue.size);
  for (let index = 0; index < popularity.length; index += 1) {
    const statistics = catalogue.statistics(index);
    popularity[index] = statistics.count > 0 ? statistics.popularity : Number.NaN;
  }
  const touched = popularity.filter((value) => !Number.isNaN(value)).sort();
  const quantile = (share: number): number => touched[Math.floor(share * (touched.length - 1))] ?? Number.NaN;
  const popularFrom = quantile(POPULAR_FROM);
  const obscureUpTo = quantile(OBSCURE_UP_TO);
  const masks = { popular: new Uint8Array(popularity.length), obscure: new Uint8Array(popularity.length) };
  for (let index = 0; index < popularity.length; index += 1) {
    const value = popularity[index] ?? Number.NaN;
    masks.popular[index] = Number(value >= popularFrom);
    masks.obscure[index] = Number(value <= obscureUpTo);
  }
  return masks;
}
