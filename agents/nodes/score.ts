import { ordered } from "../../memory/items/shortlist.ts";
import { withStanding } from "../standing.ts";
import type { Toolbox } from "../toolbox.ts";
import type { StepNode } from "../turn.ts";
import { excluded } from "./retrieve.ts";

/** Orders what lies on the table by taste, and decides how much of it is shown. */
export function scoreNode(toolbox: Pick<Toolbox, "score">): StepNode<"score"> {
  return async (turn, step, signal) => {
    const out = new Set(excluded(turn));
    const ranking = await toolbox.score(
      {
        ...turn.known,
        request: withStanding(turn.request, turn.known.facts),
        candidates: turn.shortlist.candidates.filter(({ item }) => !out.has(item)),
        diversity: step.diversity,
      },
      signal,
    );
    const { candidates, by, reasons } = ranking;
    return {
      update: {
        shortlist: ordered(turn.shortlist, "score", {
          candidates,
          shown: turn.request.count,
          reason: ({ item }, place) => reasons[item] || `number ${place} by ${by}`,
        }),
      },
      summary: `${candidates.length} ordered by ${by}`,
    };
  };
}
