import { describe, expect, it } from "vitest";
import { hybridSystem } from "../../../../src/evaluation/ranking/hybrid-system.ts";
import { chooseWeights } from "../../../../src/evaluation/ranking/hybrid-weights.ts";
import { type RankingSystem, scoresOfList } from "../../../../src/evaluation/ranking/ranker.ts";
import { sequencesOf } from "../../../../tools/scoring/sequences.ts";
import { BOARD_ITEMS, checkerboard } from "../../../fixtures/checkerboard.ts";

/** A list of items as a member found it. */
const list = (...items: number[]) => items.map((index, place) => ({ index, score: -place }));

/** Ranks the same for everybody. */
function fixed(name: string, items: readonly number[]): RankingSystem {
  return {
    name,
    fit: async () => ({
      ranksBy: name,
      device: "cpu",
      parameters: {},
      rank: async () => scoresOfList(items, BOARD_ITEMS),
      close: async () => {},
    }),
  };
}

describe("a hybrid's weights", () => {
  const noise = list(...Array.from({ length: 150 }, (_, at) => 1000 + at));

  it("take the say from a member that only stands in the way", () => {
    // The first member knows the answer, but on rank 30; the second fills the places before it.
    const found = [{ lists: [list(...Array.from({ length: 29 }, (_, at) => at), 99), noise], truth: 99 }];
    const [knows = 0, misleads = 0] = chooseWeights(found, 2);
    expect(misleads).toBeLessThan(knows);
  });

  it("stay equal where nothing is gained by another choice", () => {
    expect(chooseWeights([{ lists: [list(7), list(7)], truth: 7 }], 2)).toEqual([1, 1]);
    expect(chooseWeights([{ lists: [list(1), list(2)], truth: 9 }], 2)).toEqual([1, 1]);
  });
});

describe("a hybrid system", () => {
  it("never asks about what is held out: its weights come from the training part alone", async () => {
    const { interactions } = checkerboard();
    const sequences = sequencesOf(interactions);
    const asked: number[][] = [];
    const spy: RankingSystem = {
      name: "spy",
      fit: async ({ interactions: seen }) => {
        asked.push([seen.users.length]);
        return fixed("spy", [0, 1, 2, 3]).fit({ interactions: seen, sequences, itemCount: BOARD_ITEMS }, {});
      },
    };
    const training = { interactions, sequences, itemCount: BOARD_ITEMS };
    const ranker = await hybridSystem([spy, fixed("backwards", [15, 14, 13])]).fit(training, {});
    // First without everybody's last interaction, to choose weights on it; then on all of the training part.
    expect(asked).toEqual([[interactions.users.length - 48], [interactions.users.length]]);
    expect(Object.keys(ranker.parameters)).toEqual(["spy", "backwards"]);
    const candidates = new Uint8Array(BOARD_ITEMS).fill(1);
    const scores = await ranker.rank({ user: 0, history: [], candidates, depth: 4 });
    expect(scores[0]).toBeGreaterThan(0);
    expect(scores[8]).toBeNaN();
    await ranker.close();
  });
});
