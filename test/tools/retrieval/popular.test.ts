import { expect, test } from "vitest";
import { best } from "../../../tools/retrieval/best.ts";
import { popularRetriever } from "../../../tools/retrieval/popular.ts";

/** More than are put in order once. */
const SIZE = 50_000;
const NOTHING_ASKED = { text: undefined, like: [], unlike: [], history: [] };

function popularityOf(index: number): number {
  return ((index * 7919) % 1009) / 7;
}

const catalogue = {
  size: SIZE,
  statistics: (index: number) => ({ count: 0, mean: undefined, popularity: popularityOf(index) }),
};

test.each([1, 3, 400, 4000])(
  "the most popular of every %dth item are those that a look at all of them finds",
  async (step) => {
    const popular = popularRetriever(catalogue);
    const scores = Float64Array.from({ length: SIZE }, (_, index) => popularityOf(index));
    const allowed = Uint8Array.from({ length: SIZE }, (_, index) => Number(index % step === 0));
    for (const limit of [0, 1, 200, 3000]) {
      const found = await popular.retrieve(NOTHING_ASKED, allowed, limit);
      expect(found).toEqual(best(scores, allowed, limit));
    }
  },
);
