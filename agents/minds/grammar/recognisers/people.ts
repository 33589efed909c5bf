import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import { type Recogniser, type Span, wordAt } from "../span.ts";
import type { Entry } from "../vocabulary.ts";
import { facetAskedFor } from "./values.ts";

/** People by last name alone ("Kurosawa", "De Niro", "Tarkovski"): the one with most items, in the role that is asked for. */
export const people: Recogniser = {
  name: "people",
  find(reading) {
    const { tokens, lexicon } = reading;
    const spans: Span[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const two = lexicon.vocabulary.surname(`${wordAt(tokens, from)} ${wordAt(tokens, from + 1)}`);
      const to = two.length > 0 ? from + 2 : from + 1;
      const asked = facetAskedFor(from, reading, spans.at(-1));
      const named = two.length > 0 ? two : surnames(wordAt(tokens, from), lexicon.vocabulary);
      const fitting = named.filter((entry) => asked?.includes(entry.facet));
      const entry = fitting[0] ?? named[0];
      if (entry === undefined) continue;
      const elsewhere = lexicon.vocabulary
        .entries(wordAt(tokens, from))
        .some((other) => asked?.includes(other.facet));
      if (fitting.length === 0 && elsewhere) continue;
      const ordinary = ORDINARY_WORDS.has(wordAt(tokens, from)) || wordAt(tokens, from).length < 4;
      const written = tokens[from]?.capital === true && from > 0;
      if (ordinary && !written && (fitting.length === 0 || wordAt(tokens, from - 1) === "with")) continue;
      if (fitting.length === 0 && !written && entry.count < 2 && named.length > 1) continue;
      const { facet, values, open } = entry;
      spans.push({ from, to, weight: 5, meaning: { kind: "values", facet, values, open } });
    }
    return spans;
  },
};

function surnames(word: string, vocabulary: { surname(word: string): readonly Entry[] }): readonly Entry[] {
  const exact = vocabulary.surname(word);
  return exact.length > 0 || !word.endsWith("s") ? exact : vocabulary.surname(word.slice(0, -1));
}
