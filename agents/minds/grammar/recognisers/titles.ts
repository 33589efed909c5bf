import { shownItems } from "../../../../memory/items/shortlist.ts";
import type { Token } from "../../../../tools/language/running-text.ts";
import type { TitleMention } from "../../../../tools/language/title-linker.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { VERDICTS_AFTER } from "../words/cues.ts";

/** Words after which a title is due, whatever it looks like. */
const DUE = new Set(
  `like liked love loved hate hated enjoy enjoyed adore adored disliked seen saw watch watched rewatched finished than versus vs
  compare directed wrote rate rated called titled named why reject skip prefer preferred favourite favorite favourites`.split(
    /\s+/,
  ),
);
/** Words after which a title may be due, unless the words mean something else as well. */
const LOOSELY_DUE = new Set(
  "recommend recommended suggest try maybe probably also especially including mean meant".split(" "),
);
/** Words after which a title is due in a question. */
const DUE_IN_QUESTION = new Set("is was are in of about for with and or does did how not to".split(" "));
const QUESTION =
  /^(?:who|whos|what|whats|when|where|how|is|was|are|does|did|why|which|would|should|could|will|compare)$/;
/** Words that stand for something else far more often than for a title. */
const PRONOUNS = new Set(
  "it her him them us up if big one you me i he she they we this that those these".split(" "),
);
/** Verbs after which the small vocabularies ("horror", "westerns") are as likely as a title. */
const TASTE = new Set(
  "like liked love loved hate hated enjoy enjoyed adore adored disliked prefer preferred favourite favorite".split(
    " ",
  ),
);

export const titles: Recogniser = {
  name: "titles",
  find({ text, tokens, titles: linker, situation, catalogue, lexicon }) {
    const mentions = linker.link(text);
    const shown = new Set(shownItems(situation.shortlist).map((id) => catalogue.indexOf(id)));
    const spans: Span[] = [];
    let before: Span | undefined;
    for (const mention of mentions) {
      const from = tokens.findIndex((token) => token.end > mention.start);
      const to = tokens.findLastIndex((token) => token.start < mention.end) + 1;
      if (from < 0 || to <= from) continue;
      const joined = before !== undefined && continues(tokens, before.to, from);
      const item = shown.has(mention.item)
        ? mention.item
        : (mention.alternatives.find((other) => shown.has(other)) ?? mention.item);
      const trust = trustIn({ ...mention, item }, from, to, tokens, joined, shown.has(item), lexicon);
      if (trust === undefined) continue;
      const meaning = { kind: "item", items: [catalogue.item(item).id], by: "title" } as const;
      before = { from, to, weight: trust, meaning };
      spans.push(before);
    }
    return spans;
  },
};

/** How surely the words are a title (larger is surer); undefined: they are not. */
function trustIn(
  mention: TitleMention,
  from: number,
  to: number,
  tokens: readonly Token[],
  joined: boolean,
  shown: boolean,
  lexicon: Reading["lexicon"],
): number | undefined {
  const guessed = mention.slips > 0 && mention.plain && !mention.quoted;
  if (
    mention.marked &&
    !guessed &&
    (!mention.plain || !PRONOUNS.has(wordAt(tokens, from)) || tokens[from]?.capital)
  ) {
    const values = mention.plain ? lexicon.vocabulary.entries(wordAt(tokens, from)) : [];
    const capitalOnly = tokens[from]?.start === mention.start && tokens[to - 1]?.end === mention.end;
    if (capitalOnly && values.some((entry) => !entry.open) && !joined && !dueAt(tokens, from, true))
      return undefined;
    return 9;
  }
  if (mention.plain && PRONOUNS.has(wordAt(tokens, from))) return undefined;
  const whole = from === 0 && to === tokens.length;
  const value = lexicon.vocabulary.entries(
    tokens
      .slice(from, to)
      .map((token) => token.norm)
      .join(" "),
  )[0];
  const strictly = value !== undefined && !value.open;
  const due = dueAt(tokens, from, strictly) || joined || (!strictly && judged(tokens, from, to));
  if (value !== undefined && !value.open && !value.person) return due ? 8 : undefined;
  if (mention.slips > 0 && mention.plain) return due || (shown && whole) || whole ? 5 : undefined;
  if (due || shown || whole) return 8;
  if (!mention.plain && !mention.ordinary) return 6;
  return !mention.ordinary && value === undefined && followedByVerdict(tokens, to) ? 5 : undefined;
}

/** Whether the words before ask for a title; `strictly` when the words are also a value people have tastes about. */
function dueAt(tokens: readonly Token[], from: number, strictly: boolean): boolean {
  let at = from - 1;
  while (
    ["the", "a", "film", "movie", "really", "also", "just", "only", "of"].includes(wordAt(tokens, at)) &&
    at > 0
  ) {
    if (wordAt(tokens, at) === "a" || (wordAt(tokens, at) === "of" && wordAt(tokens, at - 1) !== "think"))
      break;
    at -= 1;
  }
  const word = wordAt(tokens, at);
  if (strictly) return (DUE.has(word) && !TASTE.has(word)) || comparesWith(tokens, at);
  if (DUE.has(word) || LOOSELY_DUE.has(word)) return true;
  if (
    ["to", "of"].includes(word) &&
    ["similar", "close", "closer", "vein", "style", "fan", "reminiscent"].includes(wordAt(tokens, at - 1))
  )
    return true;
  if (word === "for" && ["star", "stars"].includes(wordAt(tokens, at - 1))) return true;
  if (word === "with" && tokens.slice(0, at).some((token) => token.norm === "compare")) return true;
  const start = sentenceStart(tokens, from);
  const asks =
    QUESTION.test(wordAt(tokens, start)) ||
    (wordAt(tokens, start) === "and" && QUESTION.test(wordAt(tokens, start + 1)));
  return asks && DUE_IN_QUESTION.has(word);
}

/** Before "like" as a verb stands who likes; before "like" as in "something like Alien" stands no such word. */
const WHO_LIKES = new Set(
  "i we you they he she who people really do dont don't did didnt also always still would id i'd d".split(
    " ",
  ),
);

/** "like" as a comparison: what follows is an example, even where its name is a value as well ("Alien", the series). */
function comparesWith(tokens: readonly Token[], at: number): boolean {
  return wordAt(tokens, at) === "like" && !WHO_LIKES.has(wordAt(tokens, at - 1));
}

function sentenceStart(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0 && !/[.!?;,]/.test(tokens[start]?.gap ?? "")) start -= 1;
  return start;
}

/** "heat was boring", "alien is one of my favourites": only a title is judged so at the start of a clause. */
function judged(tokens: readonly Token[], from: number, to: number): boolean {
  const opens =
    from === 0 ||
    /[.,;!?]/.test(tokens[from]?.gap ?? "") ||
    /^(?:but|and|the|think)$/.test(wordAt(tokens, from - 1));
  if (!opens || /[.,;!?]/.test(tokens[to]?.gap ?? "") || !/^(?:is|was|were)$/.test(wordAt(tokens, to)))
    return false;
  const at = /^(?:a|an|so|really|very|pretty|just|such|absolutely)$/.test(wordAt(tokens, to + 1))
    ? to + 2
    : to + 1;
  return wordAt(tokens, at) === "one" || VERDICTS_AFTER.at(tokens, at) !== undefined;
}

/** "fargo vs psycho". */
function followedByVerdict(tokens: readonly Token[], to: number): boolean {
  return (
    /^(?:is|was|were|vs|versus|but|deserves|gets)$/.test(wordAt(tokens, to)) &&
    !/[.,;!?]/.test(tokens[to]?.gap ?? "")
  );
}

function continues(tokens: readonly Token[], end: number, from: number): boolean {
  const between = tokens.slice(end, from).map((token) => token.norm);
  if (between.length === 0) return /,/.test(tokens[from]?.gap ?? "");
  const joiners = ["and", "or", "then", "also", "the", "vs", "versus", "with"];
  return between.length < 3 && between.every((word) => joiners.includes(word));
}
