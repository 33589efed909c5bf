const SMALL = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** "three", "twelve", "30". */
export function countWord(count: number): string {
  return SMALL[count] ?? String(count);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[], last = "and"): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}`;
}

/** "one film", "3 films" take their noun from here. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

export function quoted(text: string): string {
  return `“${text.trim().replace(/[.!?]+$/u, "")}”`;
}

/** The regular plural of a facet's name: "category" → "categories". */
export function pluralOf(word: string): string {
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/u.test(word) ? `${word}es` : `${word}s`;
}

/** At most two decimals, none where they are zero; thousands grouped from 10,000 on. */
export function numeral(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return rounded >= 10_000 ? rounded.toLocaleString("en") : String(rounded);
}

/** A sentence has an end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?:…”]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Up to `most` characters of prose, cut after a sentence where there is one. */
export function opening(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("! "), cut.lastIndexOf("? "));
  return end > most / 3 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}
