import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import type { Token } from "../../../../tools/language/running-text.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { type Entry, meaningOf } from "../vocabulary-entry.ts";
import { FILLER } from "../words/filler.ts";
import { PLACES } from "../words/places.ts";
import { inAnyRole } from "./any-role.ts";
import { facetAskedFor } from "./facet-asked-for.ts";
import { firstNameBefore } from "./misspelt.ts";
import { isSetting } from "./values.ts";

/** A last name in lower case and without a role ("a kurosawa film") is believed of people with this many items. */
const KNOWN = 3;

/** Words that are said for themselves far too often to call anybody by them. */
const NEVER = new Set("oh good he she long best great love bye hi hey yes no so do".split(" "));

/** People by last name alone ("Kurosawa", "De Niro", "the Coen brothers"): the one with most items, in the role that is asked for. */
export const people: Recogniser = {
  name: "people",
  find(reading) {
    const { tokens, lexicon } = reading;
    const spans: Span[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const two = lexicon.vocabulary.surname(`${wordAt(tokens, from)} ${wordAt(tokens, from + 1)}`);
      const to = two.length > 0 ? from + 2 : from + 1;
      const asked = facetAskedFor(from, reading, spans.at(-1));
      const named = two.length > 0 ? two : surnames(tokens[from], lexicon.vocabulary);
      const fitting = named.filter((entry) => asked?.includes(entry.facet));
      const entry = fitting[0] ?? named[0];
      if (entry === undefined || !isName(reading, from, entry, asked, fitting.length > 0)) continue;
      if (!/^(?:brothers|sisters)$/.test(wordAt(tokens, to))) {
        // "Stanly Kubrick"
        const first = to === from + 1 && firstNameBefore(reading, from, entry) ? from - 1 : from;
        spans.push({
          from: first,
          to,
          weight: 5,
          meaning: meaningOf(asked === undefined ? inAnyRole(entry, reading.catalogue) : entry),
        });
        continue;
      }
      const both = named.filter((other) => other.facet === entry.facet).slice(0, 2);
      const family = { ...entry, values: both.flatMap((other) => other.values) };
      spans.push({ from, to: to + 1, weight: 5, meaning: meaningOf(family) });
    }
    return spans;
  },
};

/** Whether the word at `from` is a name here, rather than an everyday word, a place or part of a compound. */
function isName(
  { tokens, lexicon }: Reading,
  from: number,
  entry: Entry,
  asked: readonly string[] | undefined,
  fits: boolean,
): boolean {
  const word = wordAt(tokens, from);
  if (word.length < 2 || NEVER.has(word)) return false;
  if (isSetting(tokens, from)) return false;
  const deals =
    wordAt(tokens, from - 1) === "with" && /^(?:do|deals?|dealing)$/.test(wordAt(tokens, from - 2));
  const involved = /^(?:involves?|involving)$/.test(wordAt(tokens, from - 1));
  if ((deals || involved) && lexicon.vocabulary.entries(word).some(({ open }) => open)) return false;
  // "by director Carl Reiner" is by nobody called Director.
  if (lexicon.aliases.at(tokens, from) !== undefined && tokens[from]?.capital !== true) return false;
  // "Bruce" and "John" are first names long before they are last ones.
  if (!fits && lexicon.vocabulary.firstName(word) > entry.count) return false;
  // Every word begins a sentence with a capital.
  const written = tokens[from]?.capital === true && from > 0 && !/[.!?:;\n]/.test(tokens[from]?.gap ?? "");
  const ordinary = ORDINARY_WORDS.has(word) || word.length < 4;
  // "who stars in 2?" names nobody called In.
  if (FILLER.has(word) && !written) return false;
  if (fits) return written || !ordinary || wordAt(tokens, from - 1) !== "with";
  if (
    PLACES[word] !== undefined ||
    lexicon.vocabulary.entries(word).some((other) => asked?.includes(other.facet))
  ) {
    return false;
  }
  // "in a castle" is in no family of that name, "a Kurosawa film" is.
  const thing =
    /^(?:a|an|the)$/.test(wordAt(tokens, from - 1)) && !lexicon.nouns.has(wordAt(tokens, from + 1));
  if (thing && !written) return false;
  const compound = /-/.test((tokens[from]?.gap ?? "") + (tokens[from + 1]?.gap ?? ""));
  return written || (!ordinary && !compound && entry.count >= KNOWN);
}

/** "Kurosawa's" and "the Coens" are names with an s; "loves" is a verb. */
function surnames(token: Token | undefined, vocabulary: Reading["lexicon"]["vocabulary"]): readonly Entry[] {
  const word = token?.norm ?? "";
  const exact = vocabulary.surname(word);
  const ending = token !== undefined && (token.capital || /['’]/.test(token.text)) && word.endsWith("s");
  return exact.length > 0 || !ending ? exact : vocabulary.surname(word.slice(0, -1));
}
