import type { ItemId } from "../../../../memory/ids.ts";
import { shownItems } from "../../../../memory/items/shortlist.ts";
import { singular, type Token, tokenise } from "../../../../tools/language/running-text.ts";
import type { TitleMention } from "../../../../tools/language/title-linker.ts";
import { stops } from "../pauses.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import type { Entry } from "../vocabulary-entry.ts";
import { NUMBER_WORDS } from "../words/quantities.ts";
import { countsKind } from "./counts.ts";
import { dueAt, followedByVerdict, isNumbered, judged, ratedBeside } from "./title-due.ts";
import {
  announced,
  asksAbout,
  isAskedAbout,
  isOfInterest,
  isOwned,
  isPraised,
  isPredicate,
  isSubject,
  isWhole,
} from "./title-places.ts";
import { isSetting } from "./values.ts";

/** Words that stand for something else far more often than for a title. */
const PRONOUNS = new Set(
  "it her him them us up if big one you me i he she they we this that those these no yes ok oh hi so go my".split(
    " ",
  ),
);
/** Articles and prepositions, which are no title at all unless they are quoted. */
const PARTICLES = new Set("a an the to of in on at and or for".split(" "));
/** A word in this many texts of the catalogue is a word of its own, whatever title it is as well. */
const COMMON = 6;
/** What more items than this share is a kind, not a series. */
const SERIES = 15;

export const titles: Recogniser = {
  name: "titles",
  find(reading) {
    const { tokens, catalogue } = reading;
    const shown = new Set(shownItems(reading.situation.shortlist).map((id) => catalogue.indexOf(id)));
    const places = reading.mentions.flatMap((mention): Place[] => {
      const from = tokens.findIndex((token) => token.end > mention.start);
      const to = tokens.findLastIndex((token) => token.start < mention.end) + 1;
      const item = shown.has(mention.item)
        ? mention.item
        : (mention.alternatives.find((other) => shown.has(other)) ?? mention.item);
      return from < 0 || to <= from ? [] : [{ ...mention, item, from, to, shown: shown.has(item) }];
    });
    const spans: Span[] = [];
    for (const place of places) {
      const { from, to, item } = place;
      const last = spans.at(-1);
      const joined =
        (last !== undefined && continues(tokens, last.to, from)) ||
        isListed(tokens, place, places) ||
        leadsOn(tokens, place, places);
      const weight = trustIn(reading, place, joined);
      if (weight === undefined || isNumbered(tokens, to) || isBareNumber(reading, place)) continue;
      const namesakes = namesakesOf(place, catalogue);
      const meaning = { kind: "item" as const, items: [catalogue.id(item)], by: "title" as const };
      spans.push({ from, to, weight, meaning: namesakes.length > 0 ? { ...meaning, namesakes } : meaning });
    }
    return spans;
  },
};

/** "7 in all" is not about Seven, whose title is written out. */
function isBareNumber({ tokens, lexicon, catalogue }: Reading, { from, to, item, quoted }: Place): boolean {
  if (quoted || to > from + 1) return false;
  const word = wordAt(tokens, from);
  if (/^\d{1,2}$/.test(word)) return !/^\d/.test(catalogue.title(item));
  // "seven mystery comedies" are a number of them.
  return NUMBER_WORDS.has(word) && tokens[from]?.capital !== true && countsKind({ tokens, lexicon }, to);
}

/** Others of the very same title, where neither the year nor the list says which one is meant. */
function namesakesOf(
  { item, alternatives, quoted, shown }: Place,
  catalogue: Reading["catalogue"],
): ItemId[] {
  if (quoted || shown) return [];
  const title = catalogue.title(item);
  return alternatives.filter((other) => catalogue.title(other) === title).map((other) => catalogue.id(other));
}

const RARELY_MEANT = 2;

/** A mention in words `from` to `to`. */
interface Place extends TitleMention {
  readonly from: number;
  readonly to: number;
  /** Whether its item is on the table. */
  readonly shown: boolean;
}

/** How surely the words are a title (larger is surer); undefined: they are not. */
function trustIn(reading: Reading, place: Place, joined: boolean): number | undefined {
  const { tokens, lexicon } = reading;
  const { from, to, plain, slips, shown } = place;
  const first = wordAt(tokens, from);
  const guessed = slips > 0 && plain && !place.quoted;
  if (plain && !place.quoted && PARTICLES.has(first) && from > 0) return undefined;
  // "it was awesome": what is said of something.
  if (plain && !place.quoted && tokens[from]?.capital !== true && isPredicate(tokens, from)) return undefined;
  // "a conspiracy. They": no slip of "Conspiracy Theory"
  if (slips > 0 && !place.quoted && tokens.slice(from + 1, to).some((_, at) => stops(tokens, from + 1 + at)))
    return undefined;
  // "superhero movies" is no slip of "Superhero Movie".
  const last = wordAt(tokens, to - 1);
  if (slips > 0 && !place.quoted && singular(last) !== last && lexicon.nouns.has(last)) return undefined;
  // "not set in San Francisco" is no slip of "Lost in San Francisco".
  if (slips > 0 && !place.quoted && opensOtherwise(reading, place)) return undefined;
  // "it should involve Halloween", "it's Friday night"
  if (!place.quoted && plain && isTopicHere(reading, from, to)) return undefined;
  // "set in Manhattan" is no film of that name.
  if (!place.quoted && isSetting(tokens, from)) return undefined;
  const words = tokens.slice(from, to).map((token) => token.norm);
  // "about terrorism", "with a nightmare in it": what is a value as typed is no slip of a title.
  const bare = words.slice(/^(?:a|an|the)$/.test(first) ? 1 : 0).join(" ");
  if (slips > 0 && !place.quoted && lexicon.vocabulary.entries(bare).length > 0) return undefined;
  const value = lexicon.vocabulary.entries(words.join(" "))[0];
  // A series named after its first film is that film to whoever loves it; a genre is a genre.
  const ownName = value !== undefined && isSeriesOf(reading, value, place);
  // A brand with which many products' names begin is the brand.
  if (place.part && !place.quoted && value !== undefined && !value.open && !ownName) return undefined;
  // "I loved Shane": whom hardly anything here is by is not who is meant.
  const namesake = value?.person === true && value.count <= RARELY_MEANT;
  if (place.marked && !guessed && (!plain || !PRONOUNS.has(first) || tokens[from]?.capital)) {
    const values = plain ? lexicon.vocabulary.entries(first) : [];
    const kinds = values.filter((entry) => !entry.open && !isSeriesOf(reading, entry, place));
    const capitalOnly = tokens[from]?.start === place.start && tokens[to - 1]?.end === place.end;
    const asked = asksAbout(tokens, from, to) || ratedBeside(tokens, from, to);
    const isDue = asked || joined || dueAt(tokens, from, !namesake, lexicon.nouns);
    if (capitalOnly && kinds.length > 0 && !isDue) return undefined;
    return capitalOnly &&
      namesSeries(reading, to) &&
      values.some((entry) => isSeriesOf(reading, entry, place))
      ? undefined
      : 9;
  }
  if (plain && PRONOUNS.has(first))
    return isOwned(tokens, from, to, joined) || isPraised(tokens, from, to) || isAskedAbout(tokens, from, to)
      ? 8
      : undefined;
  // "the war movies"
  const kind = lexicon.vocabulary.entries(bare).some(({ open, person }) => !open && !person);
  if (bare !== words.join(" ") && kind && goesOnAsKind(reading, to)) return undefined;
  const whole = isWhole(tokens, from, to);
  if (ownName && namesSeries(reading, to)) return undefined;
  const strictly = value !== undefined && !value.open && !ownName && !namesake;
  const due =
    asksAbout(tokens, from, to) ||
    announced(tokens, from, to) ||
    (words.length > 1 && value === undefined && isOfInterest(tokens, from)) ||
    dueAt(tokens, from, strictly, lexicon.nouns) ||
    joined ||
    (!strictly && (judged(tokens, from, to) || ratedBeside(tokens, from, to)));
  if (value !== undefined && !value.open && !value.person)
    return due && !goesOnAsKind(reading, to) ? 8 : undefined;
  if (slips > 0 && plain) {
    if (lexicon.vocabulary.surname(first).length > 0) return undefined;
    return due || (whole && first.length > 5) ? 5 : undefined;
  }
  if (due || shown) return 8;
  // "a nightmare", "secret agent": what is a topic as well is one where no title is due.
  if (!place.marked && lexicon.vocabulary.entries(bare).some(({ open, person }) => open && !person))
    return whole ? 8 : undefined;
  // "waterproof mascara" asks for a kind of thing, whatever product's name begins so.
  const named =
    place.part &&
    words.some((word) => lexicon.vocabulary.entries(word).some(({ open, person }) => !open && !person));
  if (named) return undefined;
  if (whole) return 8;
  if (place.ordinary) return !plain && slips === 0 && isSubject(tokens, from, to) ? 6 : undefined;
  if (!plain) return 6;
  return value === undefined && (followedByVerdict(tokens, to) || isRare(reading, first)) ? 5 : undefined;
}

/** "something about …", "films about …", and "about …" that opens a text. */
function isThing(word: string, nouns: ReadonlySet<string>): boolean {
  return word === "" || /^(?:something|anything|nothing|one|ones|be|is)$/.test(word) || nouns.has(word);
}

/** Whether a title's word names a topic, or a day, where it stands. */
function isTopicHere({ tokens, lexicon }: Reading, from: number, to: number): boolean {
  if (/^(?:night|evening|afternoon|morning|nights)$/.test(wordAt(tokens, to))) return true;
  const leads = /^(?:involves?|involving)$/.test(wordAt(tokens, from - 1));
  const some = /^(?:any|no|without|some)$/.test(wordAt(tokens, from - 1)) && tokens[from]?.capital !== true;
  const deals =
    wordAt(tokens, from - 1) === "with" && /^(?:do|deals?|dealing)$/.test(wordAt(tokens, from - 2));
  const about = wordAt(tokens, from - 1) === "about" && isThing(wordAt(tokens, from - 2), lexicon.nouns);
  const inIt = /^in (?:it|them)$/.test(`${wordAt(tokens, to)} ${wordAt(tokens, to + 1)}`);
  return (
    (leads || deals || some || about || inIt) && lexicon.vocabulary.entries(wordAt(tokens, from)).length > 0
  );
}

/** Whether a misspelt title begins with a little word that the title lacks. */
function opensOtherwise({ tokens, catalogue }: Reading, { from, item }: Place): boolean {
  const word = wordAt(tokens, from);
  if (!/^(?:not|no|set|in|by|with|from|without|and|or|but|on|of|for|to|is|are)$/.test(word)) return false;
  return !tokenise(catalogue.title(item)).some(({ norm }) => norm === word);
}

/** "war or sci-fi movies": a kind beside another, or before what an item is called. */
function goesOnAsKind({ tokens, lexicon }: Reading, to: number): boolean {
  const next = wordAt(tokens, to);
  if (lexicon.nouns.has(next)) return true;
  if (next !== "or" && next !== "and") return false;
  return (
    lexicon.vocabulary.entries(wordAt(tokens, to + 1)).some(({ open, person }) => !open && !person) ||
    lexicon.vocabulary
      .entries(`${wordAt(tokens, to + 1)} ${wordAt(tokens, to + 2)}`)
      .some(({ open, person }) => !open && !person)
  );
}

/** Whether a value is a series that is named after the item itself. */
function isSeriesOf({ catalogue }: Reading, { facet, values, count }: Entry, { item }: Place): boolean {
  const declared = catalogue.facet(facet);
  if (declared?.kind === "people" || declared?.aliases.includes("brand")) return false;
  return count <= SERIES && values.some((value) => catalogue.having(facet, value).includes(item));
}

/** "Alien films", "the Alien series": not the one film. */
function namesSeries({ tokens, lexicon }: Reading, to: number): boolean {
  const word = wordAt(tokens, to);
  if (/^(?:series|franchise|saga|trilogy|ones|universe)$/.test(word)) return true;
  return lexicon.nouns.has(word) && singular(word) !== word;
}

/** Whether hardly anything in the catalogue has the word, so that it is hardly said but as a title. */
function isRare({ catalogue }: Reading, word: string): boolean {
  return word.length > 4 && catalogue.search(word, COMMON).length < COMMON;
}

/** "heat or fargo?", "heat, fargo and psycho": a sentence of nothing but titles. */
function isListed(tokens: readonly Token[], place: Place, places: readonly Place[]): boolean {
  if (places.length < 2 || PRONOUNS.has(wordAt(tokens, place.from))) return false;
  const ends = (at: number): boolean => stops(tokens, at);
  let [start, end] = [place.from, place.to];
  while (start > 0 && !ends(start)) start -= 1;
  while (end < tokens.length && !ends(end)) end += 1;
  const inside = places.filter(({ from, to }) => from >= start && to <= end);
  if (inside.length < 2 || inside.every(({ ordinary }) => ordinary)) return false;
  return tokens
    .slice(start, end)
    .every(
      ({ norm }, at) =>
        inside.some(({ from, to }) => from <= start + at && start + at < to) || JOINERS.has(norm),
    );
}

/** "fight club and the shawshank redemption": what is joined to a title that stands for itself is one too. */
function leadsOn(tokens: readonly Token[], place: Place, places: readonly Place[]): boolean {
  if (PRONOUNS.has(wordAt(tokens, place.from))) return false;
  const next = places.find(({ from }) => from >= place.to);
  return next !== undefined && !next.ordinary && !next.plain && continues(tokens, place.to, next.from);
}

const JOINERS = new Set("and or then also the vs versus with".split(" "));

function continues(tokens: readonly Token[], end: number, from: number): boolean {
  const between = tokens.slice(end, from).map((token) => token.norm);
  if (between.length === 0) return /,/.test(tokens[from]?.gap ?? "");
  return between.length < 3 && between.every((word) => JOINERS.has(word));
}
