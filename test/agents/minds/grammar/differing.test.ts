import { describe, expect, it } from "vitest";
import { asksForTheOpposite, differingRequest } from "../../../../agents/minds/grammar/differing.ts";
import { EMPTY_REQUEST } from "../../../../tools/retrieval/request.ts";
import { filmId } from "../../../fixtures/films.ts";
import { films, onTable, told } from "./reading.ts";
import { following, wished } from "./spoken.ts";

describe("something completely different", () => {
  it.each([
    ["something completely different", true],
    ["something else entirely", true],
    ["Totally different, please", true],
    ["quite different", true],
    ["something different", false],
    ["something else", false],
    ["a completely silent film", false],
  ])("%s: %s", (said, expected) => expect(asksForTheOpposite(said)).toBe(expected));

  const asked = {
    ...following("a crime film from the 90s under two hours with Al Pacino, no horror"),
    shortlist: onTable.shortlist,
  };

  it("is anything but the kinds and people that were wanted; bounds and exclusions stay", () => {
    const plan = films.plan("something completely different", asked);
    expect(told(plan, films)).toBe("more instead");
    expect(wished(plan.request).sort()).toEqual([
      "cast none-of Al Pacino",
      "genre none-of Crime",
      "genre none-of Horror",
      "runtime between –119",
      "year between 1990–1999",
    ]);
  });

  it("is more than something different, which keeps to what was asked for", () => {
    const { request } = films.plan("something different", asked);
    expect(wished(request)).toContain("genre any-of Crime");
  });

  it("is unlike the examples, and of other kinds as long as there are any", () => {
    const request = differingRequest(
      { ...EMPTY_REQUEST, like: [filmId("Alien")], unlike: [filmId("Heat")], text: "lighthouse", count: 3 },
      films.catalogue,
    );
    expect(request).toMatchObject({ like: [], unlike: [filmId("Heat"), filmId("Alien")], count: 3 });
    expect(request.text).toBeUndefined();
    expect(wished(request)).toEqual(["genre none-of Horror, Sci-Fi"]);
    expect(request.constraints[0]?.strength).toBeLessThan(1);
  });

  it("turns no standing preference round", () => {
    const [said] = films.plan("a crime film").request.constraints;
    if (said === undefined) throw new Error("nothing was asked for");
    const request = { ...EMPTY_REQUEST, constraints: [said, { ...said, source: "profile" as const }] };
    expect(wished(differingRequest(request, films.catalogue))).toEqual(["genre none-of Crime"]);
  });
});
