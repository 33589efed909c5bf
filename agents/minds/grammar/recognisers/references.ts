import type { ItemId } from "../../../../memory/ids.ts";
import { shownItems } from "../../../../memory/items/shortlist.ts";
import type { Token } from "../../../../tools/language/running-text.ts";
import { pauses } from "../pauses.ts";
import { numberAt } from "../quantities.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { AFTER_PLACE, BEFORE_PLACE } from "../words/around-places.ts";
import { ORDINALS } from "../words/quantities.ts";
import { isJudgedThere, opensClause } from "./judged-there.ts";

/** Places on the list and pronouns: "the second one", "#2", "1 and 3", "the first two", "the last", "it", "those", "all of them". */
export const references: Recogniser = {
  name: "references",
  find(reading) {
    const shown = shownItems(reading.situation.shortlist);
    const spans: Span[] = [];
    for (let at = 0; at < reading.tokens.length; at++) {
      const span =
        ordinalAt(reading, at, shown) ??
        numeralAt(reading, at, shown, spans.at(-1)) ??
        pronounAt(reading, at, shown);
      if (span === undefined) continue;
      spans.push(span);
      at = span.to - 1;
    }
    return spans;
  },
};

const ONE = /^(?:one|ones|choice|suggestion|recommendation|option|pick|result|title)$/;
const ARTICLE = /^(?:the|your|that|those|my)$/;

function placed(
  from: number,
  to: number,
  places: readonly number[],
  shown: readonly ItemId[],
  reading: Reading,
): Span {
  const items = places.flatMap((place) => shown[place] ?? []);
  const unknown = items.length < places.length || items.length === 0 ? phrase(reading, from, to) : undefined;
  const meaning = {
    kind: "item",
    items: unknown === undefined ? items : [],
    by: "place",
    ...(unknown === undefined ? {} : { unknown }),
  } as const;
  return { from, to, weight: 8, meaning };
}

function phrase({ text, tokens }: Reading, from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? text.length);
}

/** "the second", "second one", "the first two", "the last film". */
function ordinalAt(reading: Reading, at: number, shown: readonly ItemId[]): Span | undefined {
  const { tokens, lexicon } = reading;
  const article = ARTICLE.test(wordAt(tokens, at));
  const start = article ? at + 1 : at;
  const word = wordAt(tokens, start);
  const ordinal = word === "middle" ? Math.ceil(shown.length / 2) : ORDINALS.get(word);
  if (ordinal === undefined) return undefined;
  const next = wordAt(tokens, start + 1);
  const some = pauses(tokens, start + 1) ? undefined : numberAt(tokens, start + 1);
  const many =
    next === "couple" ? { to: start + (wordAt(tokens, start + 2) === "of" ? 3 : 2), value: 2 } : some;
  if (many !== undefined && next !== "one" && Math.abs(ordinal) === 1) {
    if (word === "top" && !article) return undefined;
    const places = Array.from({ length: Math.min(many.value, 50) }, (_, offset) =>
      ordinal > 0 ? offset : shown.length - many.value + offset,
    );
    const to =
      ONE.test(wordAt(tokens, many.to)) || lexicon.nouns.has(wordAt(tokens, many.to)) ? many.to + 1 : many.to;
    return placed(at, to, places, shown, reading);
  }
  const named = ONE.test(next) || (lexicon.nouns.has(next) && shown.length > 0);
  // "films that last more than an hour"
  if (/^(?:that|those)$/.test(wordAt(tokens, at)) && word === "last" && !named) return undefined;
  const after = wordAt(tokens, start - 1);
  if (
    !article &&
    !named &&
    !(shown.length > 0 && BEFORE_PLACE.has(after) && !["top", "final", "bottom"].includes(word))
  )
    return undefined;
  if (/^(?:century|decade|year|years|minute|minutes|time|night|week|season|half|hour)$/.test(next))
    return undefined;
  if (["top", "final", "bottom"].includes(word) && !named) return undefined;
  const rated =
    /^\d$/.test(next) &&
    (tokens.slice(0, at).some(({ norm }) => /^(?:rate|give|gave)$/.test(norm)) ||
      /^(?:out|stars?|\d+)$/.test(wordAt(tokens, start + 2)));
  if (next !== "" && !named && !rated && !pauses(tokens, start + 1) && !AFTER_PLACE.has(next))
    return undefined;
  return placed(
    at,
    named ? start + 2 : start + 1,
    [ordinal > 0 ? ordinal - 1 : shown.length - 1],
    shown,
    reading,
  );
}

/** "number 3", "#2", "2 and 3" where a place on the list is due. */
function numeralAt(
  reading: Reading,
  at: number,
  shown: readonly ItemId[],
  before: Span | undefined,
): Span | undefined {
  const { tokens, lexicon } = reading;
  const named =
    /^(?:number|no|nr|option|item|result)$/.test(wordAt(tokens, at)) &&
    !pauses(tokens, at + 1) &&
    numberAt(tokens, at + 1) !== undefined;
  const start = named ? at + 1 : at;
  const number = numberAt(tokens, start);
  if (number === undefined || !Number.isInteger(number.value) || number.value < 1 || number.value > 99)
    return undefined;
  const hash = /#\s?$/.test(tokens[start]?.gap ?? "");
  if (named || hash) return placed(at, number.to, [number.value - 1], shown, reading);
  const next = wordAt(tokens, number.to);
  const digits = /^\d+$/.test(wordAt(tokens, at));
  if (
    !digits ||
    number.value > shown.length ||
    /[$€£./]\s?$/.test(tokens[at]?.gap ?? "") ||
    /^[./]\d?/.test(tokens[number.to]?.gap ?? "")
  )
    return undefined;
  if (
    lexicon.units.has(next) ||
    lexicon.nouns.has(next) ||
    /^(?:stars?|out|more|others?|new|points?)$/.test(next)
  )
    return undefined;
  const joined =
    before !== undefined && before.to >= at - 1 && before.to < at + 1 && before.meaning.kind === "item";
  const alone = at === 0 && (tokens.length <= 3 || /^(?:is|was|looks|sounds|seems)$/.test(next));
  const asked = next === "about" && /^(?:whats|is|was)$/.test(wordAt(tokens, at - 1));
  const marked = /^\s*:/.test(tokens[number.to]?.gap ?? "");
  const listed = /^(?:and|or|vs|versus|to)$/.test(next) && numberAt(tokens, number.to + 1) !== undefined;
  if (!joined && !alone && !listed && !asked && !marked && !BEFORE_PLACE.has(wordAt(tokens, at - 1)))
    return undefined;
  return placed(at, number.to, [number.value - 1], shown, reading);
}

const MAKING = /^(?:make|made|keep|call|let|leave|take|takes|took|mind|about|had|hold|cool)$/;
const TAIL =
  /^(?:|one|two|three|four|five|and|but|or|please|too|was|is|were|are|already|because|so|tonight|yet|again|instead|before|today|yesterday|twice|now|though|about|not)$/;

function pronounAt(reading: Reading, at: number, shown: readonly ItemId[]): Span | undefined {
  const { tokens, lexicon, situation } = reading;
  const word = wordAt(tokens, at);
  const named = severalAt(reading, at, shown);
  if (named !== undefined) return named;
  const whole = groupAt(tokens, at, lexicon.nouns);
  if (whole !== undefined) {
    // After a comparison "they" are those that were compared.
    const compared = situation.last?.acts.findLast((act) => act.act === "compare");
    const items = compared?.act === "compare" ? compared.items : shown;
    return { from: at, to: whole, weight: 6, meaning: { kind: "item", items, by: "all", plural: true } };
  }
  if (word === "similar" && wordAt(tokens, at + 1) !== "to" && wordAt(tokens, at - 1) !== "in") {
    const meant = situation.focus === undefined ? shown : [situation.focus];
    const meaning = { kind: "item", items: meant, by: "pronoun" } as const;
    return meant.length === 0 ? undefined : { from: at, to: at + 1, weight: 3, meaning };
  }
  // "the remaining one was boring"
  const left =
    shown.length === 1 && word === "the" && /^(?:remaining|other|only|last)$/.test(wordAt(tokens, at + 1));
  if (left && (ONE.test(wordAt(tokens, at + 2)) || lexicon.nouns.has(wordAt(tokens, at + 2))))
    return { from: at, to: at + 3, weight: 6, meaning: { kind: "item", items: shown, by: "place" } };
  const focus = situation.focus ?? (shown.length === 1 ? shown[0] : undefined);
  const single = (to: number): Span => ({
    from: at,
    to,
    weight: 3,
    meaning: {
      kind: "item",
      items: focus === undefined ? [] : [focus],
      by: "pronoun",
      ...(focus === undefined ? { unknown: phrase(reading, at, to) } : {}),
    },
  });
  if (word === "it" && !MAKING.test(wordAt(tokens, at - 1))) return single(at + 1);
  if (word === "that" || word === "this") {
    const next = wordAt(tokens, at + 1);
    if (next === "one" || (lexicon.nouns.has(next) && !next.endsWith("s"))) return single(at + 2);
    if (/^(?:is|was|are|were)$/.test(next) && isRelative(tokens, at)) return undefined;
    // "something like that, only better", of what was spoken of; "a comedy or something like that" points at nothing.
    const compared = wordAt(tokens, at - 1) === "like" && wordAt(tokens, at - 3) !== "or";
    if (
      compared &&
      situation.focus !== undefined &&
      (next === "" || /^(?:but|only|just|though|please|instead)$/.test(next) || pauses(tokens, at + 1))
    )
      return single(at + 1);
    // "seen that ten times"
    if (
      /^(?:seen|saw|watched|read|loved|hated|liked)$/.test(wordAt(tokens, at - 1)) &&
      word === "that" &&
      !lexicon.nouns.has(next)
    )
      return single(at + 1);
    // "check that out", "look that up"
    if (/^(?:check|checking|look|try|give)$/.test(wordAt(tokens, at - 1)) && /^(?:out|up|a)$/.test(next))
      return single(at + 1);
    // "That was a great one!", "that is a good one", of what was just spoken of
    if (focus !== undefined && opensClause(tokens, at) && isJudgedThere(tokens, at + 1))
      return single(at + 1);
    // "is that a musical?"
    if (/^(?:is|was|isnt)$/.test(wordAt(tokens, at - 1)) && /^(?:a|an|in|from|by|about|any|good)$/.test(next))
      return single(at + 1);
    if (
      word === "that" &&
      at > 0 &&
      (TAIL.test(next) || lexicon.nouns.has(next)) &&
      !/^(?:like|about|than)$/.test(wordAt(tokens, at - 1))
    )
      return single(at + 1);
    return word === "that" && at > 0 && next === "" ? single(at + 1) : undefined;
  }
  return undefined;
}

/** "those two", "both of them", "all three": so many as were named last, else as the list has. */
function severalAt({ tokens, situation }: Reading, at: number, shown: readonly ItemId[]): Span | undefined {
  const word = wordAt(tokens, at);
  if (!/^(?:those|these|them|all|both)$/.test(word)) return undefined;
  const number = word === "both" ? { to: at + 1, value: 2 } : numberAt(tokens, at + 1);
  if (number === undefined || number.value < 2 || number.value > 9) return undefined;
  const ofThem =
    wordAt(tokens, number.to) === "of" && /^(?:them|these|those)$/.test(wordAt(tokens, number.to + 1));
  const to = ofThem ? number.to + 2 : number.to;
  // "both comedies", "both of the actors" are not about items.
  const judged = /^(?:were|are|was|is|look|looked|sound|please)$/.test(wordAt(tokens, to));
  if (word === "both" && !ofThem && to < tokens.length && !pauses(tokens, to) && !judged) return undefined;
  const named = namedLast(situation);
  const items = named.length === number.value ? named : shown.length === number.value ? shown : undefined;
  if (items === undefined) return undefined;
  return { from: at, to, weight: 9, meaning: { kind: "item", items, by: "all", plural: true } };
}

/** What the last turn's acts were about. */
function namedLast({ last }: Reading["situation"]): ItemId[] {
  const acts = last?.acts ?? [];
  return [
    ...new Set(acts.flatMap((act) => ("items" in act && act.act !== "which" ? (act.items ?? []) : []))),
  ];
}

/** "a mystery that is short": after a noun "that" stands for what was asked for, not for an item. */
function isRelative(tokens: readonly Token[], at: number): boolean {
  return at > 0 && !pauses(tokens, at) && !BEFORE_PLACE.has(wordAt(tokens, at - 1));
}

/** Which of them is not said. */
const SOME = /^(?:most|some|few|half|several|many|one|lot|couple|two|three|four)$/;

/** The end of words for everything on the list: "those", "all of these", "them", "both of them", "any of those films". */
function groupAt(tokens: readonly Token[], at: number, nouns: ReadonlySet<string>): number | undefined {
  let start = at;
  if (/^(?:all|both|any|each)$/.test(wordAt(tokens, start)) && wordAt(tokens, start + 1) === "of") start += 2;
  else if (
    /^(?:all|both)$/.test(wordAt(tokens, start)) &&
    /^(?:these|those|them)$/.test(wordAt(tokens, start + 1))
  )
    start += 1;
  const word = wordAt(tokens, start);
  if (start === at && wordAt(tokens, at - 1) === "of" && SOME.test(wordAt(tokens, at - 2))) return undefined;
  if (word === "the" && start > at && wordAt(tokens, start + 1) === "above") return start + 2;
  // "all your suggestions"
  if (
    wordAt(tokens, at) === "all" &&
    /^(?:suggestions|recommendations|picks)$/.test(wordAt(tokens, at + 2)) &&
    wordAt(tokens, at + 1) === "your"
  )
    return at + 3;
  if (!/^(?:these|those|them|they)$/.test(word)) return undefined;
  const next = wordAt(tokens, start + 1);
  if (next === "ones" || nouns.has(next)) return start + 2;
  return word === "those" && next === "with" ? undefined : start + 1;
}
