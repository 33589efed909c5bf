import { describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import type { HistoryEvent } from "../../../memory/users/history.ts";
import { tasteOf } from "../../../tools/scoring/taste.ts";

type Event = Pick<HistoryEvent, "item" | "verdict" | "value">;
const stars = { min: 1, max: 5 };

function event(item: string, verdict: HistoryEvent["verdict"], value?: number): Event {
  return { item: ItemId.parse(item), verdict, ...(value === undefined ? {} : { value }) };
}

function weights(...events: Event[]): (readonly [string, number])[] {
  return tasteOf(events, stars).map(({ item, weight }) => [item, weight] as const);
}

describe("taste from a history", () => {
  it("weighs verdicts by the convention", () => {
    const events = [event("a", "liked"), event("b", "disliked"), event("c", "rejected"), event("d", "seen")];
    expect(weights(...events)).toEqual([
      ["a", 1],
      ["b", -1],
      ["c", -0.5],
      ["d", 0.3],
    ]);
  });

  it("weighs ratings by their distance from the middle of the scale", () => {
    const events = [5, 4, 2, 1].map((value) => event(`r${value}`, "rated", value));
    expect(weights(...events)).toEqual([
      ["r5", 1],
      ["r4", 0.5],
      ["r2", -0.5],
      ["r1", -1],
    ]);
  });

  it("is drawn a little to what is wanted, until anything else is said of it", () => {
    expect(weights(event("a", "wanted"))).toEqual([["a", 0.2]]);
    expect(weights(event("a", "wanted"), event("a", "seen"))).toEqual([["a", 0.3]]);
    expect(weights(event("a", "rated", 1), event("a", "wanted"))).toEqual([["a", -1]]);
  });

  it("leaves out what weighs nothing", () => {
    expect(weights(event("a", "rated", 3))).toEqual([]);
    expect(tasteOf([event("a", "rated", 5)], undefined)).toEqual([]);
  });

  it("lets the latest verdict count, and takes its place in the order", () => {
    expect(weights(event("a", "liked"), event("b", "liked"), event("a", "disliked"))).toEqual([
      ["b", 1],
      ["a", -1],
    ]);
  });

  it("does not let 'seen' weaken a judgement", () => {
    expect(weights(event("a", "disliked"), event("a", "seen"))).toEqual([["a", -1]]);
    expect(weights(event("a", "rated", 3), event("a", "seen"))).toEqual([]);
    expect(weights(event("a", "rejected"), event("a", "seen"))).toEqual([["a", 0.3]]);
  });
});
