import type { Random } from "../../../memory/random.ts";
import { chance, shuffled } from "./drawing.ts";
import type { WishKind } from "./wish.ts";

/** Words, and what they say. */
export interface Worded {
  readonly kind: WishKind;
  readonly text: string;
}

/** By the place of their kind in an order. */
export function inOrder(words: readonly Worded[], order: readonly WishKind[]): Worded[] {
  const rank = ({ kind }: Worded): number => order.indexOf(kind);
  return [...words].sort((a, b) => rank(a) - rank(b));
}

/** Short and firm things first: "from the 70s about a detective" leaves no doubt what is from the 70s, the other way round does. */
const BACK: readonly WishKind[] = [
  "decade",
  "part-of-decade",
  "before",
  "after",
  "since",
  "between-years",
  "in-year",
  "not-decade",
  "shorter",
  "longer",
  "at-most",
  "at-least",
  "about-long",
  "between-lengths",
  "country",
  "language",
  "certificate",
  "certificate-up-to",
  "director",
  "writer",
  "actor",
  "director-or-actor",
  "both-actors",
  "either-actor",
  "keyword",
  "without-keyword",
  "like",
  "renown",
  "genre",
  "either-genre",
  "both-genres",
];

/** What stands after a noun, from the space or comma before it on. */
export function afterwards(after: readonly Worded[], random: Random): string {
  const mixed = chance(random, 0.35);
  const phrases = mixed ? shuffled(random, after) : inOrder(after, BACK);
  const nearest = phrases.filter(({ text }) => text.startsWith("of "));
  const clauses = phrases.filter(({ text }) => isClause(text));
  const others = phrases.filter((words) => !nearest.includes(words) && !clauses.includes(words));
  const ordered = chance(random, 0.5)
    ? [...nearest, ...others, ...clauses]
    : [...nearest, ...clauses, ...others];
  return ordered
    .map((words, index) => {
      const previous = ordered[index - 1];
      if (previous === undefined) return ` ${words.text}`;
      const last = index === ordered.length - 1;
      return `${separator(previous, words, !mixed, last, random)}${words.text}`;
    })
    .join("");
}

/** A comma wherever the words before could swallow those after. */
function separator(previous: Worded, next: Worded, ordered: boolean, last: boolean, random: Random): string {
  if (previous.kind === "like" || isList(previous.text) || isList(next.text) || isClause(previous.text))
    return ", ";
  const closed = BACK.indexOf(previous.kind) < BACK.indexOf("director");
  if (/^(no )?(older|newer) /.test(next.text)) return ", ";
  if (isClause(next.text)) return closed ? " " : ", ";
  if (last && chance(random, 0.35)) return " and ";
  return ordered && closed && chance(random, 0.6) ? " " : ", ";
}

/** A part of a sentence with a verb of its own: it takes in whatever comes after it. */
export function isClause(text: string): boolean {
  return /^(that|in which) /.test(text);
}

/** Whether words go on after a comma or an "and" of their own. */
export function isList(text: string): boolean {
  return / (or|and|but|except) /.test(text.replace(/⟦[^⟧]*⟧|⟪[^⟫]*⟫/g, ""));
}
