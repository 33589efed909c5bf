import type { ItemId } from "../../../memory/ids.ts";
import { conditionsOf } from "../../../memory/items/constraint.ts";
import { tokenise } from "../../../tools/language/running-text.ts";
import { EMPTY_REQUEST, type Request } from "../../../tools/retrieval/request.ts";
import type { Act } from "../../acts.ts";
import { isRefinement, refineAct } from "./acts/refine.ts";
import { asksForTheOpposite, differingRequest } from "./differing.ts";
import { asksForBoth, jointRequest, saysBoth } from "./joint.ts";
import { freshRequest, refinedRequest } from "./merge.ts";
import type { ActsRead } from "./read-acts.ts";
import { ANYTHING, ASKING, likedElsewhere, seeks, withTastes } from "./tastes.ts";
import type { Utterance } from "./utterance.ts";
import { asksForSomething, type Wish } from "./wish.ts";

export interface Meant {
  readonly acts: readonly Act[];
  readonly request: Request;
}

/** Adds seeking or refining to the acts that were read, and merges the wish into the request. */
export function requestOf(utterance: Utterance, read: ActsRead, spoken: Wish): Meant {
  const { situation, catalogue } = utterance;
  const known = knownToOthers(utterance, read.acts);
  const acts: readonly Act[] = known.length > 0 ? [...read.acts, refineAct(utterance)] : read.acts;
  const has = (name: Act["act"]): boolean => acts.some(({ act }) => act === name);
  const wish = withTastes(utterance, acts, spoken);
  if (has("undo")) return { acts, request: situation.request };
  const kept = has("start-over") ? EMPTY_REQUEST : withoutForgotten(situation.request, acts);
  const before = known.length > 0 ? { ...kept, besides: [...(kept.besides ?? []), ...known] } : kept;
  const merging = {
    catalogue,
    replaces: replacing(utterance),
    adds: /^\W*(?:(?:and|ok|okay|well|hmm)\W+)*or\b(?! (?:rather|better|actually|instead))/i.test(
      utterance.text,
    ),
    narrows: NARROWING.test(utterance.text),
    isMeasured: measuredBy(utterance),
  };
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
    const request = withExclusions(freshRequest(wish), before);
    return {
      acts: [...acts, { act: "seek" }],
      request: saysBoth(utterance.text) ? jointRequest(request, catalogue) : request,
    };
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
    wants.every((one) =>
      conditionsOf(one).every(({ facet }) => catalogue.facet(facet)?.kind === "people" && !facets.has(facet)),
    )
  );
}

/** What was ruled out stays ruled out when something else is asked for, unless that very thing is, in whatever role. */
function withExclusions(request: Request, before: Request): Request {
  const named = new Set(
    request.constraints.flatMap(conditionsOf).flatMap(({ test }) => ("values" in test ? test.values : [])),
  );
  const excluded = before.constraints.filter(
    ({ test, source }) =>
      source === "said" && test.op === "none-of" && !test.values.some((value) => named.has(value)),
  );
  return { ...request, constraints: [...excluded, ...request.constraints] };
}

const NARROWING = /(?:^|[.!?]\s*)\W*(?:(?:ok|okay|no|then|well|actually|hmm)\W+)*(?:just|only)\b/i;

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
