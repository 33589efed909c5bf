import { z } from "zod";

/** The name of another catalogue that numbers the same things: "imdb", "tmdb", "isbn", "goodreads", "trakt", "asin". */
export const Scheme = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "a catalogue's name is lower-case letters, digits and hyphens");

/** What other catalogues call an item: scheme → value. */
export const Identifiers = z.record(Scheme, z.string().min(1));
export type Identifiers = Readonly<Record<string, string>>;

/**
 * An identifier in the one spelling in which it is kept and looked up; undefined where there is none in it. IMDb's are "tt"
 * and at least seven digits, whether the "tt" was written or not; ISBNs have no hyphens, and those of ten digits are the thirteen
 * that the same edition has since 2007.
 */
export function plainIdentifier(scheme: string, value: string): string | undefined {
  const text = value.normalize("NFC").trim();
  if (text === "") return undefined;
  if (scheme === "imdb")
    return text.replace(/^(?:tt)?(\d+)$/i, (_, digits) => `tt${digits.padStart(7, "0")}`);
  if (scheme === "isbn") return thirteenDigits(text.replace(/[-\s]/g, "").toUpperCase()) || undefined;
  return text;
}

/** ISBN-13 of a whole ISBN-10 (ISO 2108: "978", its nine digits, another check digit); anything else stays as it is. */
function thirteenDigits(isbn: string): string {
  if (!/^\d{9}[\dX]$/.test(isbn)) return isbn;
  const digits = Array.from(isbn, (digit) => (digit === "X" ? 10 : Number(digit)));
  if (weighed(digits, (place) => 10 - place) % 11 !== 0) return isbn;
  const body = `978${isbn.slice(0, 9)}`;
  const sum = weighed(Array.from(body, Number), (place) => (place % 2 === 0 ? 1 : 3));
  return `${body}${(10 - (sum % 10)) % 10}`;
}

function weighed(digits: readonly number[], weight: (place: number) => number): number {
  return digits.reduce((sum, digit, place) => sum + digit * weight(place), 0);
}
