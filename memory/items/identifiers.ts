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
 * and at least seven digits, whether the "tt" was written or not; ISBNs have no hyphens.
 */
export function plainIdentifier(scheme: string, value: string): string | undefined {
  const text = value.normalize("NFC").trim();
  if (text === "") return undefined;
  if (scheme === "imdb")
    return text.replace(/^(?:tt)?(\d+)$/i, (_, digits) => `tt${digits.padStart(7, "0")}`);
  if (scheme === "isbn") return text.replace(/[-\s]/g, "").toUpperCase() || undefined;
  return text;
}
