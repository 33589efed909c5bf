import { describe, expect, test } from "vitest";
import type { GivenRating, Rater } from "../../tools/rating/rater.ts";

export interface RaterCase {
  readonly rater: Rater;
  /** What of the given ratings the rater uses: nothing, how high they are, or what they are of (the default). */
  readonly heeds?: "nothing" | "level" | "taste";
  readonly scale: { readonly min: number; readonly max: number };
  /** Ratings of somebody who likes items of one kind and dislikes another kind. */
  readonly given: readonly GivenRating[];
  /** Unrated items of the kind that is liked, and of the kind that is disliked. */
  readonly liked: readonly number[];
  readonly disliked: readonly number[];
  /** The plain mean of an item's ratings. */
  readonly itemMean: (item: number) => number;
  /** Held-out ratings of users, with what these users rated besides. */
  readonly heldOut: readonly {
    readonly given: readonly GivenRating[];
    readonly item: number;
    readonly value: number;
  }[];
}

/** What every rater promises. */
export function raterContract(name: string, open: () => Promise<RaterCase>): void {
  describe(`the rater contract: ${name}`, () => {
    test("answers for each item, in order, within the scale, the value inside its interval", async () => {
      const { rater, scale, given, liked, disliked } = await open();
      const items = [...liked, ...disliked];
      const predictions = await rater.rate(given, items);
      expect(predictions.map(({ item }) => item)).toEqual(items);
      for (const { low, value, high, level } of predictions) {
        expect(scale.min <= low && low <= value && value <= high && high <= scale.max).toBe(true);
        expect(level).toBeGreaterThan(0.5);
        expect(level).toBeLessThan(1);
      }
    });

    test("puts what is liked above what is disliked, where it heeds taste", async () => {
      const { rater, heeds = "taste", given, liked, disliked } = await open();
      const values = (await rater.rate(given, [...liked, ...disliked])).map(({ value }) => value);
      const lowest = Math.min(...values.slice(0, liked.length));
      const highest = Math.max(...values.slice(liked.length));
      if (heeds === "taste") expect(lowest).toBeGreaterThan(highest);
      else expect(lowest).toBeLessThanOrEqual(highest);
    });

    test("moves the right way with a single rating, or not at all where it heeds none", async () => {
      const { rater, heeds = "taste", scale, given, liked } = await open();
      const [item] = liked;
      const [anchor] = [...given].sort((a, b) => b.value - a.value);
      if (item === undefined || anchor === undefined) throw new Error("the case holds no liked item");
      const foretold = async (value: number): Promise<number> =>
        (await rater.rate([{ item: anchor.item, value }], [item]))[0]?.value ?? Number.NaN;
      const [high, low] = [await foretold(scale.max), await foretold(scale.min)];
      if (heeds === "nothing") expect(high).toBe(low);
      else expect(high).toBeGreaterThan(low);
    });

    test("gives somebody unknown about the item's mean, and where it heeds taste less surely than somebody known", async () => {
      const { rater, heeds = "taste", given, liked, itemMean } = await open();
      const unknown = await rater.rate([], liked);
      const known = await rater.rate(given, liked);
      for (const [at, prediction] of unknown.entries()) {
        if (heeds === "nothing") expect(prediction.value).toBe(known[at]?.value);
        else expect(Math.abs(prediction.value - itemMean(prediction.item))).toBeLessThan(0.35);
        expect(prediction.reasons.userMean).toBeUndefined();
        expect(prediction.reasons.closest).toEqual([]);
        if (heeds === "taste") expect(width(prediction)).toBeGreaterThan(width(known[at]));
      }
    });

    test("covers held-out ratings as often as it says, within five points", async () => {
      const { rater, heeds = "taste", heldOut } = await open();
      let covered = 0;
      let level = Number.NaN;
      for (const { given, item, value } of heldOut) {
        const [prediction] = await rater.rate(given, [item]);
        level = prediction?.level ?? Number.NaN;
        if (prediction !== undefined && prediction.low <= value && value <= prediction.high) covered++;
      }
      expect(heldOut.length).toBeGreaterThan(500);
      expect(covered / heldOut.length - level).toBeGreaterThan(-0.05);
      // One interval for everything holds all of a whole star or nothing of it: it can only promise enough.
      if (heeds !== "nothing") expect(covered / heldOut.length - level).toBeLessThan(0.05);
    });

    test("names the rated items that are closest, never the item itself, and none where it heeds no taste", async () => {
      const { rater, heeds = "taste", given, liked } = await open();
      const items = [...liked, ...given.slice(0, 1).map(({ item }) => item)];
      const values = new Map(given.map(({ item, value }) => [item, value]));
      for (const { item, reasons } of await rater.rate(given, items)) {
        expect(reasons.closest.length > 0).toBe(heeds === "taste");
        const similarities = reasons.closest.map(({ similarity }) => similarity);
        expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
        for (const close of reasons.closest) {
          expect(close.item).not.toBe(item);
          expect(close.value).toBe(values.get(close.item));
        }
        expect(reasons.userMean).toBeCloseTo(mean([...values.values()]), 6);
      }
    });

    test("says the same thing twice, and keeps nothing of anybody in between", async () => {
      const { rater, given, liked, disliked } = await open();
      const first = await rater.rate(given, liked);
      await rater.rate(
        disliked.map((item) => ({ item, value: 5 })),
        liked,
      );
      expect(await rater.rate(given, liked)).toEqual(first);
    });

    test("answers nothing about no items", async () => {
      const { rater, given } = await open();
      expect(await rater.rate(given, [])).toEqual([]);
    });

    test("rejects with the signal's reason when it aborts", async () => {
      const { rater, given, liked } = await open();
      const reason = new Error("enough");
      await expect(rater.rate(given, liked, AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}

function width(prediction: { readonly low: number; readonly high: number } | undefined): number {
  return prediction === undefined ? Number.NaN : prediction.high - prediction.low;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
