import { describe, expect, test } from "vitest";
import { fitEffectsRater } from "../../../tools/rating/effects-rater.ts";
import { fitFactorsRater } from "../../../tools/rating/factors-rater.ts";
import { fitMeanRater } from "../../../tools/rating/mean-rater.ts";
import { fitNeighbourRater } from "../../../tools/rating/neighbour-rater.ts";
import type { Rater } from "../../../tools/rating/rater.ts";
import { raterContract } from "../../contract/rater.ts";
import { givenBy, planted, plantedCase } from "../../support/planted-case.ts";
import { interactionsOf } from "../../support/planted-ratings.ts";

const BASELINES = { fitMeanRater, fitEffectsRater, fitNeighbourRater, fitFactorsRater };
const OPTIONS = { items: planted.items, seed: 1 };
const mean = await fitMeanRater(planted.known, planted.scale, OPTIONS);
const effects = await fitEffectsRater(planted.known, planted.scale, OPTIONS);
const neighbours = await fitNeighbourRater(planted.known, planted.scale, OPTIONS);
const factors = await fitFactorsRater(planted.known, planted.scale, OPTIONS);

raterContract("mean", async () => ({ rater: mean, heeds: "nothing", ...plantedCase }));
raterContract("effects", async () => ({ rater: effects, heeds: "level", ...plantedCase }));
raterContract("neighbours", async () => ({ rater: neighbours, ...plantedCase }));
raterContract("factors", async () => ({ rater: factors, ...plantedCase }));

async function rmse(rater: Rater): Promise<number> {
  let squares = 0;
  for (const { user, item, value } of planted.withheld) {
    const [prediction] = await rater.rate(givenBy(user), [item]);
    squares += ((prediction?.value ?? Number.NaN) - value) ** 2;
  }
  return Math.sqrt(squares / planted.withheld.length);
}

test("baselines that heed taste err less than half as much as those that do not, where taste is what there is", async () => {
  const best = Math.min(await rmse(mean), await rmse(effects));
  expect(Math.max(await rmse(neighbours), await rmse(factors))).toBeLessThan(best / 2);
});

test("effects are damped means of what is left, five average ratings strong", async () => {
  const cells = [
    { user: 0, item: 0, value: 5 },
    { user: 1, item: 0, value: 5 },
    { user: 2, item: 1, value: 2 },
  ];
  const few = await fitEffectsRater(interactionsOf(cells, 3), { min: 1, max: 5 }, { items: 2, seed: 1 });
  // Mean 4; item 0 deviates by (1 + 1)/(2 + 5), item 1 by −2/(1 + 5).
  const [known, other] = await few.rate([], [0, 1]);
  expect(known?.value).toBeCloseTo(4 + 2 / 7, 5);
  expect(other?.value).toBeCloseTo(4 - 1 / 3, 5);
  // Who gives item 1 four stars stands 1/3 above it, a sixth of which is their effect.
  const [own] = await few.rate([{ item: 1, value: 4 }], [0]);
  expect(own?.value).toBeCloseTo(4 + 2 / 7 + 1 / 18, 5);
});

describe.each(Object.entries(BASELINES))("%s", (_, build) => {
  test("refuses interactions without ratings", async () => {
    const silent = { ...planted.known, values: undefined };
    await expect(build(silent, planted.scale, OPTIONS)).rejects.toMatchObject({ code: "no-ratings" });
  });

  test("stops when aborted", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(build(planted.known, planted.scale, { ...OPTIONS, signal })).rejects.toThrow("enough");
  });

  test("gives the same answers for the same seed", async () => {
    const [first, second] = [
      await build(planted.known, planted.scale, OPTIONS),
      await build(planted.known, planted.scale, OPTIONS),
    ];
    expect(await second.rate(givenBy(0), [1, 2, 3])).toEqual(await first.rate(givenBy(0), [1, 2, 3]));
  });
});
