import type { Toolbox } from "../toolbox.ts";
import type { StepNode } from "../turn.ts";

/** Reads facets of items from the catalogue. */
export function lookUpNode(toolbox: Pick<Toolbox, "lookUp">): StepNode<"look-up"> {
  return async (turn, step, signal) => {
    const found = await toolbox.lookUp({ items: step.items, facets: step.facets }, signal);
    return {
      update: { lookUps: [...turn.lookUps, ...found] },
      summary: `${step.facets.join(", ") || "everything"} of ${found.map(({ title }) => title).join(", ")}`,
    };
  };
}
