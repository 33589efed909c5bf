import type { Grounds } from "./grounds.ts";
import type { Reason } from "./reason.ts";
import { sayRankChange, sayStatistics } from "./sentences.ts";

/** As many ratings as an average needs to be half believed. */
const HALF_BELIEVED = 20;

/** How the item stands with everybody. */
export function statisticsReasons({ catalogue, item }: Pick<Grounds, "catalogue" | "item">): Reason[] {
  const { count, mean } = catalogue.statistics(item);
  if (count === 0) return [];
  const { scale } = catalogue;
  const height = mean === undefined || scale === undefined ? 0 : (mean - scale.min) / (scale.max - scale.min);
  return [
    {
      claim: {
        claim: sayStatistics({ count, mean }, catalogue.noun, catalogue.simulated),
        evidence: [{ kind: "statistics", count, ...(mean !== undefined && { mean }) }],
      },
      strength: 0.08 + (0.12 * Math.max(0, height) * count) / (count + HALF_BELIEVED),
      topic: "statistics",
      anchors: [],
    },
  ];
}

/** Where the item would stand without single items of the history. */
export function rankChangeReasons({ catalogue, rankChanges }: Grounds): Reason[] {
  return rankChanges
    .filter(({ from, to }) => to > from)
    .map((change): Reason => {
      const { id, title } = catalogue.item(change.without);
      const { from, to } = change;
      return {
        claim: {
          claim: sayRankChange(change, title),
          evidence: [{ kind: "counterfactual", without: id, title, from, to }],
        },
        strength: 0.2 + 0.25 * (1 - from / to),
        topic: "counterfactual",
        anchors: [change.without],
      };
    });
}
