import type { Random } from "../../../memory/random.ts";

export function chance(random: Random, share: number): boolean {
  return random() < share;
}

/** One of a list that is not empty. */
export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError("nothing to pick from");
  return value;
}

/** Up to `count` different ones. */
export function pickSome<Value>(random: Random, values: readonly Value[], count: number): Value[] {
  return shuffled(random, values).slice(0, count);
}

export function shuffled<Value>(random: Random, values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ value }) => value);
}

/** One of a list that is not empty, as often as its weight says. */
export function pickWeighted<Value>(
  random: Random,
  values: readonly Value[],
  weight: (value: Value) => number,
): Value {
  let lot = random() * values.reduce((sum, value) => sum + weight(value), 0);
  for (const value of values) {
    lot -= weight(value);
    if (lot < 0) return value;
  }
  return pick(random, values);
}

/** A whole number from low to high, both included, in steps. */
export function wholeNumber(random: Random, low: number, high: number, step = 1): number {
  return low + step * Math.floor(random() * (Math.floor((high - low) / step) + 1));
}
