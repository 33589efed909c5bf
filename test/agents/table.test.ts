import { describe, expect, it } from "vitest";
import { afterActs, sameWish } from "../../agents/table.ts";
import { shownItems } from "../../memory/items/shortlist.ts";
import { EMPTY_REQUEST } from "../../tools/retrieval/request.ts";
import { filmId } from "../fixtures/films.ts";
import { genre } from "../support/agent.ts";
import { shortlistOf } from "../support/turns.ts";

const [alien, heat, fargo, seven] = ["Alien", "Heat", "Fargo", "Seven"].map(filmId) as [
  ReturnType<typeof filmId>,
  ReturnType<typeof filmId>,
  ReturnType<typeof filmId>,
  ReturnType<typeof filmId>,
];
const request = { ...EMPTY_REQUEST, count: 2 };
const table = {
  request,
  shortlist: shortlistOf([alien, heat, fargo, seven], 2),
  offered: [alien, heat],
  relaxed: [],
};
const nothing = { facts: [], events: [], forget: undefined };

describe("what lies on the table", () => {
  it("moves the next ones up for more, and remembers what was shown", () => {
    const after = afterActs(table, [{ act: "more", instead: false }], request, nothing);
    expect(shownItems(after.shortlist)).toEqual([fargo, seven]);
    expect(after.offered).toEqual([alien, heat]);
    expect(after.shortlist.trail.map(({ item, reason }) => [item, reason])).toEqual([
      [alien, "already shown"],
      [heat, "already shown"],
    ]);
    expect(table.shortlist.candidates).toHaveLength(4);
  });

  it("loses what was judged", () => {
    const provenance = { thread: "t", turn: 1, said: "seen it", at: 1 };
    const events = [{ item: alien, verdict: "seen" as const, scope: "always" as const, provenance }];
    const after = afterActs(table, [{ act: "thank" }], request, { ...nothing, events });
    expect(shownItems(after.shortlist)).toEqual([heat, fargo]);
    expect(after.shortlist.version).toBe(table.shortlist.version + 1);
  });

  it("keeps what is wanted one day", () => {
    const provenance = { thread: "t", turn: 1, said: "on my list", at: 1 };
    const events = [{ item: alien, verdict: "wanted" as const, scope: "always" as const, provenance }];
    expect(afterActs(table, [{ act: "thank" }], request, { ...nothing, events })).toEqual(table);
  });

  it("is the same table when nothing on it was touched", () => {
    expect(afterActs(table, [{ act: "thank" }], request, nothing)).toEqual(table);
  });

  it("is cleared by starting over", () => {
    const after = afterActs(table, [{ act: "start-over" }], EMPTY_REQUEST, nothing);
    expect(after.shortlist.candidates).toEqual([]);
    expect(after.offered).toEqual([]);
  });

  it("remembers what was shown also when something else is wanted, for whoever then asks for others", () => {
    const crime = { ...request, constraints: [genre("Crime")] };
    expect(afterActs(table, [{ act: "seek" }], crime, nothing).offered).toEqual([alien, heat]);
    expect(afterActs(table, [{ act: "seek" }], { ...request, count: 9 }, nothing).offered).toEqual([
      alien,
      heat,
    ]);
    expect(sameWish(request, { ...request, count: 9 })).toBe(true);
  });
});
