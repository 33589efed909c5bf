import { isKind as isKindFacet } from "../../../../tools/explaining/facet-words.ts";
import type { Act } from "../../../acts.ts";
import { isKind, wordAt } from "../span.ts";
import type { Stanced } from "../stance-scope.ts";
import type { Utterance } from "../utterance.ts";
import { asksForSomething, type Wish } from "../wish.ts";
import { MADE } from "../words/roles.ts";

/** Openings that only make sense about something that is already there. */
const FRAGMENT = new RegExp(
  `^(?:(?:and|or|but|ok|okay|fine|now|no|nope|yes|hmm|eh|please|maybe|same|the same|any of ITEM|(?:are|do|is) (?:there )?any (?:of )?(?:ITEM )?|got any|another|another one|ITEM(?= (?:with|from|in|by|without|under|over))|COUNT(?: one)?|any|can you|could you|(?:make|change) (?:it|them|that|this|ITEM)|keep (?:it|them|ITEM)|well|actually|then|just|also|show me|give me|id like|i want|i would like|,) )*(?:only|just|without|with|not|nothing|but|except|also|from|by|in|for|less|more|instead|remove|drop|(?:it |they |he )?(?:has|have|needs?|ought) to be|its (?:also )?(?:(?:a|an|from|in|by|with|about) )*(?:VALUE|RANGE)|exclude|exclud\\w+|add|filter|leave out|get rid|take out|keep|which|that (?:is|are)|must|should|preferably|no|on|of|too|a bit|a little|slightly|much|even|rated|${MADE}|something (?:less|more)|RANGE(?: instead| please)?$|LEVEL(?: please| instead)?$|LOOSEN|COMPARATIVE)\\b`,
);
const WHOLE_FRAGMENT =
  /\b(?:too|so|as) LEVEL\b|^and (?:VALUE|RANGE|LEVEL)|^or (?:(?:a|an|some|maybe|even|one) )*(?:VALUE|RANGE)|\b(?:make|change) (?:it|them|that|this|ITEM)\b|\b(?:instead|again|too$|(?:the|those|only|just|any|which) (?:\S+ ){0,2}ones|the VALUE one|^VALUE only$|only$|of (?:them|these|those|ITEM)|rather)\b|^(?:RANGE|LEVEL|COMPARATIVE|LOOSEN|, )+$|^(?:how|what) about (?:RANGE|VALUE|COMPARATIVE|something COMPARATIVE|LEVEL)$/;
/** "no, comedies", "fine, westerns then", "French after all": bare values that answer what is there. */
const ANSWERING =
  /^(?:(?:no|nope|nah|ok|okay|fine|alright|all right|well|hmm|actually|then|so|yes|sorry|wait|oh|rather|maybe|,) )+(?:(?:a|an|the|some|in|from|with|by|and|or) )*(?:VALUE|RANGE|LEVEL|COUNT|and|or|,|one|ones| )+(?: (?:then|please|instead|though|rather|i mean))*$|^(?:(?:a|an|the|some|in|from|with|by) )*(?:VALUE|RANGE|LEVEL|COUNT|and|or|one|ones| )+(?: ?,)?(?: (?:then|though|after all|as well|either|i mean|i meant))+$/;

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
  // "what else did Pratchett write?" is another question.
  if (/\bwhat else\b/i.test(utterance.text) && hasSubject(wish, free)) return false;
  if (asksForStock(utterance) && wish.constraints.length > 0) return false;
  if (onlyCounts(wish) || wish.opened.length > 0 || wish.loosened.length > 0) return true;
  // "something from my watchlist" is a new question, "only from my watchlist" is none.
  if (wish.only === undefined && !hasSubject(wish, free)) return true;
  const sentence = sentences.find((one) => one.to > from) ?? sentences[0];
  const pattern = rest(sentence?.pattern ?? "", from, sentence?.from ?? 0, sentence?.tokenAt);
  if (situation.question !== undefined && utterance.tokens.length <= 5) return true;
  if (FRAGMENT.test(pattern) || WHOLE_FRAGMENT.test(pattern) || ANSWERING.test(pattern)) return true;
  if (wish.only !== undefined) return false;
  if (!hasHead(utterance, free) && !isBare(pattern)) return true;
  return isBareAddition(utterance, wish, pattern);
}

const STOCK =
  /^\W*(?:(?:so|ok|okay)\W+)*(?:how many|what|which)\b.*\b(?:do you (?:have|carry)|have you got|are there)\b/i;

/** "how many horror films are there?", "which films by Nolan do you have?": about all there is, whatever is on the table. */
function asksForStock({ text, tokens, lexicon }: Utterance): boolean {
  return STOCK.test(text) && tokens.some(({ norm }) => lexicon.nouns.has(norm));
}

/** Whether it names what to look for: "films", "something", "a comedy", "like Heat". What does not only qualifies what is there. */
function hasHead({ tokens, lexicon, catalogue }: Utterance, free: readonly Stanced[]): boolean {
  const noun = tokens.some(
    ({ norm }) => lexicon.nouns.has(norm) || /^(?:something|anything|recommend|suggest)$/.test(norm),
  );
  return (
    noun ||
    free.some(({ span, stance }) => {
      if (isKind(span, "item")) return stance === "example";
      if (!isKind(span, "values") || stance === "exclude" || stance === "open") return false;
      // "a heist gone wrong in Berlin"
      if (span.from === 1 && /^(?:a|an)$/.test(wordAt(tokens, 0)) && stance === "want")
        return !/^ones?$/.test(wordAt(tokens, span.to));
      const facet = catalogue.facet(span.meaning.facet);
      // "in colour", "with a twist": what begins with a preposition qualifies.
      const opens = /^(?:in|with|about|on|at|of|from|by|set)$/.test(wordAt(tokens, span.from));
      return facet !== undefined && isKindFacet(facet) && !opens;
    })
  );
}

/** Nothing but values, which may stand for themselves. */
function isBare(pattern: string): boolean {
  return /^(?:VALUE|and|or|,| )+(?: (?:then|please))*$/.test(pattern);
}

/** Whether it says what is wanted: a kind, a person, a topic, an example. Years, lengths and orders only say which of them. */
function hasSubject(wish: Wish, free: readonly Stanced[]): boolean {
  if (wish.like.length > 0 || wish.text !== undefined) return true;
  return free.some(({ span, stance }) => {
    if (!isKind(span, "values") || stance === "open") return false;
    return (stance === "exclude") === (span.meaning.inverse === true);
  });
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

/** Whether the request as it stands asks for anything. */
function asked({ situation: { request } }: Utterance): boolean {
  const said = request.constraints.some((constraint) => constraint.source === "said");
  return said || request.like.length > 0 || request.text !== undefined;
}

function rest(
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
