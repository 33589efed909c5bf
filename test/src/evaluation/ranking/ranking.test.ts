import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MeasuringContext } from "../../../../src/evaluation/measuring.ts";
import type { RankingSystem } from "../../../../src/evaluation/ranking/ranker.ts";
import { scoresOfList } from "../../../../src/evaluation/ranking/ranker.ts";
import {
  measureRanking,
  RANKING_DEFAULTS,
  type RankingSetup,
} from "../../../../src/evaluation/ranking/ranking.ts";
import { collaborativeSystem } from "../../../../src/evaluation/ranking/retrieval-systems.ts";
import {
  type SharedFits,
  sharedFits,
  sharedScorerSystem,
} from "../../../../src/evaluation/ranking/shared-fits.ts";
import type { RunCache, StoredRun } from "../../../../src/evaluation/run-cache.ts";
import { BLOCK_ITEMS, BOARD_ITEMS, checkerboard } from "../../../fixtures/checkerboard.ts";

const { interactions } = checkerboard();
const data = { name: "board", itemCount: BOARD_ITEMS, interactions, time: "clock" } as const;
const setup: RankingSetup = { ...RANKING_DEFAULTS, k: [1, 2], resamples: 50 };
const context: MeasuringContext = { clock: () => 0, versions: { cicerone: "test" } };

describe("evaluating ranking on the checkerboard", () => {
  let fits: SharedFits;
  beforeAll(() => {
    fits = sharedFits(() => 0);
  });
  afterAll(() => fits.close());

  const scorers = (...names: string[]): RankingSystem[] =>
    names.map((name) => sharedScorerSystem(name, fits));

  it.each(["item-knn", "factors", "ease", "linear"])(
    "finds the item that %s holds out in the first two always: of a block, it and the withheld one are left",
    async (name) => {
      const report = await measureRanking(data, scorers("popular", name), setup, context);
      const [popular, system] = report.results;
      expect(system?.metrics["recall@2"]).toEqual({ value: 1, low: 1, high: 1 });
      expect(popular?.metrics["recall@2"]?.value).toBeLessThan(0.5);
      expect(report.comparisons[0]).toMatchObject({ system: name, against: "popular" });
      expect(report.comparisons[0]?.metrics["recall@2"]?.low).toBeGreaterThan(0);
    },
  );

  it.each(["factors", "item-knn", "linear"])("%s finds it as a retriever, too", async (name) => {
    const systems = [collaborativeSystem(name, fits)];
    const { results } = await measureRanking(data, systems, { ...setup, task: "retrieval" }, context);
    expect(results[0]?.metrics["recall@2"]?.value).toBe(1);
  });

  it("prints the whole protocol, and the same numbers for the same seed", async () => {
    const report = await measureRanking(data, scorers("popular", "linear"), setup, context);
    expect(report.protocol).toMatchObject({
      task: "ranking",
      dataset: "board",
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      split: expect.stringContaining("measured: test"),
      candidates: expect.stringContaining("seen items masked"),
      core: 1,
      positiveFrom: null,
      users: 48,
      items: BOARD_ITEMS,
      interactions: 48 * (BLOCK_ITEMS - 1),
      measured: 48,
      unit: "users",
      seed: 1,
      versions: { cicerone: "test", onnxruntime: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      ranksBy: { popular: expect.stringContaining("however old"), linear: expect.stringContaining("alone") },
      devices: { popular: "cpu", linear: expect.stringMatching(/^(cuda|webgpu|cpu)$/) },
      parameters: { popular: {}, linear: { decay: expect.any(Number), floor: expect.any(Number) } },
    });
    expect(await measureRanking(data, scorers("popular", "linear"), setup, context)).toEqual(report);
  });

  it("names the metrics and cut-offs as asked", async () => {
    const { results } = await measureRanking(data, scorers("popular"), { ...setup, k: [3] }, context);
    expect(Object.keys(results[0]?.metrics ?? {})).toEqual(["recall@3", "ndcg@3", "mrr@3"]);
  });

  it("ranks lower without the mask, where seen items stand in the way", async () => {
    const whole = { ...setup, k: [BOARD_ITEMS] };
    const open = await measureRanking(data, scorers("popular"), { ...whole, maskSeen: false }, context);
    const masked = await measureRanking(data, scorers("popular"), whole, context);
    const mrrOf = (report: typeof open): number => report.results[0]?.metrics["mrr@16"]?.value ?? Number.NaN;
    expect(mrrOf(open)).toBeLessThan(mrrOf(masked));
    expect(open.protocol.candidates).toContain("not masked");
  });

  it("ranks among a sample that is the user's own, whoever else is measured", async () => {
    // A block's user has taken seven of sixteen items: nine are left, eight of them the other block's.
    const sampled = { ...setup, negatives: 3, k: [1, 4] };
    const seen: string[] = [];
    const spy: RankingSystem = {
      name: "spy",
      fit: async () => ({
        ranksBy: "",
        device: "cpu",
        parameters: {},
        rank: async ({ user, candidates, history }) => {
          seen.push(`${user}: ${[...candidates.keys()].filter((item) => candidates[item] === 1)}`);
          for (const { item } of history) expect(candidates[item]).toBe(0);
          return scoresOfList([...candidates.keys()], BOARD_ITEMS);
        },
        close: async () => {},
      }),
    };
    const { protocol, results } = await measureRanking(data, [spy], sampled, context);
    const all = seen.splice(0);
    expect(protocol.candidates).toContain("1 + 3");
    expect(results[0]?.metrics["recall@4"]?.value).toBe(1);
    expect(all.every((line) => line.split(",").length === 4)).toBe(true);
    await measureRanking(data, [spy], { ...sampled, users: 10 }, context);
    expect(seen).toHaveLength(10);
    expect(all).toEqual(expect.arrayContaining(seen));
    const other = seen.splice(0);
    await measureRanking(data, [spy], { ...sampled, users: 10, seed: 2 }, context);
    expect(seen).not.toEqual(other);
  });

  it("counts what a system leaves out as missed", async () => {
    const silent: RankingSystem = {
      name: "silent",
      fit: async () => ({
        ranksBy: "nothing",
        device: "cpu",
        parameters: {},
        rank: async () => scoresOfList([], BOARD_ITEMS),
        close: async () => {},
      }),
    };
    const { results } = await measureRanking(data, [silent], { ...setup, k: [BOARD_ITEMS] }, context);
    expect(results[0]?.metrics["recall@16"]?.value).toBe(0);
  });

  it("measures nobody twice: a run that is kept is not run again", async () => {
    const kept = new Map<string, StoredRun>();
    const runs: RunCache = {
      get: async (key) => kept.get(key),
      set: async (key, run) => void kept.set(key, run),
    };
    let ranked = 0;
    const counting: RankingSystem = {
      name: "counting",
      fit: async () => ({
        ranksBy: "the order of the catalogue",
        device: "cpu",
        parameters: {},
        rank: async () => {
          ranked += 1;
          return scoresOfList([...Array(BOARD_ITEMS).keys()], BOARD_ITEMS);
        },
        close: async () => {},
      }),
    };
    const first = await measureRanking(data, [counting], setup, { ...context, runs });
    expect(await measureRanking(data, [counting], setup, { ...context, runs })).toEqual(first);
    expect(ranked).toBe(48);
    await measureRanking(data, [counting], { ...setup, k: [3] }, { ...context, runs });
    await measureRanking(data, [counting], setup, { clock: () => 0, versions: { cicerone: "next" }, runs });
    expect(ranked).toBe(3 * 48);
  });

  it("splits otherwise when asked, and several held-out items of a user share the recall", async () => {
    const wider = { ...setup, split: "temporal-user", share: 0.3, k: [3] } as const;
    const { results, protocol } = await measureRanking(data, scorers("linear"), wider, context);
    expect(protocol.split).toContain("the latest 30 % of each user");
    // Of seven interactions three are held out; of the block's eight items four are left.
    expect(results[0]?.metrics["recall@3"]?.value).toBeGreaterThan(0.7);
  });

  it("reports seconds from the clock it is given", async () => {
    let now = 0;
    const ticking = { ...context, clock: () => (now += 500) };
    const own = sharedFits(ticking.clock);
    const { results } = await measureRanking(data, [sharedScorerSystem("popular", own)], setup, ticking);
    expect(results[0]?.seconds).toEqual({ fit: 0.5, rank: 0.5 });
    await own.close();
  });

  it("refuses data without anything to hold out", async () => {
    const none = {
      ...interactions,
      users: new Int32Array(),
      items: new Int32Array(),
      at: new Float64Array(),
    };
    const empty = measureRanking({ ...data, interactions: none }, scorers("popular"), setup, context);
    await expect(empty).rejects.toMatchObject({ code: "nothing-to-measure" });
  });

  it("stops when the signal aborts", async () => {
    const reason = new Error("enough");
    const stopped = measureRanking(data, scorers("popular"), setup, {
      ...context,
      signal: AbortSignal.abort(reason),
    });
    await expect(stopped).rejects.toBe(reason);
  });
});
