import { describe, expect, it } from "vitest";
import { adoptColdItems } from "../../../tools/scoring/cold-items.ts";
import { LINEAR_DEFAULTS, type LinearOptions } from "../../../tools/scoring/linear-defaults.ts";
import { linearModel } from "../../../tools/scoring/linear-file.ts";
import { fitLinear } from "../../../tools/scoring/linear-fit.ts";
import { coOccurrence, transitions } from "../../../tools/scoring/linear-statistics.ts";
import { openOnnxScorer } from "../../../tools/scoring/onnx-scorer.ts";
import { fade } from "../../../tools/scoring/recency.ts";
import { itemCounts, type Sequences, sequenceOf, sequencesOf } from "../../../tools/scoring/sequences.ts";
import { BLOCK_ITEMS, BOARD_ITEMS, boardVectors, checkerboard } from "../../fixtures/checkerboard.ts";

function sequences(...users: number[][]): Sequences {
  const offsets = Int32Array.from([0, ...users.map((_, u) => users.slice(0, u + 1).flat().length)]);
  return { offsets, items: Int32Array.from(users.flat()) };
}

describe("sequences", () => {
  it("group by user and order by time, ties in file order", () => {
    const made = sequencesOf({
      userIds: ["ada", "ben"],
      users: Int32Array.of(1, 0, 0, 1, 0),
      items: Int32Array.of(7, 3, 2, 8, 1),
      values: undefined,
      at: Float64Array.of(5, 9, 4, 5, 4),
    });
    expect([...sequenceOf(made, 0)]).toEqual([2, 1, 3]);
    expect([...sequenceOf(made, 1)]).toEqual([7, 8]);
  });
});

describe("recency", () => {
  it("fades by the number of later events of the same sign, down to the floor", () => {
    const history = [1, -1, 1].map((weight, item) => ({ item, weight }));
    const faded = fade(history, { decay: 2, floor: 0.5 });
    expect(faded[0]).toBeCloseTo(0.5 * Math.exp(-1 / 2) + 0.5, 6);
    expect(faded[1]).toBe(-1);
    expect(faded[2]).toBe(1);
  });

  it("fades by a power of the age where one is given", () => {
    const history = [0, 1, 2].map((item) => ({ item, weight: 1 }));
    const faded = fade(history, { decay: 2, floor: 0.5, power: 1 });
    expect(faded[0]).toBeCloseTo((0.5 * Math.exp(-2 / 2)) / 3 + 0.5, 6);
    expect(faded[2]).toBe(1);
  });
});

describe("the statistics behind the linear scorer", () => {
  it("count how many users have both items, an item taken twice once", () => {
    const gram = coOccurrence(sequences([0, 1, 1], [1, 2]), 3);
    expect([...gram.data]).toEqual([1, 1, 0, 1, 2, 1, 0, 1, 1]);
  });

  it("sum the faded past over every position, as the definition says", () => {
    const decay = 1.5;
    const users = [[0, 1, 2, 1, 3], [2, 0], [3]];
    const { past, next } = transitions(sequences(...users), 4, decay);
    const [expectedPast, expectedNext] = [new Float64Array(16), new Float64Array(16)];
    for (const items of users) {
      for (let t = 0; t + 1 < items.length; t++) {
        const s = new Float64Array(4);
        for (let i = 0; i <= t; i++) s[items[i] ?? 0] = (s[items[i] ?? 0] ?? 0) + Math.exp(-(t - i) / decay);
        for (let a = 0; a < 4; a++) {
          const cell = a * 4 + (items[t + 1] ?? 0);
          expectedNext[cell] = (expectedNext[cell] ?? 0) + (s[a] ?? 0);
          for (let b = 0; b < 4; b++) {
            expectedPast[a * 4 + b] = (expectedPast[a * 4 + b] ?? 0) + (s[a] ?? 0) * (s[b] ?? 0);
          }
        }
      }
    }
    past.data.forEach((value, cell) => void expect(value).toBeCloseTo(expectedPast[cell] ?? Number.NaN, 5));
    next.data.forEach((value, cell) => void expect(value).toBeCloseTo(expectedNext[cell] ?? Number.NaN, 5));
  });
});

const ARITHMETIC: LinearOptions = {
  recency: { decay: 5, floor: 0 },
  past: 5,
  ease: 1,
  easeDropout: 0,
  transition: 1,
  easeShare: 0.5,
  popularity: 0,
};

describe("the linear fit", () => {
  it("is EASE plus transitions, as arithmetic on two items shows", async () => {
    // One user, first item 0 then item 1. XᵀX = all ones. EASE with λ = 1: P = [[2,1],[1,2]]⁻¹ = [[2,−1],[−1,2]]/3, E₀₁ = E₁₀ = 1/2.
    // Transitions with λ = 1: the past is item 0 once, its next is item 1: T₀₁ = 1/(1 + 1) = 1/2.
    const weights = await fitLinear(sequences([0, 1]), 2, ARITHMETIC);
    expect([...weights.data].map((value) => value.toFixed(4))).toEqual([
      "0.0000",
      "0.7500",
      "0.2500",
      "0.0000",
    ]);
  });

  it("lets dropout stand for a λ that grows with an item's users", async () => {
    // XᵀX = all ones; λ = 0.5 and half of each diagonal again make the same 1 on top of it.
    const half = { ...ARITHMETIC, ease: 0.5, easeDropout: 0.5 };
    expect(await fitLinear(sequences([0, 1]), 2, half)).toEqual(
      await fitLinear(sequences([0, 1]), 2, ARITHMETIC),
    );
  });

  it("makes candidates stand back by their popularity", async () => {
    // Counts 3, 1, 1: the median is 1, so item 0's column is divided by (4 / 2)^1 and the others stay.
    const users = sequences([0, 1], [0, 2], [0]);
    const plain = await fitLinear(users, 3, ARITHMETIC);
    const { data } = await fitLinear(users, 3, { ...ARITHMETIC, popularity: 1 });
    for (const [cell, value] of plain.data.entries()) {
      expect(data[cell]).toBeCloseTo(cell % 3 === 0 ? value / 2 : value, 6);
    }
    expect(plain.data[3]).toBeGreaterThan(0);
  });

  it("leaves rows and columns of untouched items empty", async () => {
    const weights = await fitLinear(sequences([0, 2, 3], [3, 0]), 5, LINEAR_DEFAULTS);
    for (let other = 0; other < 5; other++) {
      expect([weights.data[1 * 5 + other], weights.data[other * 5 + 1], weights.data[4 * 5 + other]]).toEqual(
        [0, 0, 0],
      );
    }
    expect(weights.data[0 * 5 + 3]).toBeGreaterThan(0);
  });

  it("stops when the signal aborts", async () => {
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    await expect(fitLinear(sequences([0, 1]), 2, LINEAR_DEFAULTS, { signal })).rejects.toBe(reason);
  });
});

describe("the linear model file", () => {
  it("fades a history exactly as recency.ts does", async () => {
    const ones = { rows: 2, columns: 2, data: Float32Array.of(1, 1, 1, 1) };
    const recency = { decay: 3, floor: 0.1, power: 0.7 };
    const scorer = await openOnnxScorer("linear", await linearModel(ones, recency), 2, { devices: ["cpu"] });
    const history = [0.5, -1, 1, 0, 1, -0.3].map((weight) => ({ item: 0, weight }));
    const [shares = []] = await scorer.contributions(history, [1]);
    const expected = fade(history, recency);
    shares.forEach(({ amount }, event) => void expect(amount).toBeCloseTo(expected[event] ?? Number.NaN, 6));
    expect(shares).toHaveLength(history.length);
    await scorer.close();
  });

  it("drops the negative weights of a disliked item", async () => {
    const weights = { rows: 2, columns: 2, data: Float32Array.of(-0.5, 0.25, 0, 0) };
    const model = await linearModel(weights, { decay: 5, floor: 0 });
    const scorer = await openOnnxScorer("linear", model, 2, { devices: ["cpu"] });
    expect([...(await scorer.score([{ item: 0, weight: -1 }]))]).toEqual([0, -0.25]);
    expect([...(await scorer.score([{ item: 0, weight: 1 }]))]).toEqual([-0.5, 0.25]);
    await scorer.close();
  });
});

describe("items nobody touched", () => {
  const cold = BLOCK_ITEMS - 1;
  const { interactions } = checkerboard(cold);
  const made = sequencesOf(interactions);

  it("are drawn in by their neighbours in meaning, and stay out of the other block", async () => {
    const weights = await fitLinear(made, BOARD_ITEMS, LINEAR_DEFAULTS);
    expect(await adoptColdItems(weights, itemCounts(made, BOARD_ITEMS), boardVectors())).toBe(1);
    const at = (row: number, column: number): number => weights.data[row * BOARD_ITEMS + column] ?? 0;
    for (let item = 0; item < cold; item++) {
      expect(at(item, cold)).toBeGreaterThan(at(item + BLOCK_ITEMS, cold));
      expect(at(cold, item)).toBeGreaterThan(at(cold, item + BLOCK_ITEMS));
    }
    expect(at(cold, cold)).toBe(0);
  });

  it("leave the weights of all others as they were", async () => {
    const weights = await fitLinear(made, BOARD_ITEMS, LINEAR_DEFAULTS);
    const before = weights.data.slice();
    await adoptColdItems(weights, itemCounts(made, BOARD_ITEMS), boardVectors());
    weights.data.forEach((value, cell) => {
      const isCold = cell % BOARD_ITEMS === cold || Math.floor(cell / BOARD_ITEMS) === cold;
      if (!isCold) expect(value).toBe(before[cell]);
    });
  });
});
