import type { Critique } from "../../agents/critique.ts";
import type { Extraction, Findings, Mind, Situation } from "../../agents/minds/mind.ts";
import type { Plan } from "../../agents/plan.ts";

/** How a step of a model goes wrong, or what it says when it does not. */
export type Behaviour<Value> =
  | { readonly does: "answer"; readonly value: Value }
  | { readonly does: "throw"; readonly message: string }
  | { readonly does: "hang" }
  /** Anything at all: what a model may return in the wrong shape. */
  | { readonly does: "babble"; readonly value: unknown };

export interface FlakyScript {
  readonly plan: readonly Behaviour<Plan>[];
  readonly extract: readonly Behaviour<Extraction>[];
  readonly critique: readonly Behaviour<Critique>[];
  /** Pieces of the reply; `breaks` throws after them. */
  readonly respond: readonly (
    | Behaviour<readonly string[]>
    | { readonly does: "break-off"; readonly pieces: readonly string[] }
  )[];
}

export interface FlakyMind extends Mind {
  /** Calls so far, by step. */
  readonly calls: Readonly<Record<keyof FlakyScript, number>>;
  /** What each call of plan was told of the one before. */
  readonly objections: readonly (Critique | undefined)[];
}

/** A model's mind that does what its script says, call after call, and starts the script anew when it is through. */
export function flakyMind(script: FlakyScript): FlakyMind {
  const calls = { plan: 0, extract: 0, critique: 0, respond: 0 };
  const objections: (Critique | undefined)[] = [];
  const next = <Step extends keyof FlakyScript>(step: Step): FlakyScript[Step][number] => {
    const behaviours = script[step];
    const behaviour = behaviours[calls[step] % behaviours.length];
    calls[step] += 1;
    if (behaviour === undefined) throw new Error(`no behaviour for ${step}`);
    return behaviour;
  };
  return {
    kind: "model",
    name: "flaky",
    calls,
    objections,
    plan: (_situation: Situation, previous) => {
      objections.push(previous);
      return done(next("plan") as Behaviour<Plan>);
    },
    extract: () => done(next("extract") as Behaviour<Extraction>),
    critique: () => done(next("critique") as Behaviour<Critique>),
    respond: async (_situation: Situation, _findings: Findings, _signal, onDelta) => {
      const behaviour = next("respond");
      if (behaviour.does === "break-off") {
        behaviour.pieces.forEach(onDelta);
        throw new Error("connection reset");
      }
      const pieces = await done(behaviour);
      pieces.forEach(onDelta);
      return pieces.join("");
    },
  };
}

async function done<Value>(behaviour: Behaviour<Value>): Promise<Value> {
  switch (behaviour.does) {
    case "answer":
      return behaviour.value;
    case "babble":
      return behaviour.value as Value;
    case "throw":
      throw new Error(behaviour.message);
    case "hang":
      return new Promise(() => {});
  }
}
