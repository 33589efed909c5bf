import type { Evidence } from "./claim.ts";
import type { Grounds } from "./grounds.ts";

/** Whether the user said this of the item itself. */
export function isOwnRating(
  { rated, item }: Grounds,
  { value, from }: Extract<Evidence, { kind: "own-rating" }>,
): boolean {
  const own = rated?.own.get(item);
  return own !== undefined && own.value === value && (own.from ?? "rated") === from;
}

/** Whether the user said this of another item, and the rater finds the two as alike. */
export function isRatedAlike(
  { catalogue, rated, item }: Grounds,
  evidence: Extract<Evidence, { kind: "rated-alike" }>,
): boolean {
  const index = catalogue.indexOf(evidence.item);
  if (index === undefined || index === item || catalogue.title(index) !== evidence.title) return false;
  const own = rated?.own.get(index);
  if (own === undefined || own.value !== evidence.value || (own.from ?? "rated") !== evidence.from)
    return false;
  return evidence.similarity > 0 && rated?.alike.get(index) === evidence.similarity;
}
