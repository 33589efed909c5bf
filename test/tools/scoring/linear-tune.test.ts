import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../memory/random.ts";
import { amongFrequent } from "../../../tools/scoring/frequent-items.ts";
import { LINEAR_DEFAULTS } from "../../../tools/scoring/linear-defaults.ts";
import { LADDERS, optionsOf, STARTING_KNOBS } from "../../../tools/scoring/linear-knobs.ts";
import { cutLast, fadedHistories, gainOf } from "../../../tools/scoring/linear-trial.ts";
import { FEWEST_TUNING_USERS, tuneLinear } from "../../../tools/scoring/linear-tune.ts";
import { type Sequences, sequenceOf } from "../../../tools/scoring/sequences.ts";

function sequences(users: readonly (readonly number[])[]): Sequences {
  let length = 0;
  const offsets = Int32Array.from([0, ...users.map((items) => (length += items.length))]);
  return { offsets, items: Int32Array.from(users.flat()) };
}

/** Leaps over a ring of 30 items: each random one is followed by its neighbour, and what came before says nothing. */
function ringLeaps(users: number): Sequences {
  const random = seededRandom(3);
  const leap = (): number[] => {
    const start = Math.floor(random() * 30);
    return [start, (start + 1) % 30];
  };
  return sequences(Array.from({ length: users }, () => Array.from({ length: 6 }, leap).flat()));
}

describe("tuning the linear scorer", () => {
  it("finds out where only the last item counts", async () => {
    const { recency } = await tuneLinear(ringLeaps(400), 30);
    expect(recency.decay).toBeLessThan(LINEAR_DEFAULTS.recency.decay);
  });

  it("comes to the same options each time, all of them rungs of the ladders", async () => {
    const [first, second] = [await tuneLinear(ringLeaps(300), 30), await tuneLinear(ringLeaps(300), 30)];
    expect(second).toEqual(first);
    const { recency, ...rest } = first;
    for (const [knob, value] of Object.entries({ ...rest, ...recency })) {
      expect(Object.entries(LADDERS).find(([name]) => name === knob)?.[1]).toContain(value);
    }
  });

  it("begins at the defaults, which are rungs of the ladders", () => {
    expect(optionsOf(STARTING_KNOBS)).toEqual(LINEAR_DEFAULTS);
    for (const [knob, value] of Object.entries(STARTING_KNOBS)) {
      expect(Object.entries(LADDERS).find(([name]) => name === knob)?.[1]).toContain(value);
    }
  });

  it("keeps the defaults where there are too few users to ask", async () => {
    expect(await tuneLinear(ringLeaps(FEWEST_TUNING_USERS - 1), 30)).toBe(LINEAR_DEFAULTS);
    expect(await tuneLinear(sequences([]), 30)).toBe(LINEAR_DEFAULTS);
  });

  it("tells how far it is, and stops when the signal aborts", async () => {
    const fractions: number[] = [];
    await tuneLinear(ringLeaps(300), 30, { onProgress: (fraction) => fractions.push(fraction) });
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    const stop = new AbortController();
    const stopped = tuneLinear(ringLeaps(300), 30, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error("enough")),
    });
    await expect(stopped).rejects.toThrow("enough");
  });
});

describe("a trial", () => {
  it("cuts off the last interaction of everybody with two, and asks evenly spread users", () => {
    const users = sequences([[0, 1], [2], [1, 2, 0], [0, 2], [2, 1]]);
    const trial = cutLast(users, 3, 2);
    expect([0, 1, 2, 3, 4].map((user) => [...sequenceOf(trial.train, user)])).toEqual([
      [0],
      [2],
      [1, 2],
      [0],
      [2],
    ]);
    expect([[...trial.users], [...trial.truths]]).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  it("fades histories by place", () => {
    const trial = cutLast(sequences([[0, 1, 2]]), 3, 1);
    const { data } = fadedHistories(trial, { decay: 1, floor: 0 });
    expect(data[0]).toBeCloseTo(Math.exp(-1), 6);
    expect([data[1], data[2]]).toEqual([1, 0]);
  });

  it("gains by the truth's rank, seen items left out and ties before it", () => {
    const trial = cutLast(sequences([[0, 1]]), 4, 1);
    const gain = (...scores: number[]): number => {
      const matrix = { rows: 1, columns: 4, data: Float32Array.from(scores) };
      const nothing = { rows: 1, columns: 4, data: new Float32Array(4) };
      return gainOf(trial, { transition: nothing, ease: matrix }, 0.5, Float32Array.of(1, 1, 1, 1));
    };
    expect(gain(9, 2, 1, 0)).toBe(1);
    expect(gain(9, 2, 2, 0)).toBeCloseTo(1 / Math.log2(3), 6);
    expect(gain(9, 0, 0, 0)).toBeCloseTo(1 / Math.log2(4), 6);
  });
});

it("the frequent items of sequences are numbered by frequency, and the others dropped", () => {
  const { sequences: frequent, size } = amongFrequent(sequences([[5, 3, 5], [3, 1], [3]]), 6, 2);
  expect(size).toBe(2);
  expect([0, 1, 2].map((user) => [...sequenceOf(frequent, user)])).toEqual([[1, 0, 1], [0], [0]]);
});
