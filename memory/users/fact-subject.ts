import type { FactSubject } from "./profile.ts";

/**
 * Whether two subjects are the same thing, so that a later fact replaces an earlier one: the same facet value, or ranges
 * of one facet that overlap ("under two hours", then "under 90 minutes"). Ranges that do not meet stand side by side
 * ("the fifties", "the nineties").
 */
export function sameSubject(left: FactSubject, right: FactSubject): boolean {
  if (left.facet !== right.facet) return false;
  if (left.about === "value" || right.about === "value") {
    return left.about === "value" && right.about === "value" && left.value === right.value;
  }
  const start = Math.max(left.min ?? Number.NEGATIVE_INFINITY, right.min ?? Number.NEGATIVE_INFINITY);
  const end = Math.min(left.max ?? Number.POSITIVE_INFINITY, right.max ?? Number.POSITIVE_INFINITY);
  return start <= end;
}
