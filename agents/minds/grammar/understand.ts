import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { TitleLinker } from "../../../tools/language/title-linker.ts";
import type { ActOf } from "../../acts.ts";
import type { Critique } from "../../critique.ts";
import type { Plan, Step } from "../../plan.ts";
import type { Extraction, Situation } from "../mind.ts";
import { INJECTION } from "./acts/out-of-scope.ts";
import { type Correction, correctionOf } from "./correction.ts";
import { extractFrom } from "./extract.ts";
import { foreignTongue } from "./foreign-tongue.ts";
import { createLexicon } from "./lexicon.ts";
import { optionMeant } from "./options.ts";
import { readActs } from "./read-acts.ts";
import { requestOf } from "./request-of.ts";
import { revised } from "./revise.ts";
import { standingConstraints } from "./standing.ts";
import { stepsFor } from "./steps.ts";
import { understoodLine } from "./understood.ts";
import { readUtterance, type Utterance } from "./utterance.ts";
import { wishOf } from "./wish.ts";
import { FILLER } from "./words/filler.ts";

/** The understanding half of the grammar mind. Pure and deterministic; never throws on any text. */
export interface Understanding {
  /** @param previous the verdict on the last attempt of this very turn, if it was turned down */
  plan(situation: Situation, previous: Critique | undefined): Plan;
  extract(situation: Situation, plan: Plan): Extraction;
}

export function createUnderstanding(catalogue: Catalogue, titles: TitleLinker): Understanding {
  const lexicon = createLexicon(catalogue);
  return {
    plan(situation, previous) {
      const plan = planFor({ catalogue, titles, lexicon, situation: optionMeant(situation) });
      return previous === undefined ? plan : revised(plan, previous);
    },
    extract: extractFrom,
  };
}

type World = Pick<Utterance, "catalogue" | "titles" | "lexicon" | "situation">;

function planFor(world: World): Plan {
  const { situation, catalogue, lexicon } = world;
  const utterance = readUtterance(world);
  if (INJECTION.test(utterance.text)) return idlePlan(situation);
  const language = foreignTongue(utterance);
  if (language !== undefined) return idlePlan(situation, { because: "language", language });
  const correction = correctionOf(utterance);
  if (correction !== undefined) return correctedPlan(world, correction);
  const read = readActs(utterance);
  const wish = wishOf(utterance, read.free, read.claimed);
  const { acts, request } = requestOf(utterance, read, wish);
  if (acts.length === 0) return unknownTopic(utterance) ?? idlePlan(situation);
  const constraints = [
    ...request.constraints,
    ...standingConstraints(situation, acts, request.constraints, lexicon),
  ];
  const complete = { ...request, constraints };
  const steps = stepsFor(acts, situation.shortlist.candidates.length > 0);
  const changes = steps.some(({ tool }) => tool === "retrieve");
  return {
    acts: [...acts],
    request: complete,
    steps,
    understood: changes ? understoodLine(complete, catalogue) : "",
  };
}

/** What the last turn did is taken back, where it changed anything, and what was meant is done in its place. */
function correctedPlan(world: World, correction: Correction): Plan {
  const { situation, catalogue, lexicon } = world;
  if (correction.kind === "reworded" && correction.stays)
    return planFor({ ...world, situation: { ...situation, text: correction.text } });
  const { earlier } = situation;
  const before = { ...situation, request: earlier ?? situation.request, last: undefined };
  const meant =
    correction.kind === "reworded"
      ? planFor({ ...world, situation: { ...before, text: correction.text } })
      : {
          ...correction,
          steps: stepsFor(correction.acts, situation.shortlist.candidates.length > 0),
        };
  const constraints = [
    ...meant.request.constraints,
    ...standingConstraints(situation, meant.acts, meant.request.constraints, lexicon),
  ];
  const request = { ...meant.request, constraints };
  const undo: Step[] = earlier === undefined ? [] : [{ tool: "undo", onward: true }];
  const changes = meant.steps.some(({ tool }) => tool === "retrieve");
  return {
    acts: [{ act: "correct" }, ...meant.acts],
    request,
    steps: [...undo, ...meant.steps],
    understood: changes ? understoodLine(request, catalogue) : "",
  };
}

/** Nothing was understood, so nothing changes. */
function idlePlan(
  { request }: Situation,
  why: Pick<ActOf<"out-of-scope">, "because" | "language"> = {},
): Plan {
  return { acts: [{ act: "out-of-scope", ...why }], request, steps: [], understood: "" };
}

const LEADING_IN =
  /^(?:ok|okay|and|or|what|how|about|any|some|something|anything|with|maybe|then|hmm|no|so|well|perhaps|please)$/;

/** "ok, werewolves?": a thing asked for in a word or two that nothing here speaks of. */
function unknownTopic({ tokens, text, situation, spans }: Utterance): Plan | undefined {
  const telling = tokens.filter(({ norm }) => !LEADING_IN.test(norm));
  const words = telling.map(({ norm }) => norm);
  const short = words.length > 0 && words.length <= 2 && spans.length === 0;
  const asked = /\?\s*$/.test(text) || situation.shortlist.shown > 0;
  if (!short || !asked || !words.every((word) => /^[a-z]{4,}$/.test(word) && !FILLER.has(word)))
    return undefined;
  const said = text.slice(telling[0]?.start, telling.at(-1)?.end);
  return {
    acts: [{ act: "unknown-topic", said }],
    request: situation.request,
    steps: [],
    understood: "",
  };
}
