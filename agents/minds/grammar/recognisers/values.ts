import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import type { Token } from "../../../../tools/language/running-text.ts";
import { pauses, stops } from "../pauses.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { type Entry, meaningOf } from "../vocabulary-entry.ts";
import { CUES, OTHERS, VERDICTS_AFTER } from "../words/cues.ts";
import { FILLER } from "../words/filler.ts";
import { negatedAt } from "../words/negations.ts";
import { inAnyRole } from "./any-role.ts";
import { facetAskedFor } from "./facet-asked-for.ts";
import { isNumbered } from "./title-due.ts";

/** Words after which an everyday word may well be meant as a value. */
const BEFORE_VALUE = new Set(
  `about with without no not in on of something anything nothing a an some more less very really set involving involves involve featuring and or too so
  but few any like most bit quite pretty super kind funnier darker make want for is are only`.split(/\s+/),
);

/** Values of category, tags and people facets: the longest phrase at each word, in the facet that the words before ask for. */
export const values: Recogniser = {
  name: "values",
  find({ tokens, lexicon, catalogue, mentions }) {
    const spans: Span[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const found = longest(tokens, from, lexicon);
      if (found === undefined) continue;
      const entry = choose(found.entries, from, found.to, { tokens, lexicon, catalogue }, spans.at(-1));
      if (entry === undefined) continue;
      if (isNothingHere(tokens, from, found.to, lexicon, entry)) continue;
      // "Terminator 3": the series has its name from a title.
      const titled = mentions.some(
        ({ start, end }) => start <= (tokens[from]?.start ?? 0) && end >= (tokens[found.to - 1]?.end ?? 0),
      );
      if (titled && isNumbered(tokens, found.to)) continue;
      const weight = entry.open ? 4 : 7;
      spans.push({ from, to: found.to, weight, meaning: meaningOf(entry) });
    }
    return spans;
  },
};

/**
 * "a movie set in Florida" has no film set in it, "list films" asks for no lists, "is there any chance of" for no chance, "the popcorn is
 * ready" for none.
 */
function isNothingHere(
  tokens: readonly Token[],
  from: number,
  to: number,
  { nouns }: Reading["lexicon"],
  entry: Entry,
): boolean {
  if (!entry.open && entry.phrase === undefined) return false;
  const [word, next] = [wordAt(tokens, from), wordAt(tokens, to)];
  if (to - from > 1) {
    if (nouns.has(word) && /^(?:in|on|at|during)$/.test(next)) return true;
    return false;
  }
  const opens = from === 0 || /[.!?;:,]/.test(tokens[from]?.gap ?? "");
  if (opens && /^(?:list|name|pick|show|find|search|order|sort)$/.test(word)) return true;
  if (word === "chance" && /^(?:any|a|the)$/.test(wordAt(tokens, from - 1))) return true;
  if (word === "single" && wordAt(tokens, from - 1) === "a") return true;
  const told = wordAt(tokens, from - 1) === "the" && /^(?:is|was|are|were|has|have)$/.test(next);
  return told && VERDICTS_AFTER.at(tokens, to + 1) === undefined;
}

type Words = Pick<Reading, "tokens" | "lexicon" | "catalogue">;

function longest(
  tokens: readonly Token[],
  from: number,
  lexicon: Reading["lexicon"],
): { entries: readonly Entry[]; to: number } | undefined {
  const { vocabulary } = lexicon;
  const most = Math.min(vocabulary.longest(wordAt(tokens, from)), tokens.length - from);
  for (let length = most; length > 0; length--) {
    const words = tokens.slice(from, from + length);
    if (words.some((token, at) => at > 0 && /[.,;:!?]/.test(token.gap.replace(/^\.\s?/, "")))) continue;
    const phrase = words.map((token) => token.norm).join(" ");
    const entries = vocabulary.entries(phrase);
    if (entries.length > 0 && !(length > 1 && isPairOfKinds(words, entries, vocabulary)))
      return { entries, to: from + length };
    // "Wong Kar-wai's"
    const owners = /['’]s$/.test(words.at(-1)?.text ?? "") ? vocabulary.entries(phrase.slice(0, -1)) : [];
    if (owners.some(({ person }) => person))
      return { entries: owners.filter(({ person }) => person), to: from + length };
  }
  return undefined;
}

/** "war dramas" are war films and dramas, though "war drama" is a keyword, too. */
function isPairOfKinds(
  words: readonly Token[],
  [entry]: readonly Entry[],
  vocabulary: Reading["lexicon"]["vocabulary"],
): boolean {
  if (entry?.open !== true || entry.phrase !== undefined) return false;
  return words.every(({ norm }) => vocabulary.entries(norm).some(({ open, person }) => !open && !person));
}

function choose(
  entries: readonly Entry[],
  from: number,
  to: number,
  words: Words,
  before: Span | undefined,
): Entry | undefined {
  const { tokens, lexicon } = words;
  if (isSubject(tokens, from, to) || isPronoun(words, from, to)) return undefined;
  // "my wife loves westerns"
  if (
    to === from + 1 &&
    /^(?:loves|likes|hates)$/.test(wordAt(tokens, from)) &&
    OTHERS.has(wordAt(tokens, from - 1))
  )
    return undefined;
  // "about love" names a topic, "love westerns" feels.
  if (
    to === from + 1 &&
    /^(?:love|like|hate)$/.test(wordAt(tokens, from)) &&
    !/^(?:about|of)$/.test(wordAt(tokens, from - 1))
  )
    return undefined;
  const asked = facetAskedFor(from, words, before);
  const fitting = asked === undefined ? [] : entries.filter((entry) => asked.includes(entry.facet));
  const entry = mostFrequent(fitting, asked ?? []) ?? usual(entries, tokens, from, to);
  if (entry !== undefined && entry.count <= RARE && isFiller(tokens, from, to)) return undefined;
  if (to - from === 1 && entry?.open && FILLER.has(wordAt(tokens, from))) return undefined;
  // "as the director" names a role, not a topic.
  const role = lexicon.aliases.at(tokens, from);
  const called =
    role?.to === to && role.meaning.some((name) => words.catalogue.facet(name)?.kind === "people");
  if (entry?.open && called && !/^(?:about|involving|of|no)$/.test(wordAt(tokens, from - 1)))
    return undefined;
  if (fitting.length === 0 && isLoose({ tokens, lexicon }, from, to)) return undefined;
  if (entry === undefined || fitting.length > 0) return entry;
  const single = to - from === 1;
  if (entry.person) {
    const ordinary = single && !tokens[from]?.capital && ORDINARY_WORDS.has(wordAt(tokens, from));
    return ordinary ? undefined : inAnyRole(entry, words.catalogue);
  }
  if (!entry.open) return single && isAlias(words, from, to) ? undefined : entry;
  if (!single) return entry;
  if (/^(?:i|we|you|they|who|really|also|dont|didnt)$/.test(wordAt(tokens, from - 1))) return undefined;
  const goesOn = !pauses(tokens, to);
  const noun = (goesOn && lexicon.nouns.has(wordAt(tokens, to))) || isKindAt(tokens, to, lexicon);
  const alone = from === 0 && to === tokens.length;
  if (afterCue(tokens, from) || isVerdict(tokens, to) || isAskedOf(tokens, to)) return entry;
  if (isSetting(tokens, from) || isPart(tokens, to)) return entry;
  return noun || alone || BEFORE_VALUE.has(wordAt(tokens, from - 1)) || /,/.test(tokens[from]?.gap ?? "")
    ? entry
    : undefined;
}

/** "the violent ones", "ghost stories", "silent comedies": what stands before a noun or a kind qualifies it. */
function isKindAt(tokens: readonly Token[], at: number, { vocabulary }: Reading["lexicon"]): boolean {
  if (pauses(tokens, at)) return false;
  const word = wordAt(tokens, at);
  if (THINGS.test(word)) return true;
  return vocabulary.entries(word).some(({ open, person }) => !open && !person);
}

const THINGS = /^(?:ones?|story|stories|tales?|stuff|plots?)$/;

/** "set in the future", "taking place in the desert". */
export function isSetting(tokens: readonly Token[], from: number): boolean {
  const at = /^(?:the|a|an)$/.test(wordAt(tokens, from - 1)) ? from - 2 : from - 1;
  if (!/^(?:in|on|at|around|inside|near)$/.test(wordAt(tokens, at))) return false;
  return /^(?:set|place|takes|located|happens|happening|playing|plays|situated)$/.test(
    wordAt(tokens, at - 1),
  );
}

/** "with robbery in it", "racism shouldn't come up". */
function isPart(tokens: readonly Token[], to: number): boolean {
  const words = tokens
    .slice(to, to + 2)
    .map(({ norm }) => norm)
    .join(" ");
  return /^in (?:it|them|there)$/.test(words) || /^(?:shouldnt|mustnt|should not|must not)\b/.test(words);
}

/** "is Manchester by the Sea sad?" */
function isAskedOf(tokens: readonly Token[], to: number): boolean {
  return (
    to === tokens.length &&
    tokens.length < 12 &&
    /^(?:is|are|was|were|isnt|and|so|but)$/.test(wordAt(tokens, 0)) &&
    tokens.some(({ norm }, at) => at < 3 && /^(?:is|are|was|were|isnt)$/.test(norm))
  );
}

/** "give us": the country only with capitals or before what comes from there ("us films"). */
function isPronoun({ tokens, lexicon }: Words, from: number, to: number): boolean {
  const word = tokens[from];
  if (to - from > 1 || word?.norm !== "us" || word.capital) return false;
  return !lexicon.nouns.has(wordAt(tokens, to)) && !/^(?:in|the|from)$/.test(wordAt(tokens, from - 1));
}

/** A rare value spelt like a little word ("Before", the series) is meant only with a capital. */
function isFiller(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from === 1 && FILLER.has(wordAt(tokens, from)) && tokens[from]?.capital !== true;
}

/** "r u there", "films I have not rated": a letter, or what reads as a denial, is a value ("R", "Not Rated") with a capital or before a noun. */
function isLoose({ tokens, lexicon }: Pick<Words, "tokens" | "lexicon">, from: number, to: number): boolean {
  const letter = to - from === 1 && wordAt(tokens, from).length === 1;
  if (!letter && wordAt(tokens, from) !== "not") return false;
  const next = wordAt(tokens, to);
  // "an r rating", "rated r"
  const rated =
    /^(?:rating|rated|certificate)$/.test(next) ||
    /\b(?:rated|rating|certificate)(?: (?:should|must|has|to|be|is|of))*$/.test(
      [4, 3, 2, 1].map((back) => wordAt(tokens, from - back)).join(" "),
    );
  return tokens[from]?.capital !== true && !lexicon.nouns.has(next) && !rated;
}

const RARE = 15;

/** Whether words that take a stance ("spare me the", "I don't want") end right before. */
function afterCue(tokens: readonly Token[], from: number): boolean {
  const end = /^(?:the|any|such|those)$/.test(wordAt(tokens, from - 1)) ? from - 1 : from;
  if (
    end < from &&
    /^(?:just|only|but|about|involving|involves?|featuring|around)$/.test(wordAt(tokens, end - 1))
  )
    return true;
  // "to do with the mafia"
  const deals = wordAt(tokens, end - 1) === "with" && /^(?:do|deals?|dealing)$/.test(wordAt(tokens, end - 2));
  if (end < from && deals) return true;
  for (let start = Math.max(0, end - 6); start < end; start++) {
    const cue = negatedAt(tokens, start, end) ?? CUES.at(tokens, start, end);
    if (cue?.to === end && STANCES.has(cue.meaning)) return true;
  }
  return false;
}

const STANCES: ReadonlySet<string> = new Set(["exclude", "hate", "love", "tolerate", "open"]);

/** "violence puts me off", "violence-free". */
function isVerdict(tokens: readonly Token[], to: number): boolean {
  if (stops(tokens, to)) return false;
  const verdict = VERDICTS_AFTER.at(tokens, to)?.meaning;
  return verdict === "hate" || verdict === "reject";
}

/** "my kids love …" speaks of them, "for my kids" asks for something. */
function isSubject(tokens: readonly Token[], from: number, to: number): boolean {
  if (!tokens.slice(from, to).some((token) => OTHERS.has(token.norm))) return false;
  const speaks =
    /^(?:have|has|had|love|loved|like|liked|hate|hated|saw|watched|enjoy|enjoyed|adore|adored|dont|cant|wont|didnt|already)$/;
  if (speaks.test(wordAt(tokens, to))) return true;
  const owner = /^(?:my|our)$/.test(wordAt(tokens, from - 1)) ? from - 2 : from - 1;
  return owner < from - 1 && !/^(?:for|with)$/.test(wordAt(tokens, owner));
}

/** "skin", "genre": the facet's name by itself is not one of its values. */
function isAlias({ tokens, lexicon, catalogue }: Words, from: number, to: number): boolean {
  const alias = lexicon.aliases.at(tokens, from);
  if (alias === undefined || alias.to !== to) return false;
  return (
    alias.meaning.some((name) => name === wordAt(tokens, from)) &&
    catalogue.facet(wordAt(tokens, from)) !== undefined
  );
}

function mostFrequent(entries: readonly Entry[], asked: readonly string[]): Entry | undefined {
  return [...entries].sort((a, b) => b.count - a.count || asked.indexOf(a.facet) - asked.indexOf(b.facet))[0];
}

/** Among people the role with most items; "in French" asks for what is spoken, so for the facet of fewer kinds named so. */
function usual(
  entries: readonly Entry[],
  tokens: readonly Token[],
  from: number,
  to: number,
): Entry | undefined {
  const first = entries[0];
  if (first === undefined) return undefined;
  if (first.person) return mostFrequent(entries, []);
  const spoken =
    wordAt(tokens, from) === "english" ||
    wordAt(tokens, from - 1) === "in" ||
    /^(?:language|speaking|spoken|dubbed|subtitles?)$/.test(wordAt(tokens, to));
  return entries.find((entry) => !entry.open && /language|spoken/.test(entry.facet) === spoken) ?? first;
}
