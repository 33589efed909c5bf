import type { Catalogue } from "../../memory/items/catalogue.ts";
import {
  type Condition,
  type Constraint,
  conditionsOf,
  type FacetTest,
} from "../../memory/items/constraint.ts";

type Tested = Pick<Constraint, "facet" | "test" | "or">;
type Bounds = Pick<Extract<FacetTest, { op: "between" }>, "min" | "max">;

/**
 * What constraints demand together, as the simplest conditions that say it, written as in a dialogue: `genre!=Horror,War` is two
 * conditions, `year>=1990` and `year<2000` are one. Lists of constraints that mean the same give the same conditions.
 */
export function plainConditions(constraints: readonly Tested[], catalogue: Catalogue): readonly string[] {
  const ranges = new Map<string, Bounds>();
  const texts: string[] = [];
  for (const constraint of constraints) {
    const { facet, test } = constraint;
    if (constraint.or !== undefined) texts.push(alternativesText(constraint, catalogue));
    else if (test.op === "between") ranges.set(facet, joined(ranges.get(facet), test));
    else texts.push(...parts(test).map((part) => conditionText({ facet, test: part }, catalogue)));
  }
  for (const [facet, bounds] of ranges) texts.push(rangeText(facet, bounds, catalogue));
  return [...new Set(texts)].sort();
}

/** One condition, written so that it can be read again. */
export function conditionText({ facet, test }: Condition, catalogue: Catalogue): string {
  switch (test.op) {
    case "any-of":
      return `${facet}=${sorted(test.values).join(",")}`;
    case "all-of":
      return `${facet}=${sorted(test.values).join("+")}`;
    case "none-of":
      return `${facet}!=${sorted(test.values).join(",")}`;
    case "between":
      return rangeText(facet, test, catalogue);
    case "outside": {
      const step = stepOf(facet, catalogue);
      return `${facet}!=${spanText(nextFrom(test.min, step, 1), nextFrom(test.max, step, -1))}`;
    }
  }
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

function alternativesText(constraint: Tested, catalogue: Catalogue): string {
  const alternatives = conditionsOf(constraint).map((condition) => conditionText(condition, catalogue));
  return sorted(alternatives).join(" or ");
}

/** All of several values is each of them, and none of them is not any one. */
function parts(test: FacetTest): readonly FacetTest[] {
  if (test.op === "all-of") return test.values.map((value) => ({ op: "any-of", values: [value] }));
  return test.op === "none-of" ? test.values.map((value) => ({ ...test, values: [value] })) : [test];
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
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
