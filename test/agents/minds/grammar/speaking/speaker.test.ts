import { describe, expect, it } from "vitest";
import type { Act } from "../../../../../agents/acts.ts";
import { createSpeaker } from "../../../../../agents/minds/grammar/speaking/speaker.ts";
import type { Findings, Situation } from "../../../../../agents/minds/mind.ts";
import type { ItemId } from "../../../../../memory/ids.ts";
import type { Catalogue } from "../../../../../memory/items/catalogue.ts";
import type { Constraint } from "../../../../../memory/items/constraint.ts";
import type { HistoryEvent } from "../../../../../memory/users/history.ts";
import type { Fact } from "../../../../../memory/users/profile.ts";
import { EMPTY_REQUEST, type Request } from "../../../../../tools/retrieval/request.ts";
import { findingsFor, situationFor } from "../../../../contract/mind.ts";
import { cosmeticCatalogue } from "../../../../fixtures/cosmetics.ts";
import { filmCatalogue, filmId } from "../../../../fixtures/films.ts";
import { genre, under } from "../../../../support/agent.ts";
import { shortlistOf, turnOf } from "../../../../support/turns.ts";

const films = filmCatalogue();
const cosmetics = cosmeticCatalogue();

interface Said {
  readonly acts: readonly Act[];
  readonly request?: Partial<Request>;
  readonly findings?: Partial<Findings>;
  readonly situation?: Partial<Situation>;
  readonly catalogue?: Catalogue;
}

/** Every way the reply can be put: turns 1 to 6 of a thread. */
function variants({ acts, request, findings, situation, catalogue = films }: Said): string[] {
  const plan = { acts: [...acts], request: { ...EMPTY_REQUEST, ...request }, steps: [], understood: "" };
  const speak = createSpeaker(catalogue);
  return [1, 2, 3, 4, 5, 6].map((turn) =>
    speak(situationFor("…", { turn, ...situation }), findingsFor(plan, findings)),
  );
}

const cards = (...titles: string[]): Findings["items"] =>
  titles.map((title) => ({ id: filmId(title), title, facets: {}, score: 1, reasons: [] }));
const provenance = (said: string, at = 1) => ({ thread: "t", turn: 1, said, at });
const event = (
  verdict: HistoryEvent["verdict"],
  title: string,
  rest: Partial<HistoryEvent> = {},
): HistoryEvent => ({
  id: 1,
  user: turnOf().user,
  dataset: "films",
  item: filmId(title),
  verdict,
  scope: "always",
  provenance: provenance(`${verdict} ${title.toLowerCase()}`),
  ...rest,
});
const dislikesHorror: Fact = {
  id: 1,
  user: turnOf().user,
  dataset: "films",
  subject: { about: "value", facet: "genre", value: "Horror" },
  polarity: "dislike",
  strength: 1,
  scope: "tonight",
  provenance: provenance("no horror tonight", 2),
};
const decade: Constraint = {
  facet: "year",
  test: { op: "between", min: 1920, max: 1929 },
  strength: 0.6,
  said: "1920s",
  source: "said",
};
const noHorror: Constraint = {
  facet: "genre",
  test: { op: "none-of", values: ["Horror"] },
  strength: 1,
  said: "no horror",
  source: "said",
};
const feedback = (verdict: HistoryEvent["verdict"], items: ItemId[], value?: number): Act => ({
  act: "feedback",
  items,
  verdict,
  ...(value !== undefined && { value }),
  scope: "always",
  said: "…",
});

describe("the grammar's replies to a wish", () => {
  it("say in a line what the list is, and end as a list begins", () => {
    const said = variants({
      acts: [{ act: "seek" }],
      request: { count: 3, constraints: [genre("Crime"), under(150), noHorror] },
      findings: { items: cards("Heat", "Fargo", "Seven") },
    });
    for (const reply of said)
      expect(reply).toMatch(/three crime films under 150 minutes, without horror:$/iu);
    expect(new Set(said).size).toBeGreaterThan(1);
  });

  it("agree in number with one item", () => {
    const said = variants({
      acts: [{ act: "seek" }],
      request: { count: 1, constraints: [genre("Crime")] },
      findings: { items: cards("Heat") },
    });
    for (const reply of said) expect(reply).toMatch(/one crime film:$/iu);
  });

  it("say first, and exactly, what was let go", () => {
    const constraints = [genre("Sci-Fi"), decade, under(60)];
    const [reply] = variants({
      acts: [{ act: "seek" }],
      request: { count: 2, constraints },
      findings: { items: cards("Alien", "Gattaca"), relaxed: [decade, under(60)], matching: 0 },
    });
    expect(reply).toMatch(
      /^I have no sci-fi films from the twenties under 60 minutes, so I let go of “1920s” and “under 60 minutes”\. /u,
    );
    expect(reply).toMatch(/That leaves two sci-fi films:$/u);
  });

  it("do not claim that nothing fits when it is all known already", () => {
    const [reply] = variants({
      acts: [{ act: "seek" }],
      request: { count: 2, constraints: [genre("Western")] },
      findings: { items: cards("Alien", "Gattaca"), relaxed: [genre("Western")], matching: 3 },
    });
    expect(reply).toMatch(/^You know or turned down all my western films, so I let go of that\./u);
  });

  it("name the example that was asked for", () => {
    const said = variants({
      acts: [{ act: "seek" }],
      request: { count: 2, like: [filmId("Alien")] },
      findings: { items: cards("Aliens", "Gattaca") },
    });
    for (const reply of said) expect(reply).toMatch(/two films close to Alien:$/iu);
  });

  it("say the order that was asked for", () => {
    const said = variants({
      acts: [{ act: "seek" }],
      request: { count: 2, sort: { facet: "runtime", direction: "ascending" } },
      findings: { items: cards("Aliens", "Gattaca") },
    });
    for (const reply of said) expect(reply).toMatch(/two films, shortest first:$/iu);
  });

  it("admit that there are fewer than wanted, or none", () => {
    const request = { count: 5, constraints: [genre("Western"), under(90)] };
    const [few] = variants({ acts: [{ act: "seek" }], request, findings: { items: cards("High Noon") } });
    expect(few).toBe("I have only one western film under 90 minutes:");
    const [none] = variants({ acts: [{ act: "seek" }], request });
    expect(none).toBe("I find no western films under 90 minutes. Drop one wish and I'll look again.");
    const [noMore] = variants({ acts: [{ act: "more", instead: false }], request });
    expect(noMore).toBe("That was all: I have no more western films under 90 minutes.");
  });

  it("say no two turns running the same thing in the same words", () => {
    const said = variants({ acts: [{ act: "thank" }] });
    for (const [place, reply] of said.slice(1).entries()) expect(reply).not.toBe(said[place]);
  });
});

describe("the grammar's replies to feedback", () => {
  it.each([
    ["seen", /watched Heat|know Heat/u],
    ["liked", /Heat/u],
    ["disliked", /Heat/u],
    ["rejected", /Heat/u],
  ] as const)("acknowledge %s by name", (verdict, pattern) => {
    for (const reply of variants({ acts: [feedback(verdict, [filmId("Heat")])] })) {
      expect(reply).toMatch(pattern);
      expect(reply.length).toBeLessThan(80);
    }
  });

  it("agree in number with several items", () => {
    const replies = variants({ acts: [feedback("disliked", [filmId("Heat"), filmId("Fargo")])] });
    for (const reply of replies) {
      expect(reply).toContain("Heat and Fargo");
      expect(reply).not.toMatch(/Fargo (?:was|is)\b/u);
    }
  });

  it("repeat a rating on its scale", () => {
    for (const reply of variants({ acts: [feedback("rated", [filmId("Heat")], 4.5)] })) {
      expect(reply).toContain("4.5 out of 5 for Heat");
    }
  });

  it("answer two acts in one breath", () => {
    const [reply] = variants({
      acts: [feedback("seen", [filmId("Heat")]), { act: "thank" }],
    });
    expect(reply).toMatch(/Heat.*\. .+/u);
  });
});

describe("the grammar's answers", () => {
  const lookUp = (facets: string[], found: Partial<Findings["lookUps"][number]>) =>
    variants({
      acts: [{ act: "look-up", items: [filmId("Heat")], facets }],
      findings: {
        lookUps: [
          { item: filmId("Heat"), title: "Heat", facets: {}, text: undefined, missing: [], ...found },
        ],
      },
    })[0];

  it("say facets as people say them", () => {
    expect(lookUp(["director"], { facets: { director: ["Michael Mann"] } })).toBe(
      "Heat was directed by Michael Mann.",
    );
    expect(lookUp(["runtime"], { facets: { runtime: 170 } })).toBe("Heat runs 170 min.");
    expect(lookUp(["year"], { facets: { year: 1995 } })).toBe("Heat is from 1995.");
    expect(lookUp(["cast"], { facets: { cast: ["Al Pacino", "Robert De Niro"] } })).toBe(
      "Heat stars Al Pacino and Robert De Niro.",
    );
    expect(lookUp(["genre"], { facets: { genre: ["Crime", "Drama"] } })).toBe(
      "The genres of Heat are crime and drama.",
    );
    expect(lookUp(["country"], { facets: { country: ["USA"] } })).toBe("The country of Heat is USA.");
  });

  it("say that the catalogue does not know, rather than guess", () => {
    expect(lookUp(["director"], { missing: ["director"] })).toBe("The catalogue gives no director for Heat.");
  });

  it("portray an item with its prose", () => {
    expect(
      lookUp([], { facets: { genre: ["Crime"], year: 1995, runtime: 170 }, text: "A thief. A cop." }),
    ).toBe("Heat: A thief. A cop.\nCrime, 1995, 170 min.");
  });

  it("give a prediction with its interval and what it rests on", () => {
    const opinion = {
      item: filmId("Fargo"),
      title: "Fargo",
      prediction: { value: 3.94, low: 3.1, high: 4.7, level: 0.8 },
      claims: [],
      basis: 12,
    };
    const act: Act = { act: "would-like", items: [filmId("Fargo")] };
    const [known] = variants({ acts: [act], findings: { opinions: [opinion] } });
    expect(known).toBe(
      "Fargo: probably yes. I expect 3.9 from you, with 80 % certainty between 3.1 and 4.7. I go by the twelve films you've judged so far.",
    );
    const [unknown] = variants({
      acts: [act],
      findings: { opinions: [{ ...opinion, prediction: undefined }] },
    });
    expect(unknown).toContain("I know too little about you");
  });

  it("give the claims for why, or say that there are none", () => {
    const item = filmId("Heat");
    const claims = [
      { claim: "Shares Crime with Fargo", evidence: [{ kind: "statistics" as const, count: 1 }] },
    ];
    const act: Act = { act: "why", items: [item] };
    expect(variants({ acts: [act], findings: { claims: [{ item, claims }] } })[0]).toBe(
      "Why Heat: Shares Crime with Fargo.",
    );
    expect(variants({ acts: [act] })[0]).toContain("no reason that I could prove");
  });

  it("tell for why what would be otherwise, however many claims come before it", () => {
    const item = filmId("Heat");
    const plain = ["One", "Two", "Three", "Four", "Five"].map((claim) => ({
      claim,
      evidence: [{ kind: "statistics" as const, count: 1 }],
    }));
    const otherwise = {
      claim: "Without Fargo it would fall",
      evidence: [
        { kind: "counterfactual" as const, without: filmId("Fargo"), title: "Fargo", from: 1, to: 3 },
      ],
    };
    const act: Act = { act: "why", items: [item] };
    const claims = [{ item, claims: [...plain, otherwise] }];
    expect(variants({ acts: [act], findings: { claims } })[0]).toBe(
      "Why Heat: One. Two. Three. Without Fargo it would fall.",
    );
  });

  it("compare by what differs", () => {
    const comparison = {
      items: [
        { item: filmId("Heat"), title: "Heat" },
        { item: filmId("Fargo"), title: "Fargo" },
      ],
      rows: [
        { facet: "genre", values: [["Crime"], ["Crime"]], shared: ["Crime"] },
        { facet: "runtime", values: [170, 98], shared: [] },
      ],
      predictions: [undefined, undefined],
      forYou: filmId("Fargo"),
    };
    const act: Act = { act: "compare", items: [filmId("Heat"), filmId("Fargo")] };
    expect(variants({ acts: [act], findings: { comparison } })[0]).toBe(
      "Heat and Fargo are both crime films. Fargo is shorter (98 min against 170 min). For you I'd take Fargo.",
    );
    const expecting = (item: string, value: number) => ({
      item: filmId(item),
      value,
      low: value - 1,
      high: value + 1,
    });
    const torn = { ...comparison, predictions: [expecting("Heat", 4), expecting("Fargo", 3.6)] };
    expect(variants({ acts: [act], findings: { comparison: torn as never } })[0]).toMatch(
      / Fargo is closer to what you liked, but I expect a higher mark from you for Heat: 4\.0, against 3\.6 for Fargo\.$/u,
    );
  });
});

describe("the grammar's replies about memory", () => {
  it("show what is known with the sentence it came from, newest first", () => {
    const [reply] = variants({
      acts: [{ act: "recall-memory" }],
      situation: { facts: [dislikesHorror], history: [event("rated", "Heat", { value: 4 })] },
    });
    expect(reply?.split("\n").slice(1)).toEqual([
      "- you want no horror films, tonight only (you said “no horror tonight”)",
      "- you gave Heat 4 (you said “rated heat”)",
    ]);
  });

  it("say so when nothing is known", () => {
    for (const reply of variants({ acts: [{ act: "recall-memory" }] }))
      expect(reply).toMatch(/^Nothing (?:yet|so far)/u);
  });

  it("say exactly what was forgotten", () => {
    const act: Act = { act: "forget", what: "subject", items: [] };
    const forgotten = { facts: [dislikesHorror], events: [event("seen", "Heat")] };
    expect(variants({ acts: [act], findings: { forgotten } })[0]).toBe(
      "Forgotten: that you want no horror films and you've watched Heat.",
    );
    expect(variants({ acts: [act] })[0]).toBe("I had nothing like that to forget.");
  });
});

describe("the grammar's replies when it is lost", () => {
  it("offer the nearest titles", () => {
    const act: Act = { act: "unknown-title", title: "Heet", nearest: [filmId("Heat"), filmId("Seven")] };
    for (const reply of variants({ acts: [act] }))
      expect(reply).toMatch(/“Heet”.*Did you mean Heat or Seven\?$/u);
  });

  it("count the list that a reference missed", () => {
    const act: Act = { act: "unknown-reference", said: "the third" };
    const shortlist = shortlistOf([filmId("Heat"), filmId("Fargo")]);
    for (const reply of variants({ acts: [act], situation: { shortlist } })) {
      expect(reply).toMatch(/“the third”.*The list has two films/u);
    }
    expect(variants({ acts: [act] })[0]).toContain("There is no list yet");
  });

  it("offer what they can do, from this catalogue", () => {
    for (const reply of variants({ acts: [{ act: "out-of-scope" }] })) expect(reply).toMatch(/films.*Try “/u);
    for (const reply of variants({ acts: [{ act: "out-of-scope" }], catalogue: cosmetics })) {
      expect(reply).not.toMatch(/film|watch|genre|director/iu);
      expect(reply).toContain(cosmetics.noun.many);
    }
  });
});

describe("the grammar over another catalogue", () => {
  const every: Act[] = [
    { act: "help" },
    { act: "greet" },
    { act: "thank" },
    { act: "leave" },
    { act: "undo" },
    { act: "start-over" },
    { act: "recall-memory" },
    { act: "unknown-title", title: "X", nearest: [] },
    { act: "seek" },
    { act: "more", instead: true },
  ];

  it.each(every)("says nothing of films: $act", (act) => {
    for (const reply of variants({ acts: [act], catalogue: cosmetics })) {
      expect(reply).not.toMatch(/\bfilms?\b|\bmovies?\b|watch|genre|director/iu);
      expect(reply.trim()).not.toBe("");
      expect(reply).not.toMatch(/undefined|NaN|\[object| {2}|\.\.(?!\.)/u);
    }
  });
});
