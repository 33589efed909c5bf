import { describe, expect, it } from "vitest";
import { measureRanking, RANKING_DEFAULTS, type RankingSetup } from "../../../src/evaluation/ranking.ts";
import { BLOCK_ITEMS, BOARD_ITEMS, checkerboard } from "../../fixtures/checkerboard.ts";

const { interactions } = checkerboard();
const data = { name: "board", itemCount: BOARD_ITEMS, interactions };
const setup: RankingSetup = { ...RANKING_DEFAULTS, k: [1, 2], resamples: 50 };
const context = { clock: () => 0, versions: { cicerone: "test" } };

describe("evaluating ranking on the checkerboard", () => {
  it("finds linear in the first two always: of a block, the withheld and the held-out item are left", async () => {
    const report = await measureRanking(data, setup, context);
    const [popular, linear] = report.results;
    expect(linear?.metrics["recall@2"]).toEqual({ value: 1, low: 1, high: 1 });
    expect(popular?.metrics["recall@2"]?.value).toBeLessThan(0.5);
    expect(report.comparisons[0]).toMatchObject({ system: "linear", against: "popular" });
    expect(report.comparisons[0]?.metrics["recall@2"]?.low).toBeGreaterThan(0);
  });

  it("prints the whole protocol, and the same numbers for the same seed", async () => {
    const report = await measureRanking(data, setup, context);
    expect(report.protocol).toMatchObject({
      task: "ranking",
      dataset: "board",
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      holdout: "test",
      maskSeen: true,
      core: 1,
      positiveFrom: null,
      users: 48,
      items: BOARD_ITEMS,
      interactions: 48 * (BLOCK_ITEMS - 1),
      measured: 48,
      seed: 1,
      versions: { cicerone: "test", onnxruntime: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      ranksBy: { popular: expect.stringContaining("however old"), linear: expect.stringContaining("alone") },
      devices: { popular: "cpu", linear: expect.stringMatching(/^(cuda|webgpu|cpu)$/) },
      parameters: {
        popular: {},
        linear: { ease: 1000, transition: 200, easeShare: 0.2, decay: 5, floor: 0.03 },
        factors: { dimensions: 64, sweeps: 8, decay: 4, floor: 0.03 },
      },
    });
    expect(await measureRanking(data, setup, context)).toEqual(report);
  });

  it("names the metrics and cut-offs as asked", async () => {
    const { results } = await measureRanking(data, { ...setup, systems: ["popular"], k: [3] }, context);
    expect(Object.keys(results[0]?.metrics ?? {})).toEqual(["recall@3", "ndcg@3", "mrr@3", "hit@3"]);
  });

  it("ranks lower without the mask, where seen items stand in the way", async () => {
    const whole = { ...setup, systems: ["popular"], k: [BOARD_ITEMS] };
    const open = await measureRanking(data, { ...whole, maskSeen: false }, context);
    const masked = await measureRanking(data, whole, context);
    const mrrOf = (report: typeof open): number => report.results[0]?.metrics["mrr@16"]?.value ?? Number.NaN;
    expect(mrrOf(open)).toBeLessThan(mrrOf(masked));
    expect(open.protocol.maskSeen).toBe(false);
  });

  it("reports seconds from the clock it is given", async () => {
    let now = 0;
    const ticking = { ...context, clock: () => (now += 500) };
    const { results } = await measureRanking(data, { ...setup, systems: ["popular"] }, ticking);
    expect(results[0]?.seconds).toEqual({ fit: 0.5, score: 0.5 });
  });

  it("names the systems there are when asked for another", async () => {
    await expect(measureRanking(data, { ...setup, systems: ["oracle"] }, context)).rejects.toMatchObject({
      code: "unknown-system",
      hint: "one of popular, linear, factors",
    });
  });

  it("refuses data without anything to hold out", async () => {
    const empty = {
      ...data,
      interactions: {
        ...interactions,
        users: new Int32Array(),
        items: new Int32Array(),
        at: new Float64Array(),
      },
    };
    await expect(measureRanking(empty, setup, context)).rejects.toMatchObject({ code: "nothing-to-measure" });
  });

  it("stops when the signal aborts", async () => {
    const reason = new Error("enough");
    const stopped = measureRanking(data, setup, { ...context, signal: AbortSignal.abort(reason) });
    await expect(stopped).rejects.toBe(reason);
  });
});
