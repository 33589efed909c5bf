import { z } from "zod";
import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { Constraint } from "../../memory/items/constraint.ts";
import { knownItem } from "../known-item.ts";
import type { Scorer, Taste } from "../scoring/scorer.ts";
import { arrange } from "./arrange.ts";
import { checkClaim } from "./check-claim.ts";
import type { Claim } from "./claim.ts";
import { contributionReasons, positiveContributors } from "./contribution.ts";
import { type Grounds, Preference, positiveMass, type Similarity, TastedItem } from "./grounds.ts";
import { likenessReasons } from "./likeness.ts";
import { rankChanges } from "./rank-changes.ts";
import type { Reason } from "./reason.ts";
import { sharedFacets } from "./shared.ts";
import { rankChangeReasons, statisticsReasons } from "./standing.ts";
import { standoutReasons } from "./standout.ts";
import { wantedReasons } from "./wanted.ts";
import { wishReasons } from "./wishes.ts";

export const ExplainInput = z.strictObject({
  items: z.array(ItemId).min(1),
  /** Oldest first, as it was scored. */
  taste: z.array(TastedItem).default([]),
  /** Items named as examples of what is wanted. */
  like: z.array(ItemId).default([]),
  constraints: z.array(Constraint).default([]),
  preferences: z.array(Preference).default([]),
  /** What was asked for in words. */
  text: z.string().optional(),
  /** The candidates that counterfactual ranks are among; absent: the whole catalogue. */
  against: z.array(ItemId).optional(),
  /** `card`: the few strongest claims. `full`: more of them, with counterfactuals, which score everything anew. */
  depth: z.enum(["card", "full"]).default("card"),
});
export type ExplainInput = z.output<typeof ExplainInput>;

/** Why one item: claims that were checked, the best line first. Empty where nothing can be said. */
export interface Explanation {
  readonly item: ItemId;
  readonly claims: readonly Claim[];
}

export type Explain = (input: ExplainInput, signal?: AbortSignal) => Promise<readonly Explanation[]>;

export interface ExplainerParts {
  readonly catalogue: Catalogue;
  readonly scorer: Pick<Scorer, "score" | "contributions">;
  /** Absent where there are no vectors: then no neighbours are claimed. */
  readonly similarity?: Similarity;
}

const LIMIT = { card: 3, full: 8 } as const;

/**
 * Finds claims, each with evidence, and drops every one that its evidence does not bear out. History items that the
 * catalogue no longer has are passed over; asking about an unknown item is CiceroneError `unknown-item`.
 */
export function createExplainer({ catalogue, scorer, similarity }: ExplainerParts): Explain {
  const shared = sharedFacets(catalogue);
  return async (input, signal) => {
    signal?.throwIfAborted();
    const items = input.items.map((id) => knownItem(catalogue, id));
    const history = input.taste.flatMap(({ item, weight, verdict, value }) =>
      indices(catalogue, [item]).map((index) => ({ index, weight, verdict, value })),
    );
    const taste = history.map(({ index, weight }) => ({ item: index, weight }));
    const shares = taste.length === 0 ? [] : await scorer.contributions(taste, items, signal);
    const examples = indices(catalogue, input.like);
    const grounds = items.map((item, at): Grounds => {
      const contributions = summed(shares[at] ?? []);
      return {
        catalogue,
        item,
        among: items,
        history,
        contributions,
        mass: positiveMass(contributions),
        examples,
        constraints: input.constraints,
        preferences: input.preferences,
        text: input.text,
        similarity: similarity ?? (() => undefined),
        rankChanges: [],
        ranked: input.against === undefined ? "catalogue" : "candidates",
      };
    });
    const against = input.against && indices(catalogue, input.against);
    const grounded =
      input.depth === "full" ? await withRankChanges(scorer, taste, grounds, against, signal) : grounds;
    const reasons = grounded.map((one) =>
      reasonsFor(one, input.depth).filter(({ claim }) => checkClaim(claim, one)),
    );
    const arranged = arrange(reasons, LIMIT[input.depth]);
    return input.items.map((item, at) => ({ item, claims: arranged[at] ?? [] }));

    function reasonsFor(one: Grounds, depth: ExplainInput["depth"]): Reason[] {
      return [
        ...likenessReasons(one, shared),
        ...contributionReasons(one, shared, depth === "full" ? 2 : 1),
        ...wantedReasons(one),
        ...wishReasons(one),
        ...standoutReasons(one),
        ...statisticsReasons(one),
        ...rankChangeReasons(one),
      ];
    }
  };
}

/** Adds where each item would stand without the history item that weighs most in it. */
async function withRankChanges(
  scorer: Pick<Scorer, "score">,
  taste: readonly Taste[],
  grounds: readonly Grounds[],
  against: readonly number[] | undefined,
  signal: AbortSignal | undefined,
): Promise<Grounds[]> {
  const questions = grounds.flatMap((one) => {
    const [top] = positiveContributors(one);
    return top === undefined ? [] : [{ item: one.item, without: top.index }];
  });
  const changes = await rankChanges(scorer, taste, questions, against, signal);
  return grounds.map((one) => ({
    ...one,
    rankChanges: changes.filter((_, at) => questions[at]?.item === one.item).slice(0, 1),
  }));
}

function summed(
  contributions: readonly { readonly item: number; readonly amount: number }[],
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { item, amount } of contributions) sums.set(item, (sums.get(item) ?? 0) + amount);
  return sums;
}

function indices(catalogue: Pick<Catalogue, "indexOf">, ids: readonly ItemId[]): number[] {
  return ids.flatMap((id) => catalogue.indexOf(id) ?? []);
}
