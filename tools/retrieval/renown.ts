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
  const popularity = Float64Array.from({ length: catalogue.size }, (_, index) => {
    const statistics = catalogue.statistics(index);
    return statistics.count > 0 ? statistics.popularity : Number.NaN;
  });
  const touched = popularity.filter((value) => !Number.isNaN(value)).sort();
  const quantile = (share: number): number => touched[Math.floor(share * (touched.length - 1))] ?? Number.NaN;
  const popularFrom = quantile(POPULAR_FROM);
  const obscureUpTo = quantile(OBSCURE_UP_TO);
  return {
    popular: Uint8Array.from(popularity, (value) => Number(value >= popularFrom)),
    obscure: Uint8Array.from(popularity, (value) => Number(value <= obscureUpTo)),
  };
}
