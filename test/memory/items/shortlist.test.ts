import { describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import {
  type Candidate,
  dropItems,
  EMPTY_SHORTLIST,
  nextVersion,
  rescore,
  Shortlist,
  showNext,
  shownItems,
  trailOf,
} from "../../../memory/items/shortlist.ts";

const id = (name: string): ItemId => ItemId.parse(name);
const candidate = (name: string, score: number, ranks: Record<string, number> = {}): Candidate => ({
  item: id(name),
  score,
  ranks,
});
const add = (...candidates: Candidate[]) => candidates.map((one) => ({ candidate: one, reason: "found" }));
const names = (list: Shortlist): string[] => list.candidates.map(({ item }) => item);

const abc = nextVersion(EMPTY_SHORTLIST, {
  by: "retrieve",
  add: add(candidate("a", 3, { words: 1 }), candidate("b", 2), candidate("c", 1)),
  shown: 2,
  considered: 40,
});

describe("a shortlist", () => {
  it("gains a version, candidates and a trail with every change", () => {
    expect(abc).toMatchObject({ version: 1, shown: 2, considered: 40 });
    expect(names(abc)).toEqual(["a", "b", "c"]);
    expect(trailOf(abc, id("a"))).toEqual([
      { by: "retrieve", action: "added", item: "a", reason: "found", score: 3 },
    ]);
    expect(Shortlist.parse(abc)).toEqual(abc);
  });

  it("stays as it was when a next version is made", () => {
    const before = structuredClone(abc);
    dropItems(abc, "feedback", [id("a")], "you have seen it");
    rescore(abc, "score", new Map([[id("c"), 9]]), "taste");
    expect(abc).toEqual(before);
    expect(EMPTY_SHORTLIST.trail).toEqual([]);
  });

  it("drops with a reason, and the next one moves up into view", () => {
    const next = dropItems(abc, "feedback", [id("a"), id("nobody")], "you have seen it");
    expect(shownItems(next)).toEqual(["b", "c"]);
    expect(trailOf(next, id("a")).at(-1)).toMatchObject({ action: "dropped", reason: "you have seen it" });
    expect(trailOf(next, id("nobody"))).toEqual([]);
  });

  it("joins the ranks of a candidate that two retrievers found", () => {
    const next = nextVersion(abc, { by: "retrieve", add: add(candidate("a", 4, { popular: 7 })) });
    expect(names(next)).toEqual(["a", "b", "c"]);
    expect(next.candidates[0]).toMatchObject({ score: 4, ranks: { words: 1, popular: 7 } });
  });

  it("orders by new scores; the unscored keep their places, and ties their order", () => {
    const scores = new Map([
      [id("a"), 1],
      [id("c"), 5],
    ]);
    expect(names(rescore(abc, "score", scores, "taste"))).toEqual(["c", "b", "a"]);
    const tied = new Map(["a", "b", "c"].map((name) => [id(name), 1]));
    expect(names(rescore(abc, "score", tied, "taste"))).toEqual(["a", "b", "c"]);
  });

  it("shows the next ones, as many as there are", () => {
    const next = showNext(abc, "feedback", 2);
    expect(shownItems(next)).toEqual(["c"]);
    expect(trailOf(next, id("b")).at(-1)).toMatchObject({ action: "dropped", reason: "shown before" });
    expect(shownItems(showNext(next, "feedback", 2))).toEqual([]);
  });

  it("shows no more than there are", () => {
    expect(nextVersion(abc, { by: "retrieve", shown: 10 }).shown).toBe(3);
  });

  it("keeps the newest of a long trail", () => {
    let list = abc;
    for (let round = 0; round < 800; round++)
      list = rescore(
        list,
        "score",
        new Map([
          [id("a"), round],
          [id("b"), 0],
          [id("c"), 0],
        ]),
        "again",
      );
    expect(list.trail).toHaveLength(2_000);
    expect(trailOf(list, id("a")).at(-1)?.score).toBe(799);
  });
});
