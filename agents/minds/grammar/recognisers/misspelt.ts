import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import { normalisePhrase } from "../../../../tools/language/running-text.ts";
import { editDistance } from "../../../../tools/language/typos.ts";
import { pauses } from "../pauses.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { type Entry, meaningOf } from "../vocabulary-entry.ts";
import { CUES } from "../words/cues.ts";
import { FILLER } from "../words/filler.ts";
import { inAnyRole } from "./any-role.ts";
import { facetAskedFor } from "./facet-asked-for.ts";

/** Values and last names with a slip of the finger ("horrer", "Kurasawa"), where the words as typed mean nothing. */
export const misspelt: Recogniser = {
  name: "misspelt",
  find(reading) {
    const { tokens, lexicon } = reading;
    const spans: Span[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const pair = pairAt(reading, from);
      if (pair !== undefined) {
        spans.push(pair);
        from = pair.to - 1;
        continue;
      }
      const word = wordAt(tokens, from);
      if (word.length < 5 || /\d/.test(word) || ORDINARY_WORDS.has(word) || lexicon.nouns.has(word)) continue;
      if (
        CUES.at(tokens, from) ||
        lexicon.aliases.at(tokens, from) ||
        lexicon.comparatives.at(tokens, from) ||
        lexicon.superlatives.at(tokens, from)
      )
        continue;
      if (lexicon.vocabulary.entries(word).length > 0 || lexicon.vocabulary.surname(word).length > 0)
        continue;
      const near = lexicon.vocabulary.misspelt(word);
      if (near.length === 0 || isWord(reading, word)) continue;
      const asked = facetAskedFor(from, reading, undefined);
      const entry = near.find((one) => asked?.includes(one.facet)) ?? near[0];
      if (
        entry?.person &&
        entry.count <= RARE &&
        asked === undefined &&
        !firstNameBefore(reading, from, entry)
      )
        continue;
      if (
        entry === undefined ||
        (entry.person && asked === undefined && tokens[from]?.capital !== true && word.length < 7)
      )
        continue;
      const first = firstNameBefore(reading, from, entry) ? from - 1 : from;
      spans.push({ from: first, to: from + 1, weight: 1, meaning: meaningOf(entry) });
    }
    return spans;
  },
};

/** Who has so few items is meant by a misspelt name only beside a role or the first name. */
const RARE = 2;

/** "Stanly Kubrik": the first name with a slip of its own. */
export function firstNameBefore({ tokens }: Reading, from: number, { person, values }: Entry): boolean {
  const typed = wordAt(tokens, from - 1);
  const name = normalisePhrase(values[0] ?? "").split(" ")[0] ?? "";
  if (!person || typed.length < 3 || pauses(tokens, from)) return false;
  return editDistance(typed, name, 2) <= (name.length < 5 ? 1 : 2);
}

/** "sceince fiction": a value of two words, one of which is none as it was typed. */
function pairAt(reading: Reading, from: number): Span | undefined {
  const { tokens, lexicon } = reading;
  const words = [wordAt(tokens, from), wordAt(tokens, from + 1)];
  if (words.some((word, at) => word.length < (at === 0 ? 2 : 3)) || pauses(tokens, from + 1))
    return undefined;
  const typed = words.join(" ");
  if (lexicon.vocabulary.entries(typed).length > 0) return undefined;
  if (words.every((word) => ORDINARY_WORDS.has(word) || isWord(reading, word))) return undefined;
  const near = lexicon.vocabulary.misspelt(typed);
  const entry = near.find(({ person }) => !person);
  if (entry !== undefined) return { from, to: from + 2, weight: 1, meaning: meaningOf(entry) };
  // "robert de nero"
  const person = near[0];
  if (person === undefined || !firstNameBefore(reading, from, person)) return undefined;
  return {
    from: from - 1,
    to: from + 2,
    weight: 1,
    meaning: meaningOf(inAnyRole(person, reading.catalogue)),
  };
}

/** Whether the word is none of a finger's slips: everyday talk or the catalogue's own texts have it. */
function isWord({ catalogue }: Reading, word: string): boolean {
  return FILLER.has(word) || catalogue.search(word, 1).length > 0;
}
