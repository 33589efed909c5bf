import type { Random } from "../../../memory/random.ts";
import { chance } from "./drawing.ts";
import { slipped } from "./slip.ts";

/**
 * Shares of mentions in which a title is written otherwise than on the poster, each where it can be. Guesses, not counts: chat has
 * no capitals half of the time and fewer marks, people who take the trouble to name a film mostly spell it right, and a year is
 * added where two films share a name.
 */
const SMALL_LETTERS = 0.5;
const WITHOUT_ARTICLE = 0.2;
const WITHOUT_MARKS = 0.4;
const WITHOUT_ACCENTS = 0.6;
const OTHER_AND = 0.4;
const OTHER_NUMERAL = 0.35;
const WITH_YEAR = 0.12;
const SLIP = 0.07;
/** In short titles one wrong letter makes another title. */
const LETTERS_FOR_A_SLIP = 8;

/** A film's title as somebody types it in a chat. A year in brackets at its end, or the one given, is typed along now and then. */
export function asTyped(title: string, random: Random, year?: number): string {
  const [, bare = title, own] = /^(.*\S) \((\d{4})\)$/.exec(title) ?? [];
  let typed = bare;
  if (chance(random, OTHER_NUMERAL)) typed = otherNumeral(typed);
  if (chance(random, OTHER_AND)) typed = otherAnd(typed);
  if (chance(random, WITHOUT_ARTICLE)) typed = typed.replace(/^(The|A|An) (?=\S.{3})/, "");
  if (chance(random, WITHOUT_ACCENTS)) typed = typed.normalize("NFKD").replace(/\p{M}/gu, "");
  const marked = !chance(random, WITHOUT_MARKS);
  if (!marked) typed = withoutMarks(typed);
  const small = chance(random, SMALL_LETTERS);
  if (small) typed = typed.toLowerCase();
  if (letters(typed) >= LETTERS_FOR_A_SLIP && chance(random, SLIP)) typed = slipped(typed, random);
  const known = own ?? year;
  if (known === undefined || !chance(random, WITH_YEAR)) return typed;
  return marked && !small ? `${typed} (${known})` : `${typed} ${known}`;
}

function letters(text: string): number {
  return text.replace(/[^\p{L}]/gu, "").length;
}

/** "oceans eleven"; fractions stay, and so does a title that is nothing but marks. */
function withoutMarks(title: string): string {
  const plain = title
    .replace(/(?<=\p{L})['’.*](?=\p{L})/gu, "")
    .replace(/['’]/g, "")
    .replace(/(?<!\d)\/|\/(?!\d)|[^\p{L}\p{N}\p{M}&/ ]/gu, " ")
    .replace(/ +/g, " ")
    .trim();
  return /[\p{L}\p{N}]/u.test(plain) ? plain : title;
}

function otherAnd(title: string): string {
  return title.includes(" & ") ? title.replaceAll(" & ", " and ") : title.replaceAll(" and ", " & ");
}

const ROMAN = ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

/** The number of a part, where it ends the title or comes before a subtitle: "Part II" and "Part 2". */
function otherNumeral(title: string): string {
  const [all, before, numeral = ""] = /^(.+ )([IVX]+|[2-9])(?=$|:| -)/.exec(title) ?? [];
  if (all === undefined) return title;
  const other = /\d/.test(numeral) ? ROMAN[Number(numeral) - 2] : arabic(numeral);
  return other === undefined ? title : `${before}${other}${title.slice(all.length)}`;
}

function arabic(roman: string): string | undefined {
  const index = ROMAN.indexOf(roman);
  return index < 0 ? undefined : `${index + 2}`;
}
