import { shownItems } from "../../memory/items/shortlist.ts";
import { withStanding } from "../standing.ts";
import type { Toolbox } from "../toolbox.ts";
import type { StepNode } from "../turn.ts";

/** Finds the reasons: in full for the items asked about, the strongest ones for the cards of the shown items. */
export function explainNode(toolbox: Pick<Toolbox, "explain">): StepNode<"explain"> {
  return async (turn, step, signal) => {
    const found = turn.shortlist.candidates.map(({ item }) => item);
    const items = step.items ?? shownItems(turn.shortlist);
    const explained =
      items.length === 0
        ? []
        : await toolbox.explain(
            {
              ...turn.known,
              request: withStanding(turn.request, turn.known.facts),
              items,
              ...(found.length > 0 && { against: found }),
              depth: step.items === undefined ? "card" : "full",
            },
            signal,
          );
    const claims = explained.reduce((sum, entry) => sum + entry.claims.length, 0);
    return {
      update: step.items === undefined ? { reasons: explained } : { claims: [...turn.claims, ...explained] },
      summary: `${claims} ${claims === 1 ? "claim" : "claims"} about ${items.length}`,
    };
  };
}
