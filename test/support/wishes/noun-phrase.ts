import type { Random } from "../../../memory/random.ts";
import { afterwards, inOrder, type Worded } from "./after-phrases.ts";
import { chance, pick } from "./drawing.ts";
import { type Part, withArticle } from "./part.ts";
import type { WishKind } from "./wish.ts";

/** One film, several, or "something". */
export type Grammar = "one" | "many" | "something";

/** What stands in front of a noun and after it. */
export interface Phrase {
  readonly grammar: Grammar;
  readonly determiner?: string | undefined;
  readonly before: readonly Worded[];
  readonly head?: Part | undefined;
  readonly after: readonly Worded[];
}

/** How an opening takes a noun phrase. */
export interface Slot {
  /** Without an article where false: "any French comedies". */
  readonly article: boolean;
  /** Whether it can be "anything" too. */
  readonly anything: boolean;
}

/** "three little-known French comedies from the 70s, starring X". */
export function nounPhrase(phrase: Phrase, slot: Slot, random: Random): string {
  const noun = nounWith(phrase, slot, random);
  const after = afterwards(phrase.after, random);
  // "Either a comedy or a drama from the 70s" leaves in doubt what is from the 70s.
  return / or an? /.test(noun) && after !== "" ? `${noun},${after}` : `${noun}${after}`;
}

/** As keyword style has it: "70s horror"; nothing where there is nothing to say. */
export function bareNoun(phrase: Phrase, random: Random): string {
  const { head, before, determiner } = phrase;
  const bare = head?.heads?.bare;
  if (determiner !== undefined || (bare === undefined && before.length > 0)) {
    return nounPhrase(phrase, { article: false, anything: false }, random);
  }
  return [...inOrder(before, FRONT).map(({ text }) => text), ...(bare ? [pick(random, bare)] : [])].join(" ");
}

/** How often a film should be good: everybody wants that, and it asks for nothing. */
const GOOD = 0.06;

function nounWith(phrase: Phrase, { article, anything }: Slot, random: Random): string {
  const { grammar, determiner, before, head } = phrase;
  if (grammar === "something") return anything ? pick(random, ["something", "anything"]) : "something";
  const whole = head?.heads?.whole;
  const simple = before.length === 0 && determiner === undefined;
  if (article && grammar === "one" && simple && whole !== undefined) return pick(random, whole);
  const noun = pick(random, head?.heads?.[grammar] ?? (grammar === "one" ? ["film"] : ["films"]));
  const filler = chance(random, GOOD) ? ["good"] : [];
  const words = [...filler, ...inOrder(before, FRONT).map(({ text }) => text), noun].join(" ");
  if (determiner !== undefined) return `${determinerBefore(determiner, words)} ${words}`;
  if (!article) return words;
  if (grammar === "one") return withArticle(words);
  return pick(random, [words, words, `some ${words}`, `a few ${words}`]);
}

/** Adjectives stand in this order: "little-known R-rated early 80s French romantic comedies". */
const FRONT: readonly WishKind[] = [
  "renown",
  "certificate",
  "decade",
  "part-of-decade",
  "in-year",
  "country",
  "language",
];

/** Figures in front of figures are hard to read: "ten 70s comedies". */
function determinerBefore(determiner: string, words: string): string {
  if (!/^\d/.test(words)) return determiner;
  return FIGURES[determiner] ?? determiner;
}

const FIGURES: Readonly<Record<string, string>> = {
  2: "two",
  3: "three",
  4: "four",
  5: "five",
  6: "six",
  7: "seven",
  8: "eight",
  10: "ten",
  12: "twelve",
  15: "fifteen",
  20: "twenty",
};
