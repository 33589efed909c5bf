import { CiceroneError } from "../../memory/errors.ts";
import type { RatingMatrix } from "./rating-matrix.ts";
import { shuffled } from "./trials.ts";

const ENOUGH_CALIBRATORS = 150;
const MOST_CALIBRATORS = 1000;
const MOST_GROUPS = 5;

/** Disjoint groups of users with at least two ratings, a tenth of them or a little more each. */
export function calibratorGroups(all: RatingMatrix, random: () => number): number[][] {
  const { start } = all.byUser;
  const rated = shuffled(all.users, random).filter((user) => (start[user + 1] ?? 0) - (start[user] ?? 0) > 1);
  const tenth = Math.max(1, Math.ceil(rated.length / 10));
  const groups = Math.min(MOST_GROUPS, Math.ceil(ENOUGH_CALIBRATORS / tenth));
  const size = Math.min(
    MOST_CALIBRATORS,
    Math.max(tenth, Math.ceil(ENOUGH_CALIBRATORS / groups)),
    Math.ceil(rated.length / MOST_GROUPS),
  );
  return Array.from({ length: groups }, (_, group) => rated.slice(group * size, (group + 1) * size));
}

export function noRatings(): CiceroneError {
  return new CiceroneError("no-ratings", "there are no ratings to learn from", {
    hint: "the rater needs interactions with values; without them answers carry no predicted rating",
  });
}
