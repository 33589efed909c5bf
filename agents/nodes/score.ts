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
    const shown = Math.min(turn.request.count, candidates.length);
    return {
      update: {
        shortlist: {
          ...turn.shortlist,
          version: turn.shortlist.version + 1,
          candidates: [...candidates],
          shown,
          trail: [
            ...turn.shortlist.trail,
            ...candidates.slice(0, shown).map(({ item, score }, place) => ({
              by: "score",
              action: "scored" as const,
              item,
              reason: reasons?.[item] || `number ${place + 1} by ${by}`,
              score,
            })),
          ],
        },
      },
      summary: `${candidates.length} ordered by ${by}`,
    };
  };
}
