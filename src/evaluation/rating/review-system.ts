import type { ReviewRow } from "../../../memory/datasets/read-interactions.ts";
import type { RatingSystem } from "./rating-system.ts";
import { fitReviewRater, REVIEW_RATER_DEFAULTS, type ReviewRaterOptions } from "./review-rater.ts";

/**
 * `fitReviewRater` as a system of the rating protocol. Of all reviews it reads those of training rows only; `rateFolds` says whose the
 * given ratings are.
 */
export function reviewSystem(
  reviews: readonly ReviewRow[],
  options: Omit<ReviewRaterOptions, "items" | "signal"> = {},
): RatingSystem {
  const written = new Map(reviews.map((each) => [pair(each.userIndex, each.itemIndex), textOf(each)]));
  const { dimensions } = { ...REVIEW_RATER_DEFAULTS, ...options };
  return {
    name: "reviews",
    predicts: `effects, and a ridge regression from what training reviews of the item and of the user say (latent vectors of ${dimensions} dimensions, tone)`,
    fit({ interactions, scale, items }, { signal }) {
      const texts = Array.from(interactions.users, (user, row) =>
        written.get(pair(user, interactions.items[row] ?? 0)),
      );
      return fitReviewRater(interactions, texts, scale, { ...options, items, signal });
    },
  };
}

function pair(user: number, item: number): string {
  return `${user} ${item}`;
}

/** The headline is part of what somebody says. */
function textOf({ headline, review }: ReviewRow): string {
  return [headline, review].filter((words) => words !== undefined).join(". ");
}
