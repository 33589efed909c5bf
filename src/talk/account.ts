import type { AnswerItem } from "../../agents/answer.ts";
import { sanitiseLine } from "../sanitise.ts";
import type { TurnView } from "./turn.ts";
import { durationText, evidenceText } from "./wording.ts";

/** Every claim for an item (or each item) and what it rests on. `place` counts from 1. */
export function whyLines(items: readonly AnswerItem[], place: number | undefined): string[] {
  return items.flatMap((item, index) => {
    if (place !== undefined && index + 1 !== place) return [];
    const head = `${index + 1}. ${sanitiseLine(item.title)}`;
    if (item.reasons.length === 0) return [head, "   I have no evidence to show for this one."];
    return [head, ...item.reasons.flatMap(claimLines)];
  });
}

/** How the last answer came about: what was understood, each step with its time, what the critic said, who spoke. */
export function planLines(turn: TurnView | undefined): string[] {
  if (turn === undefined) return ["Nothing has been planned yet."];
  const lines = [`You said: ${sanitiseLine(turn.text)}`];
  if (turn.understood !== "") lines.push(`I understood: ${sanitiseLine(turn.understood)}`);
  for (const step of turn.steps) lines.push(`  ${stepText(step)}`);
  if (turn.steps.length === 0) lines.push(`  ${turn.planned.join(" → ") || "It needed no tool."}`);
  for (const problem of turn.problems) lines.push(`  critic: ${sanitiseLine(problem.message)}`);
  if (turn.attempt > 1) lines.push(`It took ${turn.attempt} plans.`);
  if (turn.fallback !== undefined)
    lines.push(`The grammar stood in for the model: ${sanitiseLine(turn.fallback)}`);
  if (turn.answer !== undefined) {
    lines.push(`Answered by the ${turn.answer.mind} in ${durationText(turn.answer.milliseconds)}.`);
  }
  return lines;
}

/** "retrieve · 312 candidates · 4 ms". */
export function stepText(step: TurnView["steps"][number]): string {
  const time = step.milliseconds === undefined ? "…" : durationText(step.milliseconds);
  return [step.tool, sanitiseLine(step.summary), time].filter((part) => part !== "").join(" · ");
}

function claimLines(reason: AnswerItem["reasons"][number]): string[] {
  const claim = sanitiseLine(reason.claim);
  const grounds = reason.evidence.map(evidenceText).filter((text) => text !== claim);
  return [`   ${claim}`, ...grounds.map((text) => `     – ${text}`)];
}
