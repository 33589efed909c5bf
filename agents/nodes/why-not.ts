import type { Catalogue } from "../../memory/items/catalogue.ts";
import { objectionsTo } from "../../tools/explaining/objections.ts";
import { withStanding } from "../standing.ts";
import type { StepNode } from "../turn.ts";

/** Finds what keeps items off the list. */
export function whyNotNode(catalogue: Catalogue): StepNode<"why-not"> {
  return async (turn, { items }, signal) => {
    signal.throwIfAborted();
    const request = withStanding(turn.request, turn.known.facts);
    const { shortlist } = turn;
    const found = items.map((item) =>
      objectionsTo(item, { catalogue, request, history: turn.known.history, shortlist }),
    );
    return {
      update: { unlisted: [...turn.unlisted, ...found] },
      summary: found.map(({ objections }) => objections.map(({ kind }) => kind).join(", ")).join("; "),
    };
  };
}
