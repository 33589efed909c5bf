import { shownItems } from "../../memory/items/shortlist.ts";
import type { Toolbox } from "../toolbox.ts";
import type { StepNode } from "../turn.ts";

/** Predicts ratings: of the items asked about, or for the cards of the shown ones. */
export function rateNode(toolbox: Pick<Toolbox, "rate">): StepNode<"rate"> {
  return async (turn, step, signal) => {
    const items = step.items ?? shownItems(turn.shortlist);
    const opinions = items.length === 0 ? [] : await toolbox.rate({ ...turn.known, items }, signal);
    const predicted = opinions.filter(({ prediction }) => prediction !== undefined).length;
    return {
      update:
        step.items === undefined ? { ratings: opinions } : { opinions: [...turn.opinions, ...opinions] },
      summary: `${predicted} of ${items.length} predicted`,
    };
  };
}
