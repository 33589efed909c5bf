import type { ItemStatistics } from "./catalogue.ts";
import type { FacetDeclaration } from "./facet.ts";

/** As many ratings as an average needs to be half believed. */
export const HALF_BELIEVED = 20;

/** An average of few ratings, drawn towards the middle: (n · mean + k · middle) / (n + k) with k = HALF_BELIEVED. */
export function damped(mean: number, count: number, middle: number): number {
  return (count * mean + HALF_BELIEVED * middle) / (count + HALF_BELIEVED);
}

const RATING: FacetDeclaration = {
  name: "rating",
  kind: "number",
  aliases: ["rating", "average rating", "average", "score", "ratings", "reviews", "reception"],
  synonyms: {},
  lower: ["worse rated", "lower rated"],
  higher: ["better rated", "higher rated"],
  low: ["badly rated", "poorly rated"],
  high: ["highly rated", "well rated", "well reviewed", "acclaimed", "critically acclaimed"],
  order: [],
  spoken: {},
  strength: 0.3,
  shown: false,
};

const POPULARITY: FacetDeclaration = {
  name: "popularity",
  kind: "number",
  aliases: [
    "popularity",
    "number of ratings",
    "how popular",
    "how well known",
    "how famous",
    "how many people",
  ],
  synonyms: {},
  lower: ["less popular", "less known", "less well known", "less famous"],
  higher: ["more popular", "better known", "more well known", "more famous"],
  low: [],
  high: [],
  order: [],
  spoken: {},
  strength: 0.3,
  shown: false,
};

/** What the interactions let one measure items by, beside their facets: `rating` (damped mean), `popularity` (number of interactions). */
export function measuresOf(catalogue: {
  readonly facets: readonly FacetDeclaration[];
  readonly scale: object | undefined;
}): readonly FacetDeclaration[] {
  const unit = catalogue.scale === undefined ? "people" : "ratings";
  const measures = [...(catalogue.scale === undefined ? [] : [RATING]), { ...POPULARITY, unit }];
  // A catalogue's own word for it goes first.
  return measures.filter(({ name }) => catalogue.facets.every((facet) => facet.name !== name));
}

/**
 * A measure as a column; NaN for items nobody touched (or rated).
 * @param size of the catalogue; `statistics` is asked for each index below it
 */
export function measureColumn(
  name: string,
  size: number,
  statistics: (index: number) => ItemStatistics,
): Float64Array {
  const column = new Float64Array(size).fill(Number.NaN);
  let [rated, sum] = [0, 0];
  for (let index = 0; index < size; index += 1) {
    const { count, mean } = statistics(index);
    if (name === "popularity" && count > 0) column[index] = count;
    if (name !== "rating" || mean === undefined) continue;
    column[index] = mean;
    rated += 1;
    sum += mean;
  }
  if (name !== "rating") return column;
  const middle = sum / Math.max(1, rated);
  return column.map((mean, index) =>
    Number.isNaN(mean) ? mean : Math.round(100 * damped(mean, statistics(index).count, middle)) / 100,
  );
}
