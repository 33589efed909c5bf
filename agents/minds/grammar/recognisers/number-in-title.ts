import { numberAt, quantityAt } from "../quantities.ts";
import type { Reading } from "../span.ts";

/**
 * Whether a number is part of a title and so counts nothing: "how long is 12 Angry Men", "4 stars for Robocop 3", "8/10 for Seven". A title that
 * reads as a quantity ("28 days") is one only where it is written as a title.
 */
export function isInTitle(reading: Reading, at: number): boolean {
  const { tokens, mentions } = reading;
  const token = tokens[at];
  if (token === undefined) return false;
  const title = mentions.find(({ start, end }) => start <= token.start && token.end <= end);
  if (title === undefined) return false;
  const inside = tokens.flatMap((one, place) =>
    one.start >= title.start && one.end <= title.end ? [place] : [],
  );
  const [first = at] = inside;
  const end = (inside.at(-1) ?? at) + 1;
  // "8 1/2", and "8 1/2 stars"
  if (inside.every((place) => numberAt(tokens, place) !== undefined)) {
    if (inside.length === 1) return token.capital && !/^\d/.test(token.text);
    return !/^(?:stars?|points?|out)$/.test(tokens[end]?.norm ?? "");
  }
  const quantity = quantityAt(tokens, first);
  const reads = quantity !== undefined && reading.lexicon.units.has(quantity.unit) && quantity.to === end;
  return title.marked || title.quoted || (!reads && title.slips === 0 && inside.length > 1);
}
