import { z } from "zod";
import { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { Claim } from "./explaining/claim.ts";
import { decimal } from "./explaining/decimal.ts";
import type { Explain } from "./explaining/explainer.ts";
import { TastedItem } from "./explaining/grounds.ts";
import { ownRatings, ratingClaims } from "./explaining/rating-claims.ts";
import { knownItem } from "./known-item.ts";
import { indexRatings, RatedItem } from "./rating/given.ts";
import type { Rater } from "./rating/rater.ts";
import type { AgentTool } from "./tool.ts";

export const RateInput = z.strictObject({
  items: z.array(ItemId).min(1),
  /** What the user rated, on the catalogue's scale (`givenRatings` turns a history into it). */
  ratings: z.array(RatedItem).default([]),
  /** Oldest first; explains where there are no ratings. */
  taste: z.array(TastedItem).default([]),
});
export type RateInput = z.output<typeof RateInput>;

/** What this user would think of one item: a rating with its interval where the catalogue has ratings, and why. */
export interface Opinion {
  readonly item: ItemId;
  readonly title: string;
  readonly prediction:
    | { readonly value: number; readonly low: number; readonly high: number; readonly level: number }
    | undefined;
  readonly claims: readonly Claim[];
  /** How many of the user's own ratings it rests on. */
  readonly basis: number;
}

/** Predicts what a user would rate items, and says what that rests on. Throws `unknown-item`. */
export function createRateTool(parts: {
  readonly catalogue: Catalogue;
  /** Absent where the catalogue has no ratings: then opinions are claims only. */
  readonly rater?: Rater;
  readonly explain: Explain;
}): AgentTool<typeof RateInput, readonly Opinion[]> {
  const { catalogue, rater, explain } = parts;
  return {
    name: "rate",
    description: `Predicts what this user would rate ${catalogue.noun.many}, with an interval and what it rests on.`,
    schema: RateInput,
    async run({ items, ratings, taste }, signal) {
      signal?.throwIfAborted();
      const indices = items.map((id) => knownItem(catalogue, id));
      const given = indexRatings(ratings, (id) => catalogue.indexOf(id));
      const predictions = (await rater?.rate(given, indices, signal)) ?? [];
      const own = ownRatings(catalogue, ratings);
      const basis = new Set(given.map((rating) => rating.item)).size;
      const explanations = await explain(
        { items, taste, like: [], constraints: [], preferences: [], depth: "card" },
        signal,
      );
      return items.map((item, at): Opinion => {
        const index = indices[at] as number;
        const prediction = predictions[at];
        return {
          item,
          title: catalogue.title(index),
          prediction: prediction && {
            value: prediction.value,
            low: prediction.low,
            high: prediction.high,
            level: prediction.level,
          },
          claims: joined(
            prediction === undefined ? [] : ratingClaims(catalogue, prediction, own),
            explanations[at]?.claims ?? [],
          ),
          basis,
        };
      });
    },
    tell: (output) => output.map((opinion) => tell(opinion, catalogue)).join("\n"),
  };
}

const CLAIMS = 4;

/** What the prediction rests on first, then what else speaks for it; nothing twice. */
function joined(rating: readonly Claim[], other: readonly Claim[]): Claim[] {
  const first = new Set(rating.map(({ claim }) => claim));
  const kinds = new Set(rating.flatMap(({ evidence }) => evidence.map(({ kind }) => kind)));
  const more = other.filter(
    ({ claim, evidence }) => !first.has(claim) && !evidence.every(({ kind }) => kinds.has(kind)),
  );
  return [...rating, ...more].slice(0, CLAIMS);
}

/** At most one decimal: 4, 4.6. */
function number(value: number): string {
  return decimal(value, 1);
}

function tell({ title, prediction, claims, basis }: Opinion, catalogue: Catalogue): string {
  const reasons = claims.map(({ claim }) => `- ${claim}`);
  if (prediction === undefined) return [`${title}: no ratings to predict from`, ...reasons].join("\n");
  const { value, low, high, level } = prediction;
  const top = catalogue.scale === undefined ? "" : ` of ${number(catalogue.scale.max)}`;
  const interval = `${Math.round(100 * level)} % sure between ${number(low)} and ${number(high)}`;
  const rests = basis === 1 ? "1 rating of the user" : `${basis} ratings of the user`;
  return [`${title}: ${number(value)}${top} (${interval}; from ${rests})`, ...reasons].join("\n");
}
