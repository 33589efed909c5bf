import type { FacetTest } from "../../memory/items/constraint.ts";
import type { FacetValue } from "../../memory/items/item.ts";

/** Whether a value passes a test; without a value only `none-of` passes, as Constraint has it. */
export function passes(value: FacetValue | undefined, test: FacetTest): boolean {
  const own = typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
  switch (test.op) {
    case "any-of":
      return test.values.some((wanted) => own.includes(wanted));
    case "all-of":
      return test.values.every((wanted) => own.includes(wanted));
    case "none-of":
      return !test.values.some((unwanted) => own.includes(unwanted));
    case "between":
      return (
        typeof value === "number" &&
        value >= (test.min ?? Number.NEGATIVE_INFINITY) &&
        value <= (test.max ?? Number.POSITIVE_INFINITY)
      );
    case "outside":
      return typeof value === "number" && (value < test.min || value > test.max);
  }
}
