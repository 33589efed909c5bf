import { describe, expect, it } from "vitest";
import { isMendable, problemsOf } from "../../agents/checks.ts";
import { ItemId } from "../../memory/ids.ts";
import { EMPTY_REQUEST } from "../../tools/retrieval/request.ts";
import { filmCatalogue, filmId } from "../fixtures/films.ts";
import { genre } from "../support/agent.ts";
import { shortlistOf, turnOf } from "../support/turns.ts";

const catalogue = filmCatalogue();
const two = { ...EMPTY_REQUEST, count: 2 };
const checksOf = (...args: Parameters<typeof turnOf>): string[] =>
  problemsOf(turnOf(...args), catalogue).map(({ check }) => check);

describe("the checks of a list", () => {
  it("find nothing wrong with a sound list, or with no list", () => {
    expect(checksOf({ request: two, shortlist: shortlistOf([filmId("Heat"), filmId("Alien")]) })).toEqual([]);
    expect(checksOf({ request: two })).toEqual([]);
  });

  it("find an item that the catalogue does not have", () => {
    expect(
      checksOf({ request: two, shortlist: shortlistOf([filmId("Heat"), ItemId.parse("ghost")]) }),
    ).toEqual(["unknown-item"]);
  });

  it("find an item that is there twice", () => {
    expect(checksOf({ request: two, shortlist: shortlistOf([filmId("Heat"), filmId("Heat")]) })).toEqual([
      "duplicate",
    ]);
  });

  it("find what does not meet a constraint, unless that was let go", () => {
    const request = { ...two, constraints: [genre("Sci-Fi")] };
    const shortlist = shortlistOf([filmId("Heat"), filmId("Alien")]);
    expect(problemsOf(turnOf({ request, shortlist }), catalogue)).toMatchObject([
      { check: "constraint", items: [filmId("Heat")] },
    ]);
    expect(checksOf({ request, shortlist, relaxed: request.constraints })).toEqual([]);
  });

  it("tell the rejected from the merely seen", () => {
    const event = (title: string, verdict: "seen" | "rejected") => ({
      id: 1,
      user: turnOf().user,
      dataset: "films",
      item: filmId(title),
      verdict,
      scope: "always" as const,
      provenance: { thread: "t1", turn: 1, said: verdict, at: 1 },
    });
    const known = { facts: [], history: [event("Heat", "seen"), event("Alien", "rejected")] };
    expect(
      problemsOf(
        turnOf({ request: two, known, shortlist: shortlistOf([filmId("Heat"), filmId("Alien")]) }),
        catalogue,
      ),
    ).toMatchObject([
      { check: "rejected", items: [filmId("Alien")] },
      { check: "seen", items: [filmId("Heat")] },
    ]);
  });

  it("notice a short list, which no plan can mend", () => {
    const problems = problemsOf(turnOf({ shortlist: shortlistOf([filmId("Heat")]) }), catalogue);
    expect(problems.map(({ check }) => check)).toEqual(["too-few"]);
    expect(problems.some(isMendable)).toBe(false);
  });
});
