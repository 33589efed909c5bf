import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { meaningOf } from "../vocabulary-entry.ts";
import { CUES } from "../words/cues.ts";
import { FILLER } from "../words/filler.ts";
import { facetAskedFor } from "./values.ts";

/** Values and last names with a slip of the finger ("horrer", "Kurasawa"), where the words as typed mean nothing. */
export const misspelt: Recogniser = {
  name: "misspelt",
  find(reading) {
    const { tokens, lexicon } = reading;
    const spans: Span[] = [];
    for (let from = 0; from < tokens.length; from++) {
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
        entry === undefined ||
        (entry.person && asked === undefined && tokens[from]?.capital !== true && word.length < 7)
      )
        continue;
      spans.push({ from, to: from + 1, weight: 1, meaning: meaningOf(entry) });
    }
    return spans;
  },
};

/** Whether the word is none of a finger's slips: everyday talk or the catalogue's own texts have it. */
function isWord({ catalogue }: Reading, word: string): boolean {
  return FILLER.has(word) || catalogue.search(word, 1).length > 0;
}
