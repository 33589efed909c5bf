import { HALF_BELIEVED } from "../../memory/items/measures.ts";
import type { Grounds } from "./grounds.ts";
import type { Reason } from "./reason.ts";
import { middleOf, renownOf } from "./renown.ts";
import { type Numbers, sayRankChange, sayStatistics } from "./sentences.ts";

/** How the item stands with everybody. */
export function statisticsReasons({ catalogue, item }: Pick<Grounds, "catalogue" | "item">): Reason[] {
  const { count, mean } = catalogue.statistics(item);
  if (count === 0) return [];
  const renown = renownOf(catalogue, item);
  const claim = sayStatistics({ count, mean, renown }, catalogue.noun, catalogue.simulated, item);
  const evidence = {
    kind: "statistics" as const,
    count,
    ...(mean !== undefined && { mean }),
    ...(renown !== undefined && { renown }),
  };
  const strength = strengthOf({ count, mean, renown }, middleOf(catalogue));
  return [
    {
      claim: { claim, evidence: [evidence] },
      strength,
      topic: "statistics",
      anchors: [],
      ...(strength < NOTABLE && { atNeed: "plain" as const }),
    },
  ];
}

/** Numbers weaker than this are those of most items. */
const NOTABLE = 0.18;

/** What is below the average speaks for nothing; what is above speaks the louder, the more people say so. */
function strengthOf({ count, mean, renown }: Numbers, middle: number | undefined): number {
  if (renown === "best-rated" || renown === "most-chosen") return 0.32;
  if (mean !== undefined && middle !== undefined && mean < middle) return 0.04;
  return renown === "little-known" ? 0.18 : 0.08 + (0.08 * count) / (count + HALF_BELIEVED);
}

/** Where the item would stand without single items of the history. */
export function rankChangeReasons({ catalogue, rankChanges, ranked }: Grounds): Reason[] {
  return rankChanges
    .filter(({ from, to }) => to > from)
    .map((change): Reason => {
      const { id, title } = catalogue.item(change.without);
      const { from, to } = change;
      return {
        claim: {
          claim: sayRankChange(change, title, ranked),
          evidence: [{ kind: "counterfactual", without: id, title, from, to }],
        },
        strength: 0.2 + 0.25 * (1 - from / to),
        topic: "counterfactual",
        reserved: true,
        anchors: [change.without],
      };
    });
}
