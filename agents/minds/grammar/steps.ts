import { conditionsOf } from "../../../memory/items/constraint.ts";
import type { Act } from "../../acts.ts";
import type { Step } from "../../plan.ts";

const RECOMMEND: readonly Step[] = [
  { tool: "retrieve" },
  { tool: "score" },
  { tool: "rate" },
  { tool: "explain" },
];
const MOST = 12;

/**
 * What each act needs done, in this order: memory first, then questions, then the list. A question alone does not recommend anew;
 * feedback and preferences do while a list is on the table, so that it changes in the same turn.
 */
export function stepsFor(acts: readonly Act[], onTable: boolean): Step[] {
  const undo = acts.find((act) => act.act === "undo");
  if (undo !== undefined) return [{ tool: "undo", ...(undo.steps !== undefined && { steps: undo.steps }) }];
  const steps: Step[] = [];
  if (acts.some(({ act }) => act === "forget" || act === "unmet")) steps.push({ tool: "forget" });
  for (const act of acts) steps.push(...answering(act));
  if (acts.some((act) => recommends(act, onTable))) steps.push(...RECOMMEND);
  return steps.slice(-MOST);
}

function answering(act: Act): Step[] {
  switch (act.act) {
    case "look-up":
      return [{ tool: "look-up", items: act.items, facets: act.facets }];
    case "which":
      return [
        {
          tool: "look-up",
          items: act.items,
          facets: [...new Set(act.meet.flatMap(conditionsOf).map(({ facet }) => facet))],
        },
      ];
    case "compare":
      return [{ tool: "compare", items: act.items }];
    case "why-not":
      return [{ tool: "why-not", items: act.items }];
    case "choose":
      return [
        { tool: "rate", items: act.items },
        { tool: "explain", items: act.items },
      ];
    case "would-like":
      return [{ tool: "rate", items: act.items }];
    case "why":
      return [{ tool: "explain", items: act.items }];
    default:
      return [];
  }
}

function recommends(act: Act, onTable: boolean): boolean {
  if (act.act === "seek" || act.act === "refine" || act.act === "more") return true;
  // What is wanted one day changes no list.
  if (act.act === "feedback" && act.verdict === "wanted") return false;
  if (act.act === "feedback" && act.whose !== undefined) return false;
  return onTable && /^(?:feedback|prefer|forget|unmet)$/.test(act.act);
}
