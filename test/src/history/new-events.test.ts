import { describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import type { NewHistoryEvent } from "../../../memory/users/history.ts";
import { type Candidate, newEvents } from "../../../src/history/new-events.ts";

function told(
  item: string,
  verdict: NewHistoryEvent["verdict"],
  at: number,
  value?: number,
  again = false,
): Candidate {
  return {
    event: {
      item: ItemId.parse(item),
      verdict,
      ...(value === undefined ? {} : { value }),
      scope: "always",
      provenance: { thread: "import/1", turn: 0, said: "", at },
    },
    again,
  };
}

const events = (...candidates: Candidate[]): NewHistoryEvent[] => candidates.map(({ event }) => event);
const words = (news: readonly NewHistoryEvent[]): string[] =>
  news.map(({ item, verdict, value, provenance }) => `${item} ${value ?? verdict} @${provenance.at}`);

describe("what of an import is news", () => {
  it("is nothing the second time, in whatever way a file tells it", () => {
    const batches = [
      [told("a", "rated", 5, 4), told("a", "seen", 6), told("b", "seen", 3), told("c", "wanted", 4)],
      [told("a", "rated", 5, 4), told("a", "rated", 9, 4, true), told("a", "seen", 12, undefined, true)],
      [told("a", "rated", 0, 4), told("a", "rated", 0, 2), told("d", "liked", 0), told("d", "seen", 0)],
    ];
    for (const batch of batches) {
      const first = newEvents([], batch);
      expect(first.length).toBeGreaterThan(0);
      expect(newEvents(first, batch)).toEqual([]);
    }
  });

  it("is a rating that differs from the one before it, and a viewing of another day", () => {
    const known = events(told("a", "rated", 5, 4));
    expect(words(newEvents(known, [told("a", "rated", 7, 4)]))).toEqual([]);
    expect(words(newEvents(known, [told("a", "rated", 7, 5)]))).toEqual(["a 5 @7"]);
    expect(words(newEvents(known, [told("a", "rated", 7, 4, true)]))).toEqual(["a 4 @7"]);
    expect(words(newEvents(known, [told("a", "seen", 7)]))).toEqual([]);
  });

  it("is of ratings without a day the last one of the file", () => {
    const first = newEvents([], [told("a", "rated", 0, 4), told("a", "rated", 0, 2)]);
    expect(words(first)).toEqual(["a 2 @0"]);
    expect(words(newEvents(first, [told("a", "rated", 0, 4)]))).toEqual(["a 4 @0"]);
  });

  it("is what is wanted only where nothing is known of it, also in the same import", () => {
    expect(words(newEvents([], [told("a", "wanted", 9), told("a", "seen", 3)]))).toEqual(["a seen @3"]);
    expect(words(newEvents(events(told("a", "rejected", 1)), [told("a", "wanted", 9)]))).toEqual([]);
  });

  it("comes in the order in which it happened", () => {
    const batch = [told("b", "rated", 9, 4), told("a", "liked", 2), told("c", "seen", 5)];
    expect(words(newEvents([], batch))).toEqual(["a liked @2", "c seen @5", "b 4 @9"]);
  });
});
