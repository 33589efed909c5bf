import { expect, test } from "vitest";
import { rememberedScorer } from "../../../tools/scoring/remembered-scorer.ts";
import type { Scorer, Taste } from "../../../tools/scoring/scorer.ts";

/** Scores every item with the sum of the weights, and counts how often it is asked. */
function counting(): { scorer: Scorer; asked: () => number } {
  let asked = 0;
  const sum = (history: readonly Taste[]): number => history.reduce((total, { weight }) => total + weight, 0);
  return {
    asked: () => asked,
    scorer: {
      name: "sum",
      device: "cpu",
      async score(history) {
        asked++;
        return new Float32Array(3).fill(sum(history));
      },
      async contributions(history, items) {
        asked++;
        return items.map((item) => history.map((one) => ({ item: one.item, amount: one.weight * item })));
      },
    },
  };
}

const HISTORY = [
  { item: 0, weight: 1 },
  { item: 1, weight: -0.5 },
];

test("the same history is scored once, also when another one was asked about in between", async () => {
  const { scorer, asked } = counting();
  const remembered = rememberedScorer(scorer);
  const first = await remembered.score(HISTORY);
  await remembered.score([{ item: 2, weight: 1 }]);
  expect(await remembered.score(HISTORY.map((one) => ({ ...one })))).toEqual(first);
  expect(asked()).toBe(2);
});

test("a changed weight, an added item and another question are computed anew", async () => {
  const { scorer, asked } = counting();
  const remembered = rememberedScorer(scorer);
  await remembered.score(HISTORY);
  expect([...(await remembered.score([{ item: 0, weight: 0.25 }]))]).toEqual([0.25, 0.25, 0.25]);
  expect([...(await remembered.score([...HISTORY, { item: 2, weight: 1 }]))]).toEqual([1.5, 1.5, 1.5]);
  await remembered.contributions(HISTORY, [1]);
  await remembered.contributions(HISTORY, [2]);
  await remembered.contributions(HISTORY, [2]);
  expect(asked()).toBe(5);
});

test("what a caller writes into its scores and its history changes no later answer", async () => {
  const remembered = rememberedScorer(counting().scorer);
  const history = HISTORY.map((one) => ({ ...one }));
  (await remembered.score(history)).fill(9);
  history.pop();
  expect([...(await remembered.score(HISTORY))]).toEqual([0.5, 0.5, 0.5]);
});

test("an aborted question is refused even where the answer is known, and a failure is not remembered", async () => {
  const { scorer } = counting();
  let fails = true;
  const remembered = rememberedScorer<Scorer>({
    ...scorer,
    score: async (history) => {
      if (fails) throw new Error("no");
      return scorer.score(history);
    },
  });
  await expect(remembered.score(HISTORY)).rejects.toThrow("no");
  fails = false;
  await remembered.score(HISTORY);
  await expect(remembered.score(HISTORY, AbortSignal.abort())).rejects.toThrow();
});
