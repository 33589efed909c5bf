import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importNamed } from "../../memory/datasets/importing/import-named.ts";
import { readAllReviews } from "../../memory/datasets/read-interactions.ts";
import { evaluateExplanation } from "../../src/evaluation/explanation/evaluate-explanation.ts";
import { withData } from "../../src/evaluation/open-data.ts";
import { RATING_DEFAULTS } from "../../src/evaluation/rating/evaluate-rating.ts";
import { measureRating } from "../../src/evaluation/rating/measure-rating.ts";
import type { RatingSystem } from "../../src/evaluation/rating/rating-system.ts";
import { reviewSystem } from "../../src/evaluation/rating/review-system.ts";
import type { EvaluationReport } from "../../src/evaluation/report.ts";
import { evaluateSummary } from "../../src/evaluation/summary/evaluate-summary.ts";
import { fitEffectsRater } from "../../tools/rating/effects-rater.ts";
import { fitMeanRater } from "../../tools/rating/mean-rater.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";

const NAME = "amazon-musical-instruments";
const context = { clock: () => 0, versions: {}, seed: 1, resamples: 20 };

const figure = ({ results }: EvaluationReport, system: string, metric: string): number =>
  results.find((result) => result.system === system)?.metrics[metric]?.value ?? Number.NaN;

describeOnData("what people wrote of musical instruments", [`${NAME}/Musical_Instruments_5.json`], () => {
  let home: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "cicerone-instruments-"));
    const from = join(REAL_DATA, NAME);
    const report = await importNamed({ dataset: NAME, from, home, clock: () => 1_700_000_000_000 });
    expect(report).toMatchObject({ items: { kept: 900 }, interactions: { kept: 10_261 }, users: 1429 });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("comes with a headline for every review", async () => {
    const reviews = await withData({ home, name: NAME }, ({ paths }) => readAllReviews(paths));
    expect(reviews).toHaveLength(10_261);
    expect(reviews.filter(({ headline }) => headline === undefined)).toEqual([]);
    expect(reviews.filter(({ review }) => review === undefined)).toHaveLength(7);
  });

  it("begins with what the headline says more often than its central sentence does", async () => {
    const report = await evaluateSummary({ home, name: NAME, ...context });
    expect(report.protocol.measured).toBe(1429);
    expect(figure(report, "lead", "rouge-1")).toBeGreaterThan(0.105);
    expect(figure(report, "lead", "rouge-1")).toBeGreaterThan(figure(report, "lexrank", "rouge-1"));
    expect(figure(report, "lead-words", "bleu-4")).toBeGreaterThan(figure(report, "lead", "bleu-4"));
    expect(figure(report, "lexrank", "rouge-l")).toBeGreaterThan(0.09);
  }, 120_000);

  it("is explained in claims that hold, each of them, in few of people's own words", async () => {
    const report = await evaluateExplanation({ home, name: NAME, ...context, users: 200 });
    for (const system of ["agent", "agent-full", "popular"]) {
      expect(figure(report, system, "faithfulness")).toBe(1);
      expect(figure(report, system, "answered")).toBeGreaterThan(0.98);
    }
    expect(figure(report, "made-up", "faithfulness")).toBeLessThan(0.1);
    expect(figure(report, "agent-full", "rouge-1")).toBeGreaterThan(0.045);
    expect(figure(report, "agent", "rouge-1")).toBeGreaterThan(figure(report, "popular", "rouge-1"));
  }, 180_000);

  it("foretells ratings a little better than ratings alone do", async () => {
    const plain = (name: string, learn: typeof fitEffectsRater): RatingSystem => ({
      name,
      predicts: name,
      fit: ({ interactions, scale, items, seed }) => learn(interactions, scale, { items, seed }),
    });
    const report = await withData({ home, name: NAME }, async (data) => {
      const reviews = await readAllReviews(data.paths);
      const deaf = { ...reviewSystem(reviews, { toneRidge: 1e9, vectorRidge: 1e9 }), name: "deaf" };
      const systems = [
        reviewSystem(reviews),
        deaf,
        plain("mean", fitMeanRater),
        plain("effects", fitEffectsRater),
      ];
      return measureRating(
        data,
        systems,
        { ...RATING_DEFAULTS, split: "leave-one-out", resamples: 20 },
        context,
      );
    });
    expect(figure(report, "reviews", "rmse")).toBeLessThan(0.957);
    expect(figure(report, "reviews", "mae")).toBeLessThan(0.68);
    for (const system of ["deaf", "mean", "effects"]) {
      expect(figure(report, "reviews", "rmse")).toBeLessThan(figure(report, system, "rmse"));
      expect(figure(report, "reviews", "mae")).toBeLessThan(figure(report, system, "mae"));
    }
    expect(figure(report, "reviews", "coverage")).toBeGreaterThan(0.74);
  }, 120_000);
});
