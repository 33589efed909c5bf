import type { GivenValue } from "./entry.ts";

/**
 * A rating within a scale: "4.5", "4,5", "8/10", "★★★½". What is written as a fraction brings its own scale.
 *
 * @returns what is wrong with it, in words, where it is none
 */
export function givenValue(
  text: string,
  scale: { readonly min: number; readonly max: number },
): GivenValue | string {
  if (text === "") return "no rating";
  const stars = /^([★⭐]*)\u{fe0f}?(½?)☆*$/u.exec(text);
  const percent = /^(\d+(?:[.,]\d+)?)\s*%$/.exec(text);
  if (percent !== null) return givenValue(`${percent[1]}/100`, scale);
  const halves = /^(\d)(?:\s*½|\s+1\/2)$/.exec(text);
  if (halves !== null) return givenValue(`${halves[1]}.5`, scale);
  const counted = /^(\d+(?:[.,]\d+)?)\s*(?:stars?|sterne?|étoiles?|estrellas?|stelle|★|⭐)$/iu.exec(text);
  if (counted !== null) return givenValue(counted[1] ?? "", scale);
  const fraction = /^(\d+(?:[.,]\d+)?)\s*(?:\/|of|out of|von|sur|de|su|van)\s*(\d+)$/i.exec(text);
  const max = fraction === null ? scale.max : Number(fraction[2]);
  const min = fraction === null ? scale.min : 0;
  const value =
    stars === null ? number(fraction?.[1] ?? text) : (stars[1] ?? "").length + (stars[2] === "" ? 0 : 0.5);
  if (value === undefined) return `“${text}” is no rating`;
  if (value < min || value > max || max <= 0) return `rating ${text} is outside ${min} to ${max}`;
  return { value, min, max };
}

/** A number as people write it, with a point or a comma; undefined where it is none. */
export function number(text: string): number | undefined {
  const plain = text.trim().replace(",", ".");
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** A year of four digits, also where a decimal or a whole date was made of it; undefined where there is none. */
export function yearOf(text: string): number | undefined {
  const year = Number(/^\(?(\d{4})(?:\b|\.0|-)/.exec(text.trim())?.[1]);
  return year >= 1000 && year <= 2200 ? year : undefined;
}
