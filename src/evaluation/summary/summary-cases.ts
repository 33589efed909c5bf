import type { ReviewRow } from "../../../memory/datasets/read-interactions.ts";
import type { Holdout } from "../splits/split.ts";

/** A review that has a headline. */
export interface Summarised {
  readonly user: number;
  readonly review: string;
  readonly headline: string;
}

export interface SummarySplit {
  /** What may be learned from: nothing of a user from the held-out review on. */
  readonly train: readonly Summarised[];
  /** One of each user, in user order. */
  readonly test: readonly Summarised[];
}

/**
 * The last review of each user is the test, the one before it the validation; ties in file order. Only reviews with both a text and a
 * headline count. For "validation" the last review is thrown away, and whoever has only one is left out.
 */
export function summarySplit(reviews: readonly ReviewRow[], holdout: Holdout): SummarySplit {
  const byUser = Map.groupBy(reviews.filter(isWhole), ({ userIndex }) => userIndex);
  const train: Summarised[] = [];
  const test: Summarised[] = [];
  for (const [user, rows] of [...byUser].sort(([a], [b]) => a - b)) {
    const own = rows
      .toSorted((a, b) => a.at - b.at || a.row - b.row)
      .map(({ review = "", headline = "" }) => ({ user, review, headline }));
    const target = own.length - (holdout === "test" ? 1 : 2);
    train.push(...own.slice(0, Math.max(0, target)));
    test.push(...own.slice(Math.max(0, target), Math.max(0, target + 1)));
  }
  return { train, test };
}

function isWhole({ review, headline }: ReviewRow): boolean {
  return (review ?? "").trim() !== "" && (headline ?? "").trim() !== "";
}
