import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../../memory/random.ts";
import { type Matrix, zeros } from "../../../tools/scoring/algebra.ts";
import { adoptColdFactors } from "../../../tools/scoring/cold-factors.ts";
import { factorsModel } from "../../../tools/scoring/factors-file.ts";
import { FACTORS_DEFAULTS, fitFactors } from "../../../tools/scoring/factors-fit.ts";
import { type OnnxScorer, openOnnxScorer } from "../../../tools/scoring/onnx-scorer.ts";
import { fade } from "../../../tools/scoring/recency.ts";
import type { Taste } from "../../../tools/scoring/scorer.ts";
import { itemCounts, sequenceOf, sequencesOf } from "../../../tools/scoring/sequences.ts";
import { BLOCK_ITEMS, BOARD_ITEMS, boardVectors, checkerboard } from "../../fixtures/checkerboard.ts";

const { recency } = FACTORS_DEFAULTS;
const ITEMS = 700;
const DIMENSIONS = 64;

/** Rounded to what float16 holds exactly, so that the file keeps them. */
function randomFactors(seed: number, size: number): Matrix {
  const random = seededRandom(seed);
  const factors = zeros(ITEMS, DIMENSIONS);
  for (let cell = 0; cell < factors.data.length; cell++) {
    factors.data[cell] = Math.round((random() - 0.4) * size * 256) / 256;
  }
  return factors;
}

const past = randomFactors(1, 0.5);
const next = randomFactors(2, 1);

const rowOf = ({ data, columns }: Matrix, item: number): Float32Array =>
  data.subarray(item * columns, (item + 1) * columns);

/** Plain Cholesky in double precision: (I + Σ gᵢ·xᵢ·xᵢᵀ)⁻¹·Σ bᵢ·xᵢ. */
function solve(history: readonly Taste[], g: readonly number[], b: readonly number[]): Float64Array {
  const d = DIMENSIONS;
  const a = new Float64Array(d * d);
  const x = new Float64Array(d);
  for (let i = 0; i < d; i++) a[i * d + i] = 1;
  for (const [event, { item }] of history.entries()) {
    const row = rowOf(past, item);
    for (let i = 0; i < d; i++) {
      x[i] = (x[i] ?? 0) + (b[event] ?? 0) * (row[i] ?? 0);
      for (let j = 0; j < d; j++) {
        a[i * d + j] = (a[i * d + j] ?? 0) + (g[event] ?? 0) * (row[i] ?? 0) * (row[j] ?? 0);
      }
    }
  }
  for (let j = 0; j < d; j++) {
    for (let i = j; i < d; i++) {
      let sum = a[i * d + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (a[i * d + k] ?? 0) * (a[j * d + k] ?? 0);
      a[i * d + j] = i === j ? Math.sqrt(sum) : sum / (a[j * d + j] ?? 1);
    }
  }
  for (let i = 0; i < d; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] ?? 0) - (a[i * d + k] ?? 0) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / (a[i * d + i] ?? 1);
  }
  for (let i = d - 1; i >= 0; i--) {
    for (let k = i + 1; k < d; k++) x[i] = (x[i] ?? 0) - (a[k * d + i] ?? 0) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / (a[i * d + i] ?? 1);
  }
  return x;
}

/** The score as factors-file.ts defines it. */
function expectedScores(history: readonly Taste[]): Float64Array {
  const faded = [...fade(history, recency)];
  const likes = faded.map((weight) => Math.max(0, weight));
  const dislikes = faded.map((weight) => Math.max(0, -weight));
  const liking = solve(history, likes, likes);
  const pushing = solve(
    history,
    faded.map((weight) => Math.abs(weight)),
    dislikes,
  );
  const along = (user: Float64Array, item: number): number =>
    rowOf(next, item).reduce((sum, value, k) => sum + value * (user[k] ?? 0), 0);
  return Float64Array.from(
    { length: ITEMS },
    (_, item) => along(liking, item) - Math.max(0, along(pushing, item)),
  );
}

function historyOf(length: number, weightOf: (event: number) => number): Taste[] {
  return Array.from({ length }, (_, event) => ({ item: (event * 13) % ITEMS, weight: weightOf(event) }));
}

describe("the factors model file", () => {
  let scorer: OnnxScorer;
  beforeAll(async () => {
    const model = await factorsModel({ past, next }, recency);
    scorer = await openOnnxScorer("factors", model, ITEMS, { devices: ["cpu"] });
  });
  afterAll(() => scorer.close());

  it.each([
    ["one like", historyOf(1, () => 1)],
    ["thirty of either sign", historyOf(30, (event) => (event % 3 === 0 ? -1 : 0.5))],
    ["five hundred likes", historyOf(500, () => 1)],
    ["five hundred, a fifth of them disliked", historyOf(500, (event) => (event % 5 === 0 ? -0.7 : 1))],
    ["dislikes alone", historyOf(8, () => -1)],
  ])("solves as Cholesky in double precision does: %s", async (_, history) => {
    const expected = expectedScores(history);
    const scores = await scorer.score(history);
    const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const error = scores.reduce((most, value, j) => Math.max(most, Math.abs(value - (expected[j] ?? 0))), 0);
    expect(largest).toBeGreaterThan(0.01);
    expect(error / largest).toBeLessThan(1e-4);
  });

  it("gives zero for weights all zero", async () => {
    expect((await scorer.score(historyOf(3, () => 0))).every((score) => score === 0)).toBe(true);
  });

  it("tells shares that sum to the score, of likes and of dislikes", async () => {
    const history = historyOf(40, (event) => (event % 4 === 0 ? -1 : 1));
    const items = [0, 5, 99, 600];
    const scores = await scorer.score(history);
    const shares = await scorer.contributions(history, items);
    for (const [place, item] of items.entries()) {
      const sum = (shares[place] ?? []).reduce((total, { amount }) => total + amount, 0);
      expect(sum).toBeCloseTo(scores[item] ?? Number.NaN, 4);
    }
  });
});

describe("the factors fit", () => {
  const sequences = sequencesOf(checkerboard().interactions);

  it("is the same for the same seed, another for another", async () => {
    const first = await fitFactors(sequences, BOARD_ITEMS, FACTORS_DEFAULTS);
    expect(await fitFactors(sequences, BOARD_ITEMS, FACTORS_DEFAULTS)).toEqual(first);
    const other = await fitFactors(sequences, BOARD_ITEMS, { ...FACTORS_DEFAULTS, seed: 2 });
    expect(other.past.data).not.toEqual(first.past.data);
  });

  it("leaves items that nobody touched at zero", async () => {
    const cold = 3;
    const made = sequencesOf(checkerboard(cold).interactions);
    const { past: own, next: candidates } = await fitFactors(made, BOARD_ITEMS + 2, FACTORS_DEFAULTS);
    for (const item of [cold, BOARD_ITEMS, BOARD_ITEMS + 1]) {
      expect(rowOf(own, item).every((value) => value === 0)).toBe(true);
      expect(rowOf(candidates, item).every((value) => value === 0)).toBe(true);
    }
    expect(rowOf(own, 0).some((value) => value !== 0)).toBe(true);
  });

  it("tells the blocks apart where most sweeps are over a sample of the users, too", async () => {
    const told: number[] = [];
    const factors = await fitFactors(
      sequences,
      BOARD_ITEMS,
      { ...FACTORS_DEFAULTS, sample: 100 },
      { onProgress: (part) => told.push(part) },
    );
    const scorer = await openOnnxScorer("factors", await factorsModel(factors, recency), BOARD_ITEMS);
    for (const [user, withheld] of checkerboard().withheld.entries()) {
      const seen = Array.from(sequenceOf(sequences, user), (item) => ({ item, weight: 1 }));
      const scores = await scorer.score(seen);
      for (const { item } of seen) scores[item] = Number.NEGATIVE_INFINITY;
      expect(scores.indexOf(Math.max(...scores))).toBe(withheld);
    }
    await scorer.close();
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it("fits nothing on nothing", async () => {
    const none = { offsets: Int32Array.of(0, 0), items: new Int32Array() };
    const { past: own } = await fitFactors(none, 3, FACTORS_DEFAULTS);
    expect([...own.data]).toEqual(new Array(3 * FACTORS_DEFAULTS.dimensions).fill(0));
  });

  it("tells how far it is, up to the whole, and stops when the signal aborts", async () => {
    const told: number[] = [];
    await fitFactors(sequences, BOARD_ITEMS, FACTORS_DEFAULTS, { onProgress: (part) => told.push(part) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThanOrEqual(FACTORS_DEFAULTS.sweeps);
    const stop = new AbortController();
    const reason = new Error("enough");
    const stopped = fitFactors(sequences, BOARD_ITEMS, FACTORS_DEFAULTS, {
      signal: stop.signal,
      onProgress: () => stop.abort(reason),
    });
    await expect(stopped).rejects.toBe(reason);
  });
});

describe("items nobody touched", () => {
  const cold = BLOCK_ITEMS - 1;
  const made = sequencesOf(checkerboard(cold).interactions);
  const counts = itemCounts(made, BOARD_ITEMS);

  it("get factors from what their texts resemble, and stay out of the other block", async () => {
    const factors = await fitFactors(made, BOARD_ITEMS, FACTORS_DEFAULTS);
    const before = factors.next.data.slice();
    expect(await adoptColdFactors(factors, counts, boardVectors())).toBe(1);
    const scorer = await openOnnxScorer("factors", await factorsModel(factors, recency), BOARD_ITEMS);
    const [own, other] = [
      await scorer.score([{ item: 0, weight: 1 }]),
      await scorer.score([{ item: BLOCK_ITEMS, weight: 1 }]),
    ];
    expect(own[cold]).toBeGreaterThan(0);
    const liked = await scorer.score([{ item: cold, weight: 1 }]);
    await scorer.close();
    expect(own[cold]).toBeGreaterThan(4 * Math.abs(other[cold] ?? Number.NaN));
    expect(liked[0]).toBeGreaterThan(4 * Math.abs(liked[BLOCK_ITEMS] ?? Number.NaN));
    const d = factors.next.columns;
    before.forEach((value, cell) => {
      if (Math.floor(cell / d) !== cold) expect(factors.next.data[cell]).toBe(value);
    });
  });

  it("stay at zero where they have no text", async () => {
    const factors = await fitFactors(made, BOARD_ITEMS, FACTORS_DEFAULTS);
    const vectors = boardVectors();
    vectors.rows.fill(0, cold * vectors.dimensions, (cold + 1) * vectors.dimensions);
    expect(await adoptColdFactors(factors, counts, vectors)).toBe(0);
    expect(rowOf(factors.next, cold).every((value) => value === 0)).toBe(true);
  });
});
