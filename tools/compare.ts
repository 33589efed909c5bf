import { z } from "zod";
import { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { FacetDeclaration } from "../memory/items/facet.ts";
import type { FacetValue } from "../memory/items/item.ts";
import { facetName, listed, sayList, sayValue } from "./explaining/facet-words.ts";
import { TastedItem } from "./explaining/grounds.ts";
import { knownItem } from "./known-item.ts";
import { indexRatings, RatedItem } from "./rating/given.ts";
import type { Rater, RatingPrediction } from "./rating/rater.ts";
import type { Scorer } from "./scoring/scorer.ts";
import type { AgentTool } from "./tool.ts";

export const CompareInput = z.strictObject({
  items: z.array(ItemId).min(2),
  /** What the user rated, on the catalogue's scale. */
  ratings: z.array(RatedItem).default([]),
  /** Oldest first. */
  taste: z.array(TastedItem).default([]),
});
export type CompareInput = z.output<typeof CompareInput>;

/** Items side by side, facet by facet, and for this user. */
export interface Comparison {
  readonly items: readonly { readonly item: ItemId; readonly title: string }[];
  readonly rows: readonly {
    readonly facet: string;
    /** One entry for each item, in order; undefined where the catalogue does not know. */
    readonly values: readonly (FacetValue | undefined)[];
    /** What list-valued facets have in common. */
    readonly shared: readonly string[];
  }[];
  /** One for each item, where there is a rater and the user gave ratings or likes. */
  readonly predictions: readonly (RatingPrediction | undefined)[];
  /** The item the scorer puts first for this user, where it knows the user. */
  readonly forYou: ItemId | undefined;
}

/** Puts items side by side. Facets that no item has are left out. Throws `unknown-item`. */
export function createCompareTool(parts: {
  readonly catalogue: Catalogue;
  readonly rater?: Rater;
  readonly scorer?: Pick<Scorer, "score">;
}): AgentTool<typeof CompareInput, Comparison> {
  const { catalogue, rater, scorer } = parts;
  return {
    name: "compare",
    description: `Compares ${catalogue.noun.many} facet by facet: what they share, what the user would rate them, and which comes first for the user.`,
    schema: CompareInput,
    async run(input, signal) {
      signal?.throwIfAborted();
      const ids = [...new Set(input.items)];
      const indices = ids.map((id) => knownItem(catalogue, id));
      const given = indexRatings(input.ratings, (id) => catalogue.indexOf(id));
      const predicted =
        rater === undefined || given.length === 0 ? [] : await rater.rate(given, indices, signal);
      const taste = input.taste.flatMap(({ item, weight }) => {
        const index = catalogue.indexOf(item);
        return index === undefined ? [] : [{ item: index, weight }];
      });
      const first =
        scorer === undefined || taste.length === 0
          ? undefined
          : firstOf(await scorer.score(taste, signal), indices);
      return {
        items: ids.map((item, at) => ({ item, title: catalogue.title(indices[at] as number) })),
        rows: catalogue.facets.flatMap((facet) => row(catalogue, facet, indices)),
        predictions: indices.map((_, at) => predicted[at]),
        forYou: first === undefined ? undefined : ids[indices.indexOf(first)],
      };
    },
    tell: (output) => tell(catalogue, output),
  };
}

function row(
  catalogue: Catalogue,
  facet: FacetDeclaration,
  indices: readonly number[],
): Comparison["rows"][number][] {
  if (facet.kind === "text") return [];
  const values = indices.map((index) => catalogue.value(index, facet.name));
  if (values.every((value) => value === undefined)) return [];
  const [first = [], ...others] = values.map((value) => listed(facet, value));
  const shared = first.filter((value) => others.every((other) => other.includes(value)));
  return [{ facet: facet.name, values, shared }];
}

/** The index with the highest score; undefined where the scorer sees no difference. */
function firstOf(scores: Float32Array, indices: readonly number[]): number | undefined {
  const [best, second] = indices
    .map((index) => ({ index, score: scores[index] as number }))
    .sort((a, b) => b.score - a.score);
  return best === undefined || second === undefined || best.score === second.score ? undefined : best.index;
}

function tell(catalogue: Catalogue, { items, rows, predictions, forYou }: Comparison): string {
  const titles = items.map(({ title }) => title);
  const lines = rows.map(({ facet, values, shared }) => {
    const declared = catalogue.facet(facet);
    const said = values.map((value) =>
      value === undefined ? "not known" : declared === undefined ? String(value) : sayValue(declared, value),
    );
    const common = shared.length === 0 ? "" : ` (shared: ${sayList(shared)})`;
    return `${declared === undefined ? facet : facetName(declared)}: ${said.join(" | ")}${common}`;
  });
  const rated = predictions.flatMap((prediction, at) =>
    prediction === undefined
      ? []
      : [
          `${titles[at]}: predicted ${prediction.value.toFixed(1)} (${prediction.low.toFixed(1)} to ${prediction.high.toFixed(1)})`,
        ],
  );
  const first = items.find(({ item }) => item === forYou);
  return [
    titles.join(" | "),
    ...lines,
    ...rated,
    ...(first === undefined ? [] : [`First for this user: ${first.title}`]),
  ].join("\n");
}
