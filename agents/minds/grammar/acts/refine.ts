import type { Act } from "../../../acts.ts";
import { isKind } from "../span.ts";
import type { Stanced } from "../stance-scope.ts";
import type { Utterance } from "../utterance.ts";
import { asksForSomething, type Wish } from "../wish.ts";

/** Openings that only make sense about something that is already there. */
const FRAGMENT =
  /^(?:(?:and|or|but|ok|okay|now|no|yes|hmm|eh|please|maybe|same|the same|any of ITEM|(?:are|do|is) (?:there )?any (?:of )?(?:ITEM )?|got any|another|another one|ITEM(?= (?:with|from|in|by|without|under|over))|COUNT(?: one)?|any|can you|could you|make (?:it|them|ITEM)|keep (?:it|them|ITEM)|well|actually|then|just|also|show me|give me|id like|i want|i would like|,) )*(?:only|without|with|not|nothing|but|except|also|from|by|in|for|less|more|instead|remove|drop|exclude|exclud\w+|add|filter|leave out|get rid|take out|keep|which|that (?:is|are)|must|should|preferably|no|on|of|too|a bit|a little|slightly|much|even|starring|directed|something (?:less|more)|RANGE(?: instead| please)?$|LEVEL(?: please| instead)?$|LOOSEN|COMPARATIVE)\b/;
const WHOLE_FRAGMENT =
  /\b(?:too|so|as) LEVEL\b|^and (?:VALUE|RANGE|LEVEL)|\bmake (?:it|them|ITEM)\b|\b(?:instead|again|too$|ones|the VALUE one|of (?:them|these|those|ITEM)|rather)\b|^(?:RANGE|LEVEL|COMPARATIVE|LOOSEN|, )+$|^(?:how|what) about (?:RANGE|VALUE|COMPARATIVE|something COMPARATIVE|LEVEL)$/;

/** Whether a wish changes what is on the table rather than asking for something new. */
export function isRefinement(
  utterance: Utterance,
  wish: Wish,
  free: readonly Stanced[],
  from: number,
): boolean {
  const { situation, sentences } = utterance;
  const onTable = situation.shortlist.candidates.length > 0 || asked(utterance);
  if (!onTable || !asksForSomething(wish)) return false;
  if (wish.relative) return true;
  if (onlyCounts(wish) || wish.opened.length > 0) return true;
  if (situation.question === undefined && asksForAnything(utterance, wish)) return false;
  const sentence = sentences.find((one) => one.to > from) ?? sentences[0];
  const pattern = rest(utterance, sentence?.pattern ?? "", from, sentence?.from ?? 0, sentence?.tokenAt);
  if (situation.question !== undefined && utterance.tokens.length <= 5) return true;
  if (FRAGMENT.test(pattern) || WHOLE_FRAGMENT.test(pattern)) return true;
  // "something from my watchlist" is a new question, "only from my watchlist" is none.
  if (wish.only !== undefined) return false;
  const wanted = free.filter(({ span, stance }) => stance !== "exclude" && !isKind(span, "item"));
  if (wanted.length === 0 && wish.text === undefined && wish.like.length === 0) return true;
  return isBareAddition(utterance, wish, pattern);
}

/** "show me 10", "just 3": how many, of what is there. */
function onlyCounts(wish: Wish): boolean {
  const { constraints, like, unlike, text, sort, renown, surprise, loosened } = wish;
  const lists = [constraints, like, unlike, loosened];
  const fields = [text, sort, renown];
  return (
    wish.count !== undefined &&
    !surprise &&
    lists.every(({ length }) => length === 0) &&
    fields.every((field) => field === undefined)
  );
}

/** "surprise me": whatever was asked for before is over. */
function asksForAnything({ tokens }: Utterance, wish: Wish): boolean {
  const bare = wish.constraints.length === 0 && wish.text === undefined && wish.like.length === 0;
  return bare && wish.surprise && tokens.some(({ norm }) => norm === "surprise" || norm === "random");
}

/** Whether the request as it stands asks for anything. */
function asked({ situation: { request } }: Utterance): boolean {
  const said = request.constraints.some((constraint) => constraint.source === "said");
  return said || request.like.length > 0 || request.text !== undefined;
}

function rest(
  _: Utterance,
  pattern: string,
  from: number,
  start: number,
  tokenAt: ((offset: number) => number) | undefined,
): string {
  if (from <= start || tokenAt === undefined) return pattern;
  for (let offset = 0; offset < pattern.length; offset++)
    if (tokenAt(offset) >= from) return pattern.slice(offset).replace(/^(?:, )+/, "");
  return pattern;
}

/** "french" after "a comedy": a bare value of a facet not asked for yet, which goes with what was. */
function isBareAddition({ situation, catalogue }: Utterance, wish: Wish, pattern: string): boolean {
  if (!/^(?:VALUE|and|or|,| )+(?: please)?$/.test(pattern) || wish.constraints.length !== 1) return false;
  const [added] = wish.constraints;
  const said = situation.request.constraints.filter((constraint) => constraint.source === "said");
  if (added === undefined || said.length === 0 || said.some((constraint) => constraint.facet === added.facet))
    return false;
  const masks = [...said, added].map((constraint) => catalogue.satisfying(constraint));
  return masks[0]?.some((_, item) => masks.every((mask) => mask[item] === 1)) === true;
}

/** "shorter", "without horror": the critique in the person's own words. */
export function refineAct(utterance: Utterance): Act {
  return { act: "refine", how: utterance.text.trim().slice(0, 120) };
}
