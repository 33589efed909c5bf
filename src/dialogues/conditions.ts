import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Constraint, FacetTest } from "../../memory/items/constraint.ts";

type Tested = Pick<Constraint, "facet" | "test">;
type Bounds = Pick<Extract<FacetTest, { op: "between" }>, "min" | "max">;

/**
 * What constraints demand together, as the simplest conditions that say it, written as in a dialogue: `genre!=Horror,War` is two
 * conditions, `year>=1990` and `year<2000` are one. Lists of constraints that mean the same give the same conditions.
 */
export function plainConditions(constraints: readonly Tested[], catalogue: Catalogue): readonly string[] {
  const bounds = new Map<string, Bounds>();
  const others: string[] = [];
  for (const { facet, test } of constraints) {
    if (test.op === "between") bounds.set(facet, joined(bounds.get(facet), test));
    else others.push(...conditionsOf(facet, test, catalogue));
  }
  const between = [...bounds].map(([facet, test]) => rangeText(facet, test, catalogue));
  return [...new Set([...between, ...others])].sort();
}

/** One constraint, written so that it can be read again. */
export function conditionText({ facet, test }: Tested, catalogue: Catalogue): string {
  if (test.op === "between") return rangeText(facet, test, catalogue);
  if (test.op === "all-of") return `${facet}=${test.values.join("+")}`;
  if (test.op === "none-of") return `${facet}!=${test.values.join(",")}`;
  return conditionsOf(facet, test, catalogue).join(", ");
}

/** A range of a number, the bounds rounded to what the facet can hold: "runtime<=116", "year=1990..1999". */
export function rangeText(facet: string, bounds: Bounds, catalogue: Catalogue): string {
  const step = stepOf(facet, catalogue);
  const min = bounds.min === undefined ? undefined : nextFrom(bounds.min, step, 1);
  const max = bounds.max === undefined ? undefined : nextFrom(bounds.max, step, -1);
  if (min !== undefined && max !== undefined) return `${facet}=${spanText(min, max)}`;
  if (max !== undefined) return `${facet}<=${max}`;
  return min === undefined ? `${facet} is there` : `${facet}>=${min}`;
}

function conditionsOf(
  facet: string,
  test: Exclude<FacetTest, { op: "between" }>,
  catalogue: Catalogue,
): string[] {
  switch (test.op) {
    case "any-of":
      return [`${facet}=${[...new Set(test.values)].sort().join(",")}`];
    case "all-of":
      return test.values.map((value) => `${facet}=${value}`);
    case "none-of":
      return test.values.map((value) => `${facet}!=${value}`);
    case "outside": {
      const step = stepOf(facet, catalogue);
      return [`${facet}!=${spanText(nextFrom(test.min, step, 1), nextFrom(test.max, step, -1))}`];
    }
  }
}

function spanText(min: number, max: number): string {
  return min === max ? String(min) : `${min}..${max}`;
}

function joined(one: Bounds = {}, other: Bounds): Bounds {
  const min = Math.max(one.min ?? Number.NEGATIVE_INFINITY, other.min ?? Number.NEGATIVE_INFINITY);
  const max = Math.min(one.max ?? Number.POSITIVE_INFINITY, other.max ?? Number.POSITIVE_INFINITY);
  return { ...(Number.isFinite(min) && { min }), ...(Number.isFinite(max) && { max }) };
}

/** What lies next to each other in a facet: whole numbers, where the catalogue knows no others; else hundredths. */
function stepOf(facet: string, catalogue: Catalogue): number {
  return catalogue.column(facet).every((value) => Number.isNaN(value) || Number.isInteger(value)) ? 1 : 0.01;
}

/** The first number inside a bound that the facet can hold: a bound that leaves a number out by a hair means the one beside it. */
function nextFrom(bound: number, step: number, direction: 1 | -1): number {
  const steps = Math.round(bound / step);
  const near = onGrid(steps, step);
  const isInside = direction === 1 ? near >= bound : near <= bound;
  return isInside ? near : onGrid(steps + direction, step);
}

function onGrid(steps: number, step: number): number {
  return Number((steps * step).toFixed(2));
}
