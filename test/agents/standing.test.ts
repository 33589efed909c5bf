import { describe, expect, it } from "vitest";
import { withoutRuledOut, withStanding } from "../../agents/standing.ts";
import type { Fact, FactSubject } from "../../memory/users/profile.ts";
import { EMPTY_REQUEST } from "../../tools/retrieval/request.ts";
import { filmCatalogue, filmId } from "../fixtures/films.ts";
import { genre, under } from "../support/agent.ts";
import { shortlistOf, turnOf } from "../support/turns.ts";

const fact = (subject: FactSubject, polarity: Fact["polarity"] = "dislike"): Fact => ({
  id: 1,
  user: turnOf().user,
  dataset: "films",
  subject,
  polarity,
  strength: 0.9,
  scope: "always",
  provenance: { thread: "t1", turn: 1, said: "never again", at: 1 },
});
const horror: FactSubject = { about: "value", facet: "genre", value: "Horror" };
const testsWith = (...facts: Fact[]) =>
  withStanding(EMPTY_REQUEST, facts).constraints.map(({ test }) => test);

describe("what a person ruled out for good", () => {
  it("is added to every request, never to be relaxed", () => {
    expect(withStanding(EMPTY_REQUEST, [fact(horror)]).constraints).toEqual([
      {
        facet: "genre",
        test: { op: "none-of", values: ["Horror"] },
        strength: 1,
        said: "never again",
        source: "profile",
      },
    ]);
  });

  it("turns a disliked range round, open ends included", () => {
    const runtime = { about: "range", facet: "runtime" } as const;
    expect(testsWith(fact({ ...runtime, min: 180 }))).toEqual([{ op: "between", max: 180 }]);
    expect(testsWith(fact({ ...runtime, max: 60 }))).toEqual([{ op: "between", min: 60 }]);
    expect(testsWith(fact({ ...runtime, min: 60, max: 90 }))).toEqual([{ op: "outside", min: 60, max: 90 }]);
    expect(testsWith(fact(runtime))).toEqual([]);
  });

  it("gives way to what is asked for now", () => {
    const request = { ...EMPTY_REQUEST, constraints: [genre("Horror")] };
    expect(withStanding(request, [fact(horror)])).toBe(request);
    const short = { ...EMPTY_REQUEST, constraints: [under(90)] };
    expect(withStanding(short, [fact({ about: "range", facet: "runtime", max: 90 })])).toBe(short);
  });

  it("gives way tonight to what was said of tonight", () => {
    const tonight: Fact = { ...fact(horror, "neutral"), scope: "tonight" };
    expect(testsWith(fact(horror), tonight)).toEqual([]);
  });

  it("takes no part where it is liked or neutral", () => {
    expect(testsWith(fact(horror, "like"), fact(horror, "neutral"))).toEqual([]);
  });

  it("leaves the table, with a line in the trail", () => {
    const table = shortlistOf([filmId("Alien"), filmId("Heat"), filmId("Fargo")], 2);
    const left = withoutRuledOut(table, EMPTY_REQUEST, [fact(horror)], filmCatalogue());
    expect(left.candidates.map(({ item }) => item)).toEqual([filmId("Heat"), filmId("Fargo")]);
    expect(left.shown).toBe(2);
    expect(left.version).toBe(2);
    expect(left.trail).toMatchObject([
      { action: "dropped", item: filmId("Alien"), reason: "you said “never again”" },
    ]);
  });
});
