import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importItems } from "../../../../memory/datasets/importing/import-items.ts";
import { ItemId } from "../../../../memory/ids.ts";
import { evaluateRating } from "../../../../src/evaluation/rating/evaluate-rating.ts";
import type { RatingSystem } from "../../../../src/evaluation/rating/rating-system.ts";

const ITEMS = 12;
const USERS = 40;
const context = { clock: () => 0, versions: { cicerone: "test" } };

/** Everybody gives even items 5 and odd ones 2; every fourth person the other way round. */
const truthOf = (user: number, item: number): number => ((item % 2 === 0) === (user % 4 !== 0) ? 5 : 2);

function always(value: number): RatingSystem {
  return {
    name: `always ${value}`,
    predicts: "one number",
    fit: async () => ({
      name: "always",
      rate: async (_given, items) =>
        items.map((item) => ({
          item,
          value,
          low: 1,
          high: 5,
          level: 0.8,
          reasons: { closest: [], itemMean: undefined, itemCount: 0, userMean: undefined },
        })),
    }),
  };
}

describe("evaluating raters", () => {
  let home: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "cicerone-rating-"));
    await importItems({
      head: { name: "stars", scale: { min: 1, max: 5 } },
      items: Array.from({ length: ITEMS }, (_, i) => ({ id: ItemId.parse(`i${i}`), title: `Item ${i}` })),
      interactions: Array.from({ length: USERS * (ITEMS - 2) }, (_, row) => {
        const user = Math.floor(row / (ITEMS - 2));
        const item = (row + user) % ITEMS;
        return { user: `u${user}`, item: `i${item}`, value: truthOf(user, item), at: row + 1 };
      }),
      home,
      clock: () => 1_700_000_000_000,
    });
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it("finds the agent's rater close where taste is plain, and one number for all far off", async () => {
    const report = await evaluateRating({ home, name: "stars", ...context, others: [always(3.5)] });
    const figure = (system: string, metric: string): number =>
      report.results.find((result) => result.system === system)?.metrics[metric]?.value ?? Number.NaN;
    expect(figure("agent", "rmse")).toBeLessThan(0.8);
    expect(figure("always 3.5", "rmse")).toBeCloseTo(1.5, 12);
    expect(figure("always 3.5", "auc")).toBe(0.5);
    expect(figure("always 3.5", "coverage")).toBe(1);
    expect(report.protocol).toMatchObject({
      task: "rating",
      split: expect.stringContaining("the latest 20 % of each user"),
      leaks: "no training rating is later than what must be predicted of the same user",
      measured: USERS,
      predicted: USERS * 2,
      predicts: { "always 3.5": "one number" },
    });
    expect(report.plots.map(({ title }) => title)).toEqual([
      expect.stringContaining("Calibration"),
      expect.stringContaining("RMSE"),
    ]);
  });

  it("predicts every rating once in random folds, and says how much they leak", async () => {
    const setup = { split: "random", folds: 4 } as const;
    const report = await evaluateRating({
      home,
      name: "stars",
      ...context,
      systems: [],
      others: [always(2)],
      setup,
    });
    expect(report.protocol).toMatchObject({ folds: 4, predicted: USERS * (ITEMS - 2) });
    expect(report.protocol.leaks).toMatch(/^\d+ % of the training ratings are later/);
  });

  it("names the nearest system for a slip", async () => {
    await expect(
      evaluateRating({ home, name: "stars", ...context, systems: ["agnet"] }),
    ).rejects.toMatchObject({
      code: "unknown-system",
      hint: "Did you mean agent?",
    });
  });
});
