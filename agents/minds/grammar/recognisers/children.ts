import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { type Entry, meaningOf } from "../vocabulary-entry.ts";
import { NUMBER_WORDS } from "../words/quantities.ts";

/** Who is older is no child. */
const OLDEST = 12;

/** "my 6 year old", "the kids are 6 and 8", "our little ones": children watch along, so what is made for them is meant. */
export const children: Recogniser = {
  name: "children",
  find(reading) {
    const { tokens, lexicon } = reading;
    const entry = lexicon.vocabulary.entries("kids").find(({ open, person }) => !open && !person);
    if (entry === undefined || asksForKind(reading, entry)) return [];
    const spans: Span[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const to = agedAt(reading, at) ?? littleAt(reading, at);
      if (to === undefined) continue;
      spans.push({ from: at, to, weight: 9, meaning: meaningOf(entry) });
      at = to - 1;
    }
    return spans;
  },
};

/** "a war film I can show a twelve-year-old": another kind is asked for, and no children's film. */
function asksForKind({ tokens, lexicon }: Reading, { facet, values }: Entry): boolean {
  return tokens.some(({ norm }, at) => {
    const kind = lexicon.vocabulary.entries(norm).find(({ open, person }) => !open && !person);
    if (kind?.facet !== facet || kind.values.some((value) => values.includes(value))) return false;
    return lexicon.nouns.has(wordAt(tokens, at + 1));
  });
}

const CHILD =
  /^(?:kids?|children|son|sons|daughters?|boys?|girls?|grandchildren|grandkids|nephews?|nieces?|toddlers?)$/;

/** "6 year old(s)", "six years old", "kids are 6 and 8", "daughter is 5". */
function agedAt({ tokens }: Reading, at: number): number | undefined {
  const years = /^(?:years?|yo)$/.test(wordAt(tokens, at + 1));
  if (years && isAge(wordAt(tokens, at))) {
    if (wordAt(tokens, at + 1) === "yo") return at + 2;
    return /^olds?$/.test(wordAt(tokens, at + 2)) ? at + 3 : undefined;
  }
  if (!CHILD.test(wordAt(tokens, at)) || !/^(?:is|are|aged|age|of)$/.test(wordAt(tokens, at + 1)))
    return undefined;
  let to = at + 2;
  while (
    isAge(wordAt(tokens, to)) ||
    (to > at + 2 && /^(?:and|or|to)$/.test(wordAt(tokens, to)) && isAge(wordAt(tokens, to + 1)))
  )
    to += 1;
  return to > at + 2 ? to : undefined;
}

function littleAt({ tokens }: Reading, at: number): number | undefined {
  if (wordAt(tokens, at) === "little" && wordAt(tokens, at + 1) === "ones") return at + 2;
  return /^toddlers?$/.test(wordAt(tokens, at)) ? at + 1 : undefined;
}

function isAge(word: string): boolean {
  const age = NUMBER_WORDS.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : 0);
  return age > 0 && age <= OLDEST;
}
