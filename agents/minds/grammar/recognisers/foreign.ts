import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { meaningOf } from "../vocabulary-entry.ts";

/** The language that this grammar is spoken in: what is in it needs no subtitles. */
const OWN = "english";

/** "with subtitles", "foreign films": in any language but the speaker's own. "No subtitles" asks for that one. */
export const foreign: Recogniser = {
  name: "foreign",
  find(reading) {
    const entry = reading.lexicon.vocabulary.entries(OWN).find(({ facet }) => /language|spoken/.test(facet));
    if (entry === undefined) return [];
    const spans: Span[] = [];
    for (let at = 0; at < reading.tokens.length; at++) {
      const to = foreignAt(reading, at);
      if (to === undefined) continue;
      spans.push({
        from: at,
        to,
        weight: 7,
        meaning: { ...meaningOf(entry), inverse: true },
      });
      at = to - 1;
    }
    return spans;
  },
};

function foreignAt({ tokens, lexicon }: Reading, at: number): number | undefined {
  const word = wordAt(tokens, at);
  if (/^(?:subtitles?|subtitled|subs)$/.test(word)) return at + 1;
  if (word === "reading" && wordAt(tokens, at + 1) === "subtitles") return at + 2;
  if (word !== "foreign") return undefined;
  const next = wordAt(tokens, at + 1);
  if (next === "language" || next === "languages") return at + 2;
  return lexicon.nouns.has(next) || next === "ones" || next === "stuff" || next === "" ? at + 1 : undefined;
}
