import type { Problem } from "../../agents/critique.ts";
import type { AgentEvent, TurnFinished } from "../../agents/events.ts";
import type { Plan } from "../../agents/plan.ts";

/** One tool at work: "retrieve · 312 candidates · 4 ms". `milliseconds` is undefined while it runs. */
export interface StepView {
  readonly step: number;
  readonly tool: string;
  readonly summary: string;
  readonly milliseconds: number | undefined;
}

export interface FailureView {
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** A turn as far as it has come: what every surface draws, folded from the events. */
export interface TurnView {
  readonly text: string;
  readonly understood: string;
  readonly mind: "grammar" | "model" | undefined;
  /** Why the grammar stood in for the model, when it did. */
  readonly fallback: string | undefined;
  readonly planned: readonly string[];
  readonly attempt: number;
  readonly steps: readonly StepView[];
  readonly problems: readonly Problem[];
  /** The reply as far as it was spoken. */
  readonly reply: string;
  readonly answer: TurnFinished | undefined;
  readonly failure: FailureView | undefined;
}

export function newTurn(text: string): TurnView {
  return {
    text,
    understood: "",
    mind: undefined,
    fallback: undefined,
    planned: [],
    attempt: 1,
    steps: [],
    problems: [],
    reply: "",
    answer: undefined,
    failure: undefined,
  };
}

/** A turn of before a restart: what was planned is known, how long it took is not. */
export function resumedTurn(text: string, plan: Plan): TurnView {
  return { ...newTurn(text), understood: plan.understood, planned: plan.steps.map((step) => step.tool) };
}

/** The turn after one more event. Pure: the same events give the same view on every surface. */
export function foldEvent(turn: TurnView, event: AgentEvent): TurnView {
  switch (event.type) {
    case "turn-started":
    case "memory-recalled":
      return turn;
    case "plan-made":
      return {
        ...turn,
        understood: event.plan.understood,
        mind: event.mind,
        fallback: event.fallback ?? turn.fallback,
        planned: event.plan.steps.map((step) => step.tool),
        attempt: event.attempt,
      };
    case "tool-started":
      return {
        ...turn,
        steps: [...turn.steps, { step: event.step, tool: event.tool, summary: "", milliseconds: undefined }],
      };
    case "tool-finished":
      return { ...turn, steps: finishStep(turn.steps, event) };
    case "critique-made":
      return { ...turn, problems: [...turn.problems, ...event.critique.problems] };
    case "answer-delta":
      return { ...turn, reply: turn.reply + event.text };
    case "turn-finished":
      return { ...turn, reply: event.reply, understood: event.understood, answer: event };
    case "turn-failed":
      return { ...turn, failure: { code: event.code, message: event.message, hint: event.hint } };
  }
}

function finishStep(
  steps: readonly StepView[],
  event: Extract<AgentEvent, { type: "tool-finished" }>,
): readonly StepView[] {
  const finished = {
    step: event.step,
    tool: event.tool,
    summary: event.summary,
    milliseconds: event.milliseconds,
  };
  // A revised plan numbers its steps anew: the one that runs now is the latest of that number.
  const at = steps.findLastIndex((step) => step.step === event.step && step.milliseconds === undefined);
  return at === -1 ? [...steps, finished] : steps.with(at, finished);
}
