import type { Interactions } from "../../../memory/datasets/interactions.ts";
import type { ReviewRow } from "../../../memory/datasets/read-interactions.ts";
import { keepRows, positives } from "../../../tools/scoring/interaction-rows.ts";
import { historiesOf } from "../ranking/cases.ts";
import type { PastItem } from "../ranking/ranker.ts";
import { leaveOneOut } from "../splits/by-time.ts";
import { assertNoLeaks } from "../splits/leaks.ts";
import { sentencesOf } from "../text/sentences.ts";

/** What one user took last, and what they knew before. */
export interface HeldOutItem {
  readonly user: number;
  /** Catalogue index. */
  readonly item: number;
  /** All that the user did before, low ratings too; oldest first. */
  readonly history: readonly PastItem[];
}

export interface ExplanationSplit {
  readonly cases: readonly HeldOutItem[];
  /** All interactions but those of a user from the held-out one on. */
  readonly train: Interactions;
}

/**
 * The last interaction of each user that counts is to be explained; whoever did nothing before it is left out.
 * @param positiveFrom rating from which one counts; undefined = all do
 */
export function explanationSplit(
  interactions: Interactions,
  positiveFrom: number | undefined,
): ExplanationSplit {
  const liked = positives(interactions, positiveFrom);
  const split = leaveOneOut(liked, "test");
  assertNoLeaks(split);
  const held = new Map<number, { readonly item: number; readonly at: number }>();
  for (const row of split.test)
    held.set(liked.users[row] ?? 0, { item: liked.items[row] ?? 0, at: liked.at[row] ?? 0 });
  const known = new Set<string>();
  for (const row of split.train) known.add(`${liked.users[row]} ${liked.items[row]}`);
  const train = keepRows(interactions, (row) => {
    const user = interactions.users[row] ?? 0;
    const until = held.get(user)?.at ?? Number.POSITIVE_INFINITY;
    // Of what was at the same moment only what counts and stands before it in the file.
    return (interactions.at[row] ?? 0) < until || known.has(`${user} ${interactions.items[row]}`);
  });
  const historyOf = historiesOf(train);
  const cases = [...held]
    .sort(([a], [b]) => a - b)
    .map(([user, { item }]) => ({ user, item, history: historyOf(user) }))
    .filter(({ history }) => history.length > 0);
  return { cases, train };
}

/** So much of a review says why; what follows is often of something else. */
const SENTENCES = 2;

export const REFERENCES_IN_WORDS = `the user's own review of the item as one text: its headline, then its first ${SENTENCES} sentences`;

/** What the user wrote of the item; undefined where nothing. */
export function referenceOf(review: Pick<ReviewRow, "review" | "headline"> | undefined): string | undefined {
  const headline = (review?.headline ?? "").trim();
  const ended = headline === "" || /[.!?…]$/u.test(headline) ? headline : `${headline}.`;
  const text = [ended, ...sentencesOf(review?.review ?? "").slice(0, SENTENCES)].join(" ").trim();
  return text === "" ? undefined : text;
}
