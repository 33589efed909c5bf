import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scorer, Taste } from "../../tools/scoring/scorer.ts";
import { sequenceOf, sequencesOf } from "../../tools/scoring/sequences.ts";
import { BLOCK_ITEMS, BOARD_ITEMS, type Board, checkerboard } from "../fixtures/checkerboard.ts";

/** What every scorer promises, on the checkerboard. */
export function scorerContract(
  name: string,
  open: (board: Board) => Promise<Scorer & { close?: () => Promise<void> }>,
  { personal, fades = personal }: { readonly personal: boolean; readonly fades?: boolean } = {
    personal: true,
  },
): void {
  describe(`${name} keeps the scorer's contract`, () => {
    const board = checkerboard();
    const sequences = sequencesOf(board.interactions);
    const historyOf = (user: number): Taste[] =>
      Array.from(sequenceOf(sequences, user), (item) => liked(item));
    let scorer: Scorer & { close?: () => Promise<void> };
    beforeAll(async () => {
      scorer = await open(board);
    });
    afterAll(() => scorer.close?.());

    it("names itself and where it runs", () => {
      expect(scorer.name).not.toBe("");
      expect(["cuda", "webgpu", "cpu"]).toContain(scorer.device);
    });

    it("gives one finite number for each item, with and without a history", async () => {
      for (const history of [[], historyOf(0), [liked(0), disliked(1)]]) {
        const scores = await scorer.score(history);
        expect(scores).toBeInstanceOf(Float32Array);
        expect(scores).toHaveLength(BOARD_ITEMS);
        expect(scores.every(Number.isFinite)).toBe(true);
      }
    });

    it("is deterministic, and does not remember the last user", async () => {
      const before = await scorer.score(historyOf(0));
      await scorer.score(historyOf(30));
      expect(await scorer.score(historyOf(0))).toEqual(before);
    });

    it("tells contributions that sum to the score minus the score without a history", async () => {
      const history = [...historyOf(3), disliked(BLOCK_ITEMS + 2), liked(BLOCK_ITEMS + 5)];
      const scores = await scorer.score(history);
      const empty = await scorer.score([]);
      const items = [0, 5, BLOCK_ITEMS, BOARD_ITEMS - 1];
      const contributions = await scorer.contributions(history, items);
      expect(contributions).toHaveLength(items.length);
      for (const [place, item] of items.entries()) {
        const shares = contributions[place] ?? [];
        expect(shares.map((share) => share.item)).toEqual(history.map((taste) => taste.item));
        const sum = shares.reduce((total, share) => total + share.amount, 0);
        expect(sum).toBeCloseTo((scores[item] ?? 0) - (empty[item] ?? 0), 5);
      }
    });

    it("tells no contributions of nothing", async () => {
      expect(await scorer.contributions([], [1, 2])).toEqual([[], []]);
      expect(await scorer.contributions(historyOf(0), [])).toEqual([]);
    });

    it("rejects with the signal's reason when it aborts", async () => {
      const reason = new Error("enough");
      const signal = AbortSignal.abort(reason);
      await expect(scorer.score(historyOf(0), signal)).rejects.toBe(reason);
      await expect(scorer.contributions(historyOf(0), [1], signal)).rejects.toBe(reason);
    });

    describe.runIf(personal)("and knows the person", () => {
      it("puts every user's withheld item first among those not seen", async () => {
        const firsts: number[] = [];
        for (const user of board.withheld.keys()) {
          const scores = await scorer.score(historyOf(user));
          for (const { item } of historyOf(user)) scores[item] = Number.NEGATIVE_INFINITY;
          firsts.push(scores.indexOf(Math.max(...scores)));
        }
        expect(firsts).toEqual([...board.withheld]);
      });

      it("counts what was liked a second ago", async () => {
        const before = await scorer.score(historyOf(0));
        const after = await scorer.score([...historyOf(0), liked(BLOCK_ITEMS)]);
        const other = BLOCK_ITEMS + 1;
        expect(after[other]).toBeGreaterThan(before[other] ?? 0);
      });

      it.runIf(fades)("weighs the latest more than the oldest", async () => {
        const scores = await scorer.score([liked(0), ...Array.from({ length: 6 }, () => liked(BLOCK_ITEMS))]);
        const turned = await scorer.score([...Array.from({ length: 6 }, () => liked(BLOCK_ITEMS)), liked(0)]);
        expect(turned[1]).toBeGreaterThan(scores[1] ?? 0);
      });

      it("pushes a disliked item's like away, and lifts nothing by a dislike", async () => {
        const before = await scorer.score([liked(0)]);
        const after = await scorer.score([disliked(1), liked(0)]);
        expect(after[2]).toBeLessThan(before[2] ?? 0);
        for (const item of before.keys()) {
          if (item !== 1) expect(after[item]).toBeLessThanOrEqual((before[item] ?? 0) + 1e-6);
        }
      });

      it("does not let a dislike make a like older", async () => {
        const other = BLOCK_ITEMS + 3;
        const before = await scorer.contributions([liked(0)], [2]);
        const after = await scorer.contributions([liked(0), disliked(other)], [2]);
        expect(after[0]?.[0]?.amount).toBeCloseTo(before[0]?.[0]?.amount ?? Number.NaN, 6);
      });
    });
  });
}

function liked(item: number): Taste {
  return { item, weight: 1 };
}

function disliked(item: number): Taste {
  return { item, weight: -1 };
}
