import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { type Constraint, conditionsOf } from "../../../memory/items/constraint.ts";
import { shownItems } from "../../../memory/items/shortlist.ts";
import { tokenise } from "../../../tools/language/running-text.ts";
import type { TitleLinker } from "../../../tools/language/title-linker.ts";
import { EMPTY_REQUEST, type Request } from "../../../tools/retrieval/request.ts";
import type { Act, ActOf } from "../../acts.ts";
import type { Critique } from "../../critique.ts";
import type { Plan, Step } from "../../plan.ts";
import type { Extraction, Situation } from "../mind.ts";
import { INJECTION } from "./acts/out-of-scope.ts";
import { isRefinement, refineAct } from "./acts/refine.ts";
import { type Correction, correctionOf } from "./correction.ts";
import { asksForTheOpposite, differingRequest } from "./differing.ts";
import { extractFrom } from "./extract.ts";
import { asksForBoth, jointRequest } from "./joint.ts";
import { createLexicon } from "./lexicon.ts";
import { foreignTongue } from "./foreign-tongue.ts";
import { freshRequest, refinedRequest } from "./merge.ts";
import { optionMeant } from "./options.ts";
import { type ActsRead, readActs } from "./read-acts.ts";
import { revised } from "./revise.ts";
import { standingConstraints } from "./standing.ts";
import { stepsFor } from "./steps.ts";
import { understoodLine } from "./understood.ts";
import { readUtterance, type Utterance } from "./utterance.ts";
import { asksForSomething, type Wish, wishOf } from "./wish.ts";
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

/** How firmly a taste spoken of binds the list it leads to. */
const LOVED = 0.4;

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

interface Meant {
  readonly acts: readonly Act[];
  readonly request: Request;
}

/** Adds seeking or refining to the acts that were read, and merges the wish into the request. */
function requestOf(utterance: Utterance, read: ActsRead, spoken: Wish): Meant {
  const { situation, catalogue } = utterance;
  const known = knownToOthers(utterance, read.acts);
  const acts: readonly Act[] = known.length > 0 ? [...read.acts, refineAct(utterance)] : read.acts;
  const has = (name: Act["act"]): boolean => acts.some(({ act }) => act === name);
  const wish = withTastes(utterance, acts, spoken);
  if (has("undo")) return { acts, request: situation.request };
  const kept = has("start-over") ? EMPTY_REQUEST : withoutForgotten(situation.request, acts);
  const before = known.length > 0 ? { ...kept, besides: [...(kept.besides ?? []), ...known] } : kept;
  const merging = { catalogue, replaces: replacing(utterance), adds: /^\W*(?:(?:and|ok|okay|well|hmm)\W+)*or\b(?! (?:rather|better|actually|instead))/i.test(utterance.text), narrows: NARROWING.test(utterance.text), isMeasured: measuredBy(utterance) };
  if (has("more")) {
    const count = utterance.spans.find(({ span }) => span.meaning.kind === "count")?.span.meaning;
    const wanted = count?.kind === "count" ? { ...wish, count: count.count } : wish;
    const from = asksForTheOpposite(utterance.text) ? differingRequest(before, catalogue) : before;
    return { acts, request: refinedRequest(from, wanted, { ...merging, replaces: false }) };
  }
  if (asksForBoth(utterance)) {
    return { acts: [...acts, refineAct(utterance)], request: jointRequest(before, catalogue) };
  }
  if (asksForSomething(wish)) {
    const refines = !has("start-over") && isRefinement(utterance, wish, read.free, read.firstFree);
    if (refines || has("refine")) {
      return {
        acts: has("refine") ? acts : [...acts, refineAct(utterance)],
        request: takesItsPlace(utterance, wish, before)
          ? withExclusions(freshRequest(wish), before)
          : refinedRequest(before, wish, merging),
      };
    }
    return { acts: [...acts, { act: "seek" }], request: freshRequest(wish) };
  }
  if (seeks(utterance, read)) {
    const liked = likedElsewhere(utterance, acts);
    const anew = ANYTHING.test(read.rest) || (ASKING.test(read.rest) && liked.length > 0);
    const request = anew ? freshRequest({ ...wish, like: liked }) : before;
    return { acts: [...acts, { act: "seek" }], request };
  }
  // "something my mum would like": something is asked for, though not what.
  if (acts.length === 0 && utterance.stances.asking.size > 0 && !utterance.asks)
    return { acts: [{ act: "seek" }], request: before };
  return { acts, request: before };
}

/** "the kids have seen the first two": what is on the table is none for those it is for. */
function knownToOthers({ shown }: Utterance, acts: readonly Act[]): ItemId[] {
  return acts.flatMap((act) =>
    act.act === "feedback" && act.whose !== undefined ? act.items.filter((item) => shown.includes(item)) : [],
  );
}

/** "comedies instead", "make it a western", "no, comedies", "fine, comedies then": the new in the place of the old. */
function replacing({ text }: Utterance): boolean {
  return (
    /\binstead\b|\b(?:make|change) (?:it|them|that|this) (?:to )?(?!more\b|less\b|a bit\b|\S+er\b)/i.test(
      text,
    ) ||
    /^(?:no|nope|nah|ok|okay|fine|alright|all right|then)\b[,.!]? .*\bthen\W*$/i.test(text) ||
    /^(?:no|nope|nah)\b[,.]? (?!more\b|\S+er\b|with|without|not|no\b)/i.test(text) ||
    /\b(?:i (?:said|asked for|meant)|i mean) .*\b(?:but|not)\b/i.test(text) ||
    /\b(?:i meant?|rather|actually)\b/i.test(text)
  );
}

/** "something by Kubrick instead", after science fiction from the nineties: nothing of it is said anew, so it stands in the place of all. */
function takesItsPlace({ text, catalogue }: Utterance, wish: Wish, before: Request): boolean {
  if (!/\binstead\b/i.test(text) || wish.relative) return false;
  const wants = wish.constraints.filter(({ test }) => "values" in test && test.op !== "none-of");
  const facets = new Set(before.constraints.flatMap(conditionsOf).map(({ facet }) => facet));
  // Who it is by is no other kind of it.
  return (
    wants.length > 0 &&
    wants.every((one) => conditionsOf(one).every(({ facet }) => catalogue.facet(facet)?.kind === "people" && !facets.has(facet)))
  );
}

function withExclusions(request: Request, before: Request): Request {
  const excluded = before.constraints.filter(({ test, source }) => source === "said" && test.op === "none-of");
  return { ...request, constraints: [...excluded, ...request.constraints] };
}

const NARROWING = /^\W*(?:(?:ok|okay|no|then|well|actually|hmm)\W+)*(?:just|only)\b/i;

/** Whether words measure against a list: "newer", "a bit shorter", "too long". */
function measuredBy({ lexicon }: Utterance): (said: string) => boolean {
  return (said) => {
    const tokens = tokenise(said);
    return tokens.some(
      (_, at) =>
        lexicon.comparatives.at(tokens, at) !== undefined || lexicon.levels.at(tokens, at) !== undefined,
    );
  };
}

/** Asks for anything at all: what was asked for before is over. */
const ANYTHING =
  /\b(?:recommend|suggest|show|give|find)(?: (?:me|us))? (?:something|anything)\s*(?:please)?$/;

/** What this turn calls good and is not on the table: "I loved Heat and The Insider, what now?" starts from there. */
function likedElsewhere(utterance: Utterance, acts: readonly Act[]): ItemId[] {
  const shown = new Set(shownItems(utterance.situation.shortlist));
  return acts
    .flatMap((act) => (act.act === "feedback" && isLiked(utterance, act) ? act.items : []))
    .filter((item) => !shown.has(item));
}

/** A question for recommendations, or taste alone with nothing on the table yet, asks for a list without saying which. */
function seeks(utterance: Utterance, { acts, free, rest }: ActsRead): boolean {
  if (ASKING.test(rest)) return true;
  const onTable = shownItems(utterance.situation.shortlist).length > 0;
  const taste = acts.some(
    (act) =>
      (act.act === "feedback" && isLiked(utterance, act)) ||
      (act.act === "prefer" && act.polarity === "like"),
  );
  const only = acts.every(({ act }) => act === "feedback" || act === "prefer" || act === "greet");
  return taste && only && !onTable && free.every(({ stance }) => stance !== "want");
}

const ASKING =
  /\b(?:what (?:(?:\S+ )?(?:do you have|have you got|is there|are there|is available)|now|next|(?:should|shall|could|can) (?:i|we)|would you|would (?:suit|please) me|would i (?:like|enjoy)|suits me|might i like|do you (?:recommend|suggest|have)|can you (?:recommend|suggest)|could i|can i|to (?:watch|read|try|see|buy))|whats (?:next|good)|recommend|recommendations?|suggest|suggestions?|any (?:ideas|tips|thoughts)|(?:show|give|find|get) (?:me|us) (?:something|anything|some|a|an|one)|something (?:good|nice|new|great|to \S+)|anything good|help me (?:choose|find|decide|pick)|i (?:want|need|would like)|looking for|(?:a|an|good|nice|some) (?:film|films|movie|movies|book|books|product|products)|im bored|i am bored|what else is there)\b/;

/** "I love westerns" with nothing else to go by: what is loved is what is wanted now, loosely. "I loved Heat, what now?": like Heat. */
function withTastes(utterance: Utterance, acts: readonly Act[], wish: Wish): Wish {
  if (shownItems(utterance.situation.shortlist).length > 0) return wish;
  const liked = acts.flatMap((act) => (act.act === "feedback" && isLiked(utterance, act) ? act.items : []));
  if (wish.constraints.length > 0 || wish.like.length > 0 || wish.text !== undefined || wish.surprise) {
    return liked.length > 0 && wish.like.length === 0 && !wish.surprise ? { ...wish, like: liked } : wish;
  }
  const joined = lovedConstraints(acts);
  return { ...wish, like: liked, constraints: joined };
}

/** Likes of this turn as loose constraints, one for each facet. */
function lovedConstraints(acts: readonly Act[]): Constraint[] {
  const loved = acts.filter((act) => act.act === "prefer" && act.polarity === "like") as ActOf<"prefer">[];
  return [...new Set(loved.map(({ subject }) => subject.facet))].map((facet) => {
    const own = loved.filter(({ subject }) => subject.facet === facet);
    const values = own.flatMap(({ subject }) => (subject.about === "value" ? [subject.value] : []));
    const range = own.map(({ subject }) => subject).find((subject) => subject.about === "range");
    const { min, max } = range ?? {};
    const interval = {
      op: "between" as const,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
    const test = values.length > 0 ? { op: "any-of" as const, values } : interval;
    return {
      facet,
      test,
      strength: LOVED,
      said: own.map(({ said }) => said).join(", "),
      source: "said" as const,
    };
  });
}

function isLiked({ catalogue: { scale } }: Utterance, { verdict, value }: ActOf<"feedback">): boolean {
  if (value === undefined || scale === undefined) return verdict === "liked";
  return value >= scale.min + 0.7 * (scale.max - scale.min);
}

function withoutForgotten(request: Request, acts: readonly Act[]): Request {
  const forgotten = acts.filter((act) => act.act === "forget");
  const constraints = request.constraints.filter(({ facet, source, test }) => {
    if (source === "profile") return false;
    return !forgotten.some(
      (act) =>
        act.facet === facet &&
        (act.value === undefined || ("values" in test && test.values.includes(act.value))),
    );
  });
  const neutral = acts.flatMap((act) =>
    act.act === "prefer" && act.polarity !== "dislike" && act.subject.about === "value" ? [act.subject] : [],
  );
  const freed = constraints.filter(
    ({ facet, test }) =>
      !(
        test.op === "none-of" &&
        neutral.some((one) => one.facet === facet && test.values.every((value) => value === one.value))
      ),
  );
  return { ...request, constraints: freed };
}
