import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { seededRandom } from "../../../memory/random.ts";
import { keepRows } from "../../../tools/scoring/interaction-rows.ts";
import { sequenceOf, sequencesOf } from "../../../tools/scoring/sequences.ts";
import { historiesOf, type RankingCase } from "../ranking/cases.ts";

/** Interactions that a user is left with. */
export const HISTORY_LENGTHS = [0, 1, 2, 5, 10] as const;

export interface ColdUsers {
  /** Everything of everybody else: of the measured users nothing was seen. */
  readonly train: Interactions;
  /** For each length in turn, each measured user: the last so many interactions before the last one, which is to be found. */
  readonly cases: readonly RankingCase[];
  readonly users: readonly number[];
  /** All that a user took, which no candidate may be but the one to be found: so every length competes with the same items. */
  readonly taken: (user: number) => Int32Array;
}

/**
 * Users cut to their last 0, 1, 2, 5 and 10 interactions. Measured users are drawn with the seed from those with more than ten, a fifth of
 * them and at most `most`; none of their interactions is trained on.
 */
export function coldUsers(interactions: Interactions, most: number, seed: number): ColdUsers {
  const sequences = sequencesOf(interactions);
  const longest = Math.max(...HISTORY_LENGTHS);
  const random = seededRandom(seed);
  const able = Array.from(interactions.userIds.keys()).filter(
    (user) => sequenceOf(sequences, user).length > longest,
  );
  const keyed = able.map((user) => ({ user, key: random() })).sort((a, b) => a.key - b.key);
  const users = keyed
    .slice(0, Math.min(most, Math.ceil(able.length / 5)))
    .map(({ user }) => user)
    .sort((a, b) => a - b);
  const measured = new Set(users);
  const histories = historiesOf(interactions);
  const cases = HISTORY_LENGTHS.flatMap((length) =>
    users.map((user): RankingCase => {
      const past = histories(user);
      const target = past.length - 1;
      return {
        user,
        history: past.slice(target - length, target),
        truth: [past[target]?.item ?? 0],
      };
    }),
  );
  const train = keepRows(interactions, (row) => !measured.has(interactions.users[row] ?? 0));
  return { train, cases, users, taken: (user) => sequenceOf(sequences, user) };
}
