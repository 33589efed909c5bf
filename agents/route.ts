import type { ToolName } from "./plan.ts";
import type { Turn } from "./turn.ts";

/** The next step's node, or the critic when the plan is done. */
export function nextStep(turn: Turn): ToolName | "reflect" {
  return turn.plan.steps[turn.step]?.tool ?? "reflect";
}

/** Back to the planner when the critic says so; it never does more than twice. */
export function afterReflection(turn: Turn): "plan" | "respond" {
  return turn.critique?.verdict === "revise" ? "plan" : "respond";
}
