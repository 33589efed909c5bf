import type { Toolbox } from "../toolbox.ts";
import type { StepNode } from "../turn.ts";

/** Puts items side by side. */
export function compareNode(toolbox: Pick<Toolbox, "compare">): StepNode<"compare"> {
  return async (turn, step, signal) => {
    const comparison = await toolbox.compare({ ...turn.known, items: step.items }, signal);
    return {
      update: { comparison },
      summary: comparison.items.map(({ title }) => title).join(" and "),
    };
  };
}
