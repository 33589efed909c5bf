import { describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import {
  type Candidate,
  cleared,
  dropped,
  EMPTY_SHORTLIST,
  ordered,
  replaced,
  Shortlist,
  shownItems,
} from "../../../memory/items/shortlist.ts";

const id = (name: string): ItemId => ItemId.parse(name);
const candidate = (name: string, score: number): Candidate => ({ item: id(name), score, ranks: {} });
const names = (list: Shortlist): string[] => list.candidates.map(({ item }) => item);

const abc = replaced(EMPTY_SHORTLIST, "retrieve", {
  candidates: [candidate("a", 3), candidate("b", 2), candidate("c", 1)],
  shown: 2,
  considered: 40,
  reason: ({ score }) => `found with ${score}`,
});

describe("a shortlist", () => {
  it("gains a version, candidates and a trail when it is found", () => {
    expect(abc).toMatchObject({ version: 1, shown: 2, considered: 40 });
    expect(names(abc)).toEqual(["a", "b", "c"]);
    expect(abc.trail[0]).toEqual({
      by: "retrieve",
      action: "added",
      item: "a",
      reason: "found with 3",
      score: 3,
    });
    expect(Shortlist.parse(abc)).toEqual(abc);
  });

  it("stays as it was when a next version is made", () => {
    const before = structuredClone(abc);
    dropped(abc, "feedback", [id("a")], "you have seen it");
    ordered(abc, "score", { candidates: [candidate("c", 9)], shown: 1, reason: () => "taste" });
    expect(abc).toEqual(before);
    expect(EMPTY_SHORTLIST.trail).toEqual([]);
  });

  it("drops with a reason, and the next one moves up into view", () => {
    const next = dropped(abc, "feedback", [id("a"), id("nobody")], "you have seen it");
    expect(next.version).toBe(2);
    expect(shownItems(next)).toEqual(["b", "c"]);
    expect(next.trail.slice(3)).toEqual([
      { by: "feedback", action: "dropped", item: "a", reason: "you have seen it" },
    ]);
  });

  it("is the same list when nothing of it is dropped", () => {
    expect(dropped(abc, "feedback", [id("nobody")], "gone")).toBe(abc);
  });

  it("takes an order that is not that of the scores, and tells of what is shown", () => {
    const spread = [candidate("c", 1), candidate("a", 3), candidate("b", 2)];
    const next = ordered(abc, "score", {
      candidates: spread,
      shown: 2,
      reason: (_candidate, place) => `number ${place}`,
    });
    expect(names(next)).toEqual(["c", "a", "b"]);
    expect(next.trail.slice(3).map(({ item, reason }) => [item, reason])).toEqual([
      ["c", "number 1"],
      ["a", "number 2"],
    ]);
    expect(next.considered).toBe(40);
  });

  it("remembers what left when another list takes its place", () => {
    const next = replaced(dropped(abc, "feedback", [id("a")], "you have seen it"), "retrieve", {
      candidates: [candidate("d", 1)],
      shown: 5,
      considered: 1,
      reason: () => "found",
    });
    expect(next.trail.map(({ action, item }) => [action, item])).toEqual([
      ["dropped", "a"],
      ["added", "d"],
    ]);
    expect(next.shown).toBe(1);
  });

  it("is cleared into a new version, once", () => {
    const empty = cleared(abc);
    expect(empty).toEqual({ ...EMPTY_SHORTLIST, version: 2 });
    expect(cleared(empty)).toBe(empty);
  });
});
