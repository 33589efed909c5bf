import type { Critique } from "../../critique.ts";
import type { Plan } from "../../plan.ts";

/** How far a list that was too much alike is spread out. */
const SPREAD = 0.6;

/**
 * The plan once more, after an answer was turned down. Too few: free words go first, then the demand for renown or surprise; the
 * retriever relaxes constraints itself. Too much alike: more diversity. Everything else is worth another try as it is.
 */
export function revised(plan: Plan, critique: Critique): Plan {
  const checks = new Set(critique.problems.map(({ check }) => check));
  const widened = checks.has("too-few") ? widen(plan) : plan;
  if (!checks.has("diversity")) return widened;
  return {
    ...widened,
    steps: widened.steps.map((step) => (step.tool === "score" ? { ...step, diversity: SPREAD } : step)),
  };
}

function widen(plan: Plan): Plan {
  const { text, renown, sort, ...rest } = plan.request;
  if (text !== undefined && (rest.constraints.length > 0 || rest.like.length > 0)) {
    return {
      ...plan,
      request: {
        ...rest,
        ...(renown === undefined ? {} : { renown }),
        ...(sort === undefined ? {} : { sort }),
      },
    };
  }
  return {
    ...plan,
    request: {
      ...rest,
      surprise: false,
      ...(text === undefined ? {} : { text }),
      ...(sort === undefined ? {} : { sort }),
    },
  };
}
