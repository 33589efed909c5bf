import { describe, expect, it } from "vitest";
import type { HistoryEvent } from "../../../../memory/users/history.ts";
import { filmId } from "../../../fixtures/films.ts";
import { blank, films, onTable, told, toolsOf } from "./reading.ts";

function event(title: string, verdict: HistoryEvent["verdict"], value?: number): Omit<HistoryEvent, "user"> {
  return {
    id: 1,
    dataset: "films",
    item: filmId(title),
    verdict,
    ...(value === undefined ? {} : { value }),
    scope: "always",
    provenance: { thread: "t0", turn: 1, said: title, at: 10 },
  };
}

describe("what is put on the watchlist", () => {
  it.each([
    ["put Alien on my watchlist", "wanted Alien"],
    ["please add Heat and Fargo to my watch list", "wanted Heat, Fargo"],
    ["I want to see Alien", "wanted Alien"],
    ["I'd really like to watch Fargo some day", "wanted Fargo"],
    ["I've been meaning to watch Heat", "wanted Heat"],
    ["remind me of Fargo", "wanted Fargo"],
    ["remind me to watch Fargo tomorrow", "wanted Fargo"],
    ["save Heat for later", "wanted Heat"],
    ["put Blargon on my watchlist", "unknown-title Blargon"],
    ["put it on my watchlist", "unknown-reference"],
  ])("%s", (said, acts) => {
    const plan = films.plan(said);
    expect(told(plan, films)).toBe(acts);
    expect(toolsOf(plan)).toBe("");
  });

  it.each([
    ["add the second to my watchlist", "wanted Fargo"],
    ["save the first for later", "wanted Heat"],
    ["put these on my list", "wanted Heat, Fargo, Goodfellas, Seven, Psycho"],
  ])("%s leaves the list on the table as it is", (said, acts) => {
    const plan = films.plan(said, onTable);
    expect(told(plan, films)).toBe(acts);
    expect(toolsOf(plan)).toBe("");
  });

  it("is kept for good, with the sentence it was said in", () => {
    expect(films.extract("I want to see Alien").events).toEqual([
      {
        item: filmId("Alien"),
        verdict: "wanted",
        scope: "always",
        provenance: { thread: "t1", turn: 3, said: "I want to see Alien", at: 1_000 },
      },
    ]);
  });

  it.each([
    "I want to see a comedy",
    "I want to watch something scary",
    "I'd like to see something like Heat",
  ])("“%s” asks for a list instead", (said) =>
    expect(toolsOf(films.plan(said))).toBe("retrieve score rate explain"),
  );
});

describe("what is taken off the watchlist", () => {
  const alien = event("Alien", "wanted") as HistoryEvent;
  const heat = event("Heat", "rated", 4) as HistoryEvent;

  it("is forgotten where it was only wanted", () => {
    const plan = films.plan("take Alien off my watchlist", { ...blank, history: [alien] });
    expect(told(plan, films)).toBe("forget items Alien");
  });

  it("costs nobody a rating", () => {
    const plan = films.plan("remove Heat from my watchlist", { ...blank, history: [heat] });
    expect(plan.acts).toEqual([{ act: "recall-memory", items: [filmId("Heat")] }]);
  });
});

describe("what is asked of the watchlist", () => {
  it.each([
    "what's on my watchlist?",
    "show me my watchlist",
    "my watchlist",
    "which films are on my watch list?",
    "what did I want to see?",
  ])("“%s” lists it", (said) =>
    expect(films.plan(said).acts).toEqual([{ act: "recall-memory", only: "wanted" }]),
  );

  it.each([
    "something from my watchlist",
    "recommend something from my watch list",
    "what should I watch from my list",
    "something I want to see",
  ])("“%s” seeks in it alone, whatever was asked before", (said) => {
    for (const situation of [blank, onTable]) {
      const { request, understood } = films.plan(said, situation);
      expect(request).toMatchObject({ only: "wanted", constraints: [] });
      expect(request.text).toBeUndefined();
      expect(understood).toBe("on your watchlist");
    }
  });

  it("holds together with other wishes, and through critiques", () => {
    const { request } = films.plan("a comedy from my watchlist");
    expect(request).toMatchObject({ only: "wanted", constraints: [{ facet: "genre" }] });
    expect(films.plan("only from my watchlist", onTable).request).toMatchObject({
      only: "wanted",
      constraints: [{ facet: "genre" }],
    });
    const before = { ...onTable, request: { ...onTable.request, only: "wanted" as const } };
    expect(films.plan("shorter", before).request.only).toBe("wanted");
    expect(films.plan("a horror film from the seventies", before).request.only).toBeUndefined();
  });
});

describe("questions about what happened", () => {
  it.each([
    ["have I seen Heat?", "Heat"],
    ["have I already watched Fargo?", "Fargo"],
    ["did I like Alien?", "Alien"],
    ["what did I give Heat?", "Heat"],
    ["how did I rate Fargo?", "Fargo"],
    ["when did I see Alien?", "Alien"],
    ["is Heat on my watchlist?", "Heat"],
  ])("“%s” is answered from memory and changes none", (said, title) => {
    const plan = films.plan(said);
    expect(plan.acts).toEqual([{ act: "recall-memory", items: [filmId(title)] }]);
    expect(films.extract(said)).toMatchObject({ facts: [], events: [] });
  });

  it("is about what is on the table as well", () => {
    expect(films.plan("have I seen the second one?", onTable).acts).toEqual([
      { act: "recall-memory", items: [filmId("Fargo")] },
    ]);
  });

  it("is a question about taste as well, and notes none", () => {
    expect(films.extract("do I like horror?")).toMatchObject({ facts: [], events: [] });
    expect(told(films.plan("do I like horror?"), films)).toBe("recall-memory");
  });

  it.each([
    ["have you seen Heat?", "look-up Heat ()"],
    ["remind me what Heat is about", "look-up Heat ()"],
    ["what films do I want to see?", "recall-memory"],
    ["what have I watched?", "recall-memory"],
  ])("“%s” notes nothing either", (said, acts) => {
    expect(told(films.plan(said), films)).toBe(acts);
    expect(films.extract(said)).toMatchObject({ facts: [], events: [] });
  });

  it.each(["I have seen Heat", "seen Heat", "I've watched Heat already"])("“%s” still tells", (said) =>
    expect(told(films.plan(said), films)).toBe("seen Heat"),
  );
});
