import type { Random } from "../../../memory/random.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { Wish, WishedConstraint, WishKind } from "./wish.ts";

/**
 * Where words can stand: as the number in front of a noun ("three"), before it ("French"), after it ("from the seventies"),
 * behind a comma at the end ("but no musicals"), or as a sentence of their own ("It should be under two hours.").
 */
export type Place = "determiner" | "before" | "after" | "aside" | "sentence";

/** Nouns that carry a meaning: "a comedy". */
export interface Heads {
  /** Without an article: "comedy", "horror film". */
  readonly one: readonly string[];
  readonly many: readonly string[];
  /** As keyword style has it: "horror". */
  readonly bare: readonly string[];
  /** With their articles: "either a comedy or a western". Nothing can stand before them. */
  readonly whole?: readonly string[];
}

/**
 * One thing that is asked for, with the ways to say it. Words have apostrophes and capitals as in a book; `{is|are}` is the form
 * for one and for several films; names stand as `named` writes them; "film" may turn into "movie".
 */
export interface Part {
  readonly kind: WishKind;
  readonly asks: Wish;
  readonly words: Readonly<Partial<Record<Place, readonly string[]>>>;
  readonly heads?: Heads;
}

/** Draws a part from what the catalogue has; undefined where it has nothing of the kind. */
export type PartMaker = (vocabulary: Vocabulary, random: Random) => Part | undefined;

/** A part that is one constraint. */
export function constrained(
  kind: WishKind,
  constraint: WishedConstraint,
  words: Part["words"],
  heads?: Heads,
): Part {
  return { kind, asks: { constraints: [constraint] }, words, ...(heads === undefined ? {} : { heads }) };
}

/** A name of a person or a film: handwriting leaves its letters alone, but may write it small. */
export function named(name: string): string {
  return `⟦${name}⟧`;
}

/** A title that only its capitals mark as one. */
export function namedInCapitals(name: string): string {
  return `⟪${name}⟫`;
}

/** "a" or "an", by sound, as far as words are needed here: "an R rating", "an 80s comedy", "an hour". */
export function article(next: string): "a" | "an" {
  const word = next.replace(/^[⟦⟪]/, "");
  if (/^(one|uk\b|us\b|eu|uni|use)/i.test(word)) return "a";
  if (/^(hour|8|11\b|18\b|R\b|NC-)/.test(word)) return "an";
  return /^[aeiou]/i.test(word) ? "an" : "a";
}

export function withArticle(noun: string): string {
  return `${article(noun)} ${noun}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
