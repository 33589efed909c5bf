import { expect, test } from "vitest";
import { fitRater } from "../../../tools/rating/fit.ts";
import type { GivenRating } from "../../../tools/rating/rater.ts";
import { createStatisticalRater } from "../../../tools/rating/statistical-rater.ts";
import { raterContract } from "../../contract/rater.ts";
import { givenBy, itemMean, planted, plantedCase } from "../../support/planted-case.ts";
import { interactionsOf } from "../../support/planted-ratings.ts";

const model = await fitRater(planted.known, planted.scale, { items: planted.items, seed: 1 });
const rater = createStatisticalRater(model);

raterContract("statistical", async () => ({ rater, ...plantedCase }));

test("comes as close to withheld ratings as the noise in them allows", async () => {
  let squares = 0;
  let meanSquares = 0;
  for (const { user, item, value } of planted.withheld) {
    const [prediction] = await rater.rate(givenBy(user), [item]);
    squares += ((prediction?.value ?? Number.NaN) - value) ** 2;
    meanSquares += (itemMean(item) - value) ** 2;
  }
  const rmse = Math.sqrt(squares / planted.withheld.length);
  // Noise of 0.5 and rounding to whole stars (deviation 1/√12) leave about 0.58 that nobody can predict.
  expect(rmse).toBeLessThan(0.75);
  expect(rmse).toBeLessThan(0.6 * Math.sqrt(meanSquares / planted.withheld.length));
});

test("names items of the same block as closest", async () => {
  const given = Array.from({ length: 10 }, (_, item) => ({ item, value: planted.block(item) === 0 ? 5 : 1 }));
  for (const { item, reasons } of await rater.rate(given, [20, 21, 30, 31])) {
    expect(reasons.closest.map((close) => planted.block(close.item))).toEqual(
      Array(3).fill(planted.block(item)),
    );
  }
});

test("lets the last rating of an item count", async () => {
  const twice = await rater.rate(
    [
      { item: 0, value: 1 },
      { item: 0, value: 5 },
    ],
    [10],
  );
  expect(twice).toEqual(await rater.rate([{ item: 0, value: 5 }], [10]));
});

test("is surer of somebody with many ratings than of somebody with one", async () => {
  const width = async (given: readonly GivenRating[]): Promise<number> => {
    const [prediction] = await rater.rate(given, [39]);
    return (prediction?.high ?? Number.NaN) - (prediction?.low ?? Number.NaN);
  };
  expect(await width(givenBy(0).filter(({ item }) => item !== 39))).toBeLessThan(
    await width([{ item: 0, value: 4 }]),
  );
});

test("knows nothing of an item that nobody rated but the average of all", async () => {
  const { mean, scale } = await fitRater(planted.known, planted.scale, { items: planted.items + 1, seed: 1 });
  const wider = createStatisticalRater(
    await fitRater(planted.known, planted.scale, { items: planted.items + 1, seed: 1 }),
  );
  const [prediction] = await wider.rate([], [planted.items]);
  expect(prediction?.value).toBeCloseTo(scale.min + mean, 5);
  expect(prediction?.reasons).toMatchObject({ itemMean: undefined, itemCount: 0 });
});

test("claims no more than the whole scale where there is too little to calibrate on", async () => {
  const few = interactionsOf(
    [
      { user: 0, item: 0, value: 4 },
      { user: 1, item: 1, value: 2 },
    ],
    2,
  );
  const tiny = createStatisticalRater(await fitRater(few, { min: 1, max: 5 }, { items: 2, seed: 1 }));
  const [prediction] = await tiny.rate([{ item: 0, value: 5 }], [1]);
  expect(prediction).toMatchObject({ low: 1, high: 5 });
});
