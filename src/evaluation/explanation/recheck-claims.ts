import { withVerdicts } from "../../../agents/bind-tools.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { checkClaim } from "../../../tools/explaining/check-claim.ts";
import type { Claim } from "../../../tools/explaining/claim.ts";
import { type Grounds, positiveMass, type RankChange } from "../../../tools/explaining/grounds.ts";
import { rankChanges } from "../../../tools/explaining/rank-changes.ts";
import { knownItem } from "../../../tools/known-item.ts";
import { dot, type ItemVectors, vectorAt } from "../../../tools/retrieval/item-vectors.ts";
import type { Scorer, Taste } from "../../../tools/scoring/scorer.ts";
import { tasteOf } from "../../../tools/scoring/taste.ts";
import type { ExplanationQuery } from "./explanation-system.ts";

/** What claims are checked against. */
export interface CheckingParts {
  readonly catalogue: Catalogue;
  readonly scorer: Pick<Scorer, "score" | "contributions">;
  readonly vectors: ItemVectors;
}

export const FAITHFULNESS_IN_WORDS =
  "share of claims whose evidence holds when checked anew against catalogue, scorer and history; what has no evidence does not hold; wording is not judged";

/**
 * How many of the claims hold, by grounds that owe nothing to whoever made them: contributions, similarities and ranks are computed again
 * from the history. One scoring of everything for each history item that a claim leaves out.
 */
export async function claimsThatHold(
  claims: readonly Claim[],
  query: ExplanationQuery,
  parts: CheckingParts,
  signal?: AbortSignal,
): Promise<number> {
  if (claims.length === 0) return 0;
  const grounds = await groundsAnew(claims, query, parts, signal);
  return claims.filter((claim) => checkClaim(claim, grounds)).length;
}

async function groundsAnew(
  claims: readonly Claim[],
  query: ExplanationQuery,
  { catalogue, scorer, vectors }: CheckingParts,
  signal: AbortSignal | undefined,
): Promise<Grounds> {
  const item = knownItem(catalogue, query.item);
  const weighed = withVerdicts(tasteOf(query.history, catalogue.scale), query.history);
  const history = weighed.flatMap(({ item: id, weight, verdict, value }) => {
    const index = catalogue.indexOf(id);
    return index === undefined ? [] : [{ index, weight, verdict, value }];
  });
  const taste = history.map(({ index, weight }) => ({ item: index, weight }));
  const [shares = []] = taste.length === 0 ? [] : await scorer.contributions(taste, [item], signal);
  const contributions = new Map<number, number>();
  for (const share of shares)
    contributions.set(share.item, (contributions.get(share.item) ?? 0) + share.amount);
  return {
    catalogue,
    item,
    history,
    contributions,
    mass: positiveMass(contributions),
    among: [item],
    examples: [],
    constraints: [],
    preferences: [],
    text: undefined,
    similarity: (a, b) => cosine(vectorAt(vectors, a), vectorAt(vectors, b)),
    rankChanges: await changesClaimed(claims, item, { catalogue, scorer }, taste, signal),
    ranked: "catalogue",
  };
}

/** Where the item really would stand without each item that a claim leaves out. */
async function changesClaimed(
  claims: readonly Claim[],
  item: number,
  { catalogue, scorer }: Pick<CheckingParts, "catalogue" | "scorer">,
  taste: readonly Taste[],
  signal: AbortSignal | undefined,
): Promise<RankChange[]> {
  const without = claims
    .flatMap(({ evidence }) => evidence)
    .flatMap((one) => (one.kind === "counterfactual" ? (catalogue.indexOf(one.without) ?? []) : []));
  const questions = [...new Set(without)].map((index) => ({ item, without: index }));
  return rankChanges(scorer, taste, questions, undefined, signal);
}

/** Of unit vectors; undefined where nothing is known of one. */
function cosine(a: Float32Array, b: Float32Array): number | undefined {
  if (a.every((value) => value === 0) || b.every((value) => value === 0)) return undefined;
  return dot(a, b);
}
