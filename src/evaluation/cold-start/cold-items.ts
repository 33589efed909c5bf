import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { seededRandom } from "../../../memory/random.ts";
import { keepRows } from "../../../tools/scoring/interaction-rows.ts";
import { historiesOf, type RankingCase } from "../ranking/cases.ts";

export interface ColdItems {
  /** Nothing of a withheld item, and of a measured user nothing from the interaction to be found on. */
  readonly train: Interactions;
  readonly cases: readonly RankingCase[];
  /** Mask over the catalogue: 1 = withheld. */
  readonly withheld: Uint8Array;
}

/** Of the items in play. */
export const WITHHELD_SHARE = 0.1;

/**
 * Items that training never saw: a tenth of those in play, drawn with the seed. To be found is the last withheld item that a user took,
 * from what they took before it, among the withheld items.
 */
export function coldItems(interactions: Interactions, itemCount: number, seed: number): ColdItems {
  const random = seededRandom(seed);
  const inPlay = new Uint8Array(itemCount);
  for (const item of interactions.items) inPlay[item] = 1;
  const withheld = inPlay.map((each) => Number(each === 1 && random() < WITHHELD_SHARE));
  const histories = historiesOf(interactions);
  const kept = new Set<number>();
  const pair = (user: number, item: number): number => user * itemCount + item;
  const cases: RankingCase[] = [];
  for (const user of interactions.userIds.keys()) {
    const past = histories(user);
    const target = past.findLastIndex(({ item }) => withheld[item] === 1);
    const history = past
      .slice(0, target < 0 ? past.length : target)
      .filter(({ item }) => withheld[item] === 0);
    for (const { item } of history) kept.add(pair(user, item));
    const found = past[target]?.item;
    if (found !== undefined && history.length > 0) cases.push({ user, history, truth: [found] });
  }
  const train = keepRows(interactions, (row) =>
    kept.has(pair(interactions.users[row] ?? 0, interactions.items[row] ?? 0)),
  );
  return { train, cases, withheld };
}
