import { describe, expect, it } from "vitest";
import { createSpeaker } from "../../../../../agents/minds/grammar/speaking/speaker.ts";
import type { Situation } from "../../../../../agents/minds/mind.ts";
import type { Constraint } from "../../../../../memory/items/constraint.ts";
import { EMPTY_SHORTLIST } from "../../../../../memory/items/shortlist.ts";
import type { HistoryEvent } from "../../../../../memory/users/history.ts";
import type { Objection } from "../../../../../tools/explaining/objections.ts";
import { EMPTY_REQUEST } from "../../../../../tools/retrieval/request.ts";
import { findingsFor, situationFor } from "../../../../contract/mind.ts";
import { filmCatalogue, filmId } from "../../../../fixtures/films.ts";
import { genre, under } from "../../../../support/agent.ts";
import { shortlistOf, turnOf } from "../../../../support/turns.ts";

const speak = createSpeaker(filmCatalogue());
const noHorror: Constraint = {
  facet: "genre",
  test: { op: "none-of", values: ["Horror"] },
  strength: 1,
  said: "no horror",
  source: "said",
};

/** Why an item is not on the list, in words. */
function objected(title: string, ...objections: Objection[]): string {
  const item = filmId(title);
  const plan = {
    acts: [{ act: "why-not" as const, items: [item] }],
    request: EMPTY_REQUEST,
    steps: [],
    understood: "",
  };
  return speak(situationFor("…"), findingsFor(plan, { unlisted: [{ item, objections }] }));
}

describe("why an item is not on the list", () => {
  const runtime = [{ facet: "runtime", value: 170 }];

  it.each<readonly [string, string, Objection]>([
    ["Heat", "Heat is there: it is the 2nd.", { kind: "listed", place: 2 }],
    ["Heat", "You told me that you've seen Heat.", { kind: "known", verdict: "seen" }],
    ["Heat", "You turned Heat down.", { kind: "known", verdict: "rejected" }],
    ["Heat", "Heat would fit; it came 9th, after what you see.", { kind: "behind", place: 9 }],
    ["Heat", "Heat is what I went by, so I don't suggest it itself.", { kind: "example" }],
    [
      "Heat",
      "Heat runs 170 min (you wanted under 120 minutes).",
      { kind: "unmet", constraint: under(120), values: runtime },
    ],
    [
      "Heat",
      "Heat runs 170 min (you told me “under 120 minutes”).",
      { kind: "unmet", constraint: { ...under(120), source: "profile" }, values: runtime },
    ],
    [
      "Heat",
      "Heat has no known runtime (you wanted under 120 minutes).",
      { kind: "unmet", constraint: under(120), values: [{ facet: "runtime", value: undefined }] },
    ],
  ])("%s: %s", (title, reply, objection) => expect(objected(title, objection)).toBe(reply));

  it("names of a list only what was ruled out", () => {
    const values = [{ facet: "genre", value: ["Horror", "Sci-Fi"] }];
    const reply = objected("Alien", { kind: "unmet", constraint: noHorror, values });
    expect(reply).toBe("Alien is a horror film, which you didn't want.");
    expect(reply).not.toMatch(/sci-fi/iu);
  });

  it("names only what is missing, each facet in its own words", () => {
    const keywords: Constraint = {
      facet: "keyword",
      test: { op: "all-of", values: ["slow burn", "heist", "Los Angeles"] },
      strength: 0.3,
      said: "slow-burn heist in Los Angeles",
      source: "said",
    };
    const director: Constraint = {
      facet: "director",
      test: { op: "any-of", values: ["Christopher Nolan"] },
      strength: 0.9,
      said: "Christopher Nolan",
      source: "said",
    };
    const length: Constraint = {
      ...under(135),
      test: { op: "between", min: 100, max: 135 },
      said: "long, anything shorter",
    };
    const own = (facet: string, value: string[] | number) => [{ facet, value }];
    expect(
      objected(
        "Heat",
        { kind: "unmet", constraint: keywords, values: own("keyword", ["detective", "Los Angeles"]) },
        { kind: "unmet", constraint: genre("Western"), values: own("genre", ["Crime"]) },
      ),
    ).toBe("Heat is no slow burn, no heist film and no western film.");
    expect(
      objected(
        "Heat",
        { kind: "unmet", constraint: director, values: own("director", ["Michael Mann"]) },
        { kind: "unmet", constraint: length, values: own("runtime", 170) },
      ),
    ).toBe(
      "Heat is directed by Michael Mann, not Christopher Nolan, and runs 170 min (you wanted at most 135).",
    );
  });

  it("says of what is known what it fails besides", () => {
    const constraint = under(120);
    expect(
      objected(
        "Heat",
        { kind: "known", verdict: "rejected" },
        { kind: "unmet", constraint, values: runtime },
      ),
    ).toBe("You turned Heat down. It also runs 170 min (you wanted under 120 minutes).");
  });

  it("tells no more than three of many", () => {
    const reply = objected(
      "Heat",
      { kind: "known", verdict: "seen" },
      { kind: "known", verdict: "liked" },
      { kind: "example" },
      { kind: "behind", place: 9 },
    );
    expect(reply).toContain("what I went by");
    expect(reply).not.toContain("9th");
  });
});

/** What is said of how the list came about. */
function accounted(about: "considered" | "left-out", situation: Partial<Situation>): string {
  const plan = {
    acts: [{ act: "account" as const, about }],
    request: EMPTY_REQUEST,
    steps: [],
    understood: "",
  };
  return speak(situationFor("…", situation), findingsFor(plan));
}

const asking = (...constraints: Constraint[]) => ({ request: { ...EMPTY_REQUEST, constraints } });

describe("how many were looked at", () => {
  const list = shortlistOf([filmId("Heat"), filmId("Fargo"), filmId("Seven")], 2);

  it("is told with how many there are", () => {
    expect(accounted("considered", { shortlist: list })).toBe(
      "3 of 34 films fit what you asked for; you see the best two.",
    );
    expect(accounted("considered", { shortlist: shortlistOf([filmId("Heat")]) })).toBe(
      "One film of 34 fits what you asked for; you see the best one.",
    );
  });

  it("is nothing before there is a list", () => {
    expect(accounted("considered", { shortlist: EMPTY_SHORTLIST })).toBe(
      "Nothing yet: there is no list. I have 34 films.",
    );
  });
});

describe("what was left out", () => {
  const event = (title: string, verdict: HistoryEvent["verdict"]): HistoryEvent => ({
    id: 1,
    user: turnOf().user,
    dataset: "films",
    item: filmId(title),
    verdict,
    scope: "always",
    provenance: { thread: "t", turn: 1, said: title, at: 1 },
  });
  const crime = asking(genre("Crime"));
  const heat = shortlistOf([filmId("Heat")]);

  it("is what is known already and what was turned down, of what fits", () => {
    const history = [
      event("Fargo", "seen"),
      event("Seven", "liked"),
      event("Rashomon", "rejected"),
      event("Alien", "seen"),
    ];
    const reply = accounted("left-out", { ...crime, history, shortlist: heat });
    expect(reply).toBe(
      "I left out Fargo and Seven, because you've seen them, and Rashomon, because you turned it down.",
    );
    expect(reply).not.toContain("Alien");
  });

  it("is told of one as of one", () => {
    const reply = accounted("left-out", { ...crime, history: [event("Fargo", "seen")], shortlist: heat });
    expect(reply).toBe("I left out Fargo, because you've seen it.");
  });

  it("is not what is wanted, nor what would not fit", () => {
    const history = [event("Fargo", "wanted"), event("Alien", "seen")];
    expect(accounted("left-out", { ...crime, history, shortlist: heat })).toBe(
      "Nothing that fits: what you see is all there is.",
    );
  });

  it("goes by what was said of an item last", () => {
    const history = [event("Fargo", "seen"), event("Fargo", "rejected")];
    expect(accounted("left-out", { ...crime, history, shortlist: heat })).toBe(
      "I left out Fargo, because you turned it down.",
    );
  });

  it("names four of many, and counts the others", () => {
    const titles = ["Fargo", "Seven", "Goodfellas", "Rashomon", "The Godfather", "The Silence of the Lambs"];
    const history = titles.map((title) => event(title, "seen"));
    expect(accounted("left-out", { ...crime, history, shortlist: heat })).toBe(
      "I left out Fargo, Seven, Goodfellas, Rashomon and 2 more, because you've seen them.",
    );
  });

  it("is what is further down the list", () => {
    const two = shortlistOf([filmId("Heat"), filmId("Fargo"), filmId("Seven")], 1);
    expect(accounted("left-out", { ...crime, shortlist: two })).toBe(
      "I left out two more that fit, further down the list: say “more”.",
    );
    expect(accounted("left-out", { ...crime, shortlist: { ...two, shown: 2 } })).toContain(
      "one more that fits",
    );
  });

  it("is told with what there is of each thing, where together they leave nothing more", () => {
    const several = asking(genre("Western"), under(100));
    const reply = accounted("left-out", { ...several, shortlist: shortlistOf([filmId("High Noon")]) });
    expect(reply).toMatch(
      /^Nothing that fits: what you see is all there is\. Of each by itself there is more: /u,
    );
    expect(reply).toContain("three western films");
    expect(reply).toContain("films under 100 minutes");
  });

  it("takes a demand for several values apart", () => {
    const both: Constraint = {
      ...genre("Crime"),
      test: { op: "all-of", values: ["Crime", "Comedy"] },
      said: "crime comedy",
    };
    const reply = accounted("left-out", { ...asking(both), shortlist: shortlistOf([filmId("Fargo")]) });
    expect(reply).toMatch(/Of each by itself there is more: .+ and .+\.$/u);
  });
});
