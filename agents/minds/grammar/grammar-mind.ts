import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { TitleLinker } from "../../../tools/language/title-linker.ts";
import { createClarifier } from "../../clarify.ts";
import type { Plan, Question } from "../../plan.ts";
import type { Mind } from "../mind.ts";
import { createSpeaker } from "./speaking/speaker.ts";
import type { Understanding } from "./understand.ts";

export interface GrammarMindOptions {
  readonly catalogue: Catalogue;
  readonly understanding: Understanding;
  /** Tells which titles several items share, so that the reply says which one it speaks of. */
  readonly titles?: TitleLinker;
}

/** The mind that needs no model: a parser of what people say to recommenders, and sentences made from what the tools found. */
export function createGrammarMind({ catalogue, understanding, titles }: GrammarMindOptions): Mind {
  const speak = createSpeaker(catalogue, titles);
  const clarify = createClarifier(catalogue);
  return {
    kind: "grammar",
    name: "grammar",
    plan: async (situation, previous, signal) => {
      signal.throwIfAborted();
      const plan = understanding.plan(situation, previous);
      return withQuestion(plan, clarify(plan, situation));
    },
    extract: async (situation, plan, signal) => {
      signal.throwIfAborted();
      return understanding.extract(situation, plan);
    },
    critique: async (_situation, _findings, signal) => {
      signal.throwIfAborted();
      return { verdict: "accept", problems: [] };
    },
    respond: async (situation, findings, signal, onDelta) => {
      signal.throwIfAborted();
      const reply = speak(situation, findings);
      for (const piece of reply.match(/[^\s]*\s*(?:[^\s]+\s*){0,3}/gu) ?? []) {
        signal.throwIfAborted();
        if (piece !== "") onDelta(piece);
      }
      return reply;
    },
  };
}

/** A list still comes with the question: nobody has to answer before they get something. */
function withQuestion(plan: Plan, question: Question | undefined): Plan {
  if (question === undefined || plan.steps.some(({ tool }) => tool === "ask")) return plan;
  return { ...plan, steps: [...plan.steps, { tool: "ask", question }] };
}
