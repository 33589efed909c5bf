import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import type { Token } from "../../../../tools/language/running-text.ts";
import { pauses } from "../pauses.ts";
import { type Recogniser, type Span, wordAt } from "../span.ts";
import { meaningOf } from "../vocabulary-entry.ts";

const NO_DEGREE = new Set(
  "never ever over under after other another together either neither matter water former latter summer winter".split(
    " ",
  ),
);

/** "funnier", "darker", "scariest": degrees of a word that stands for a value. */
export const degrees: Recogniser = {
  name: "degrees",
  find({ tokens, lexicon }) {
    const spans: Span[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const word = wordAt(tokens, at);
      if (
        NO_DEGREE.has(word) ||
        lexicon.vocabulary.surname(word).length > 0 ||
        lexicon.vocabulary.entries(word).length > 0
      )
        continue;
      const base = basesOf(word).find((one) =>
        lexicon.vocabulary.entries(one).some((entry) => !entry.person),
      );
      const entry = base === undefined ? undefined : lexicon.vocabulary.entries(base)[0];
      if (
        base === undefined ||
        entry === undefined ||
        (ORDINARY_WORDS.has(word) && !ORDINARY_WORDS.has(base))
      )
        continue;
      if (entry.open && !comparesAt(tokens, at)) continue;
      spans.push({ from: at, to: at + 1, weight: 6, meaning: { ...meaningOf(entry), degree: true } });
    }
    return spans;
  },
};

/** Nouns end so too ("fighter", "dreamer"): a degree of an everyday word stands where degrees do. */
function comparesAt(tokens: readonly Token[], at: number): boolean {
  const before = wordAt(tokens, at - 1);
  return (
    before === "" ||
    /^(?:than|one|ones)$/.test(wordAt(tokens, at + 1)) ||
    /^(?:something|anything|bit|much|even|little|it|them|one|ones|lot|way|and|but|or|slightly|the|far)$/.test(
      before,
    ) ||
    pauses(tokens, at)
  );
}

/** The adjectives a comparative or superlative may come from: "funnier" → "funny", "stranger" → "strange", "bigger" → "big". */
function basesOf(word: string): string[] {
  const stem = /^(.{3,})(?:er|est)$/.exec(word)?.[1];
  if (stem === undefined) return [];
  const bases = stem.endsWith("i") ? [`${stem.slice(0, -1)}y`] : [stem, `${stem}e`];
  return /(.)\1$/.test(stem) ? [...bases, stem.slice(0, -1)] : bases;
}
