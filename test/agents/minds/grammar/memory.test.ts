import { describe, expect, it } from "vitest";
import { UserId } from "../../../../memory/ids.ts";
import type { Fact } from "../../../../memory/users/profile.ts";
import { filmId } from "../../../fixtures/films.ts";
import { blank, films, onTable } from "./reading.ts";

function factOf(value: string, polarity: Fact["polarity"], turn = 1): Fact {
  return {
    id: turn,
    user: UserId.parse("ada"),
    dataset: "films",
    subject: { about: "value", facet: "genre", value },
    polarity,
    strength: 0.9,
    scope: "always",
    provenance: { thread: "t1", turn, said: `I have a view on ${value}`, at: turn },
  };
}

describe("what memory rules out", () => {
  const hatesHorror = { ...blank, facts: [factOf("Horror", "dislike")] };

  it("stands in every request as a constraint that nothing relaxes", () => {
    expect(films.plan("90s sci-fi", hatesHorror).request.constraints.at(-1)).toEqual({
      facet: "genre",
      test: { op: "none-of", values: ["Horror"] },
      strength: 1,
      said: "I have a view on Horror",
      source: "profile",
    });
  });

  it("gives way to what is asked for right now, also in the turns that refine it", () => {
    const plan = films.plan("tonight a horror film", hatesHorror);
    expect(plan.understood).toBe("Horror");
    const next = films.plan("shorter", { ...onTable, facts: hatesHorror.facts, request: plan.request });
    expect(next.understood).toBe("Horror · up to 126 min");
  });

  it("holds from the very turn it is said in", () => {
    expect(films.plan("something from the 90s, I hate westerns").understood).toBe("1990–1999 · not Western");
    expect(films.plan("I hate westerns", onTable).understood).toBe("Crime · not Western");
  });

  it("ends when it is withdrawn or forgotten", () => {
    const listed = { ...onTable, facts: hatesHorror.facts, request: films.plan("90s", hatesHorror).request };
    expect(films.plan("I don't mind horror any more", listed).understood).toBe("1990–1999");
    expect(films.plan("forget that I hate horror", listed).understood).toBe("1990–1999");
    expect(films.plan("forget everything", listed).understood).toBe("1990–1999");
  });

  it("lets likes constrain nothing in later requests", () => {
    expect(
      films.plan("something from the 90s", { ...blank, facts: [factOf("Western", "like")] }).understood,
    ).toBe("1990–1999");
  });
});

describe("what a turn leaves in memory", () => {
  const provenance = (said: string): object => ({ thread: "t1", turn: 3, said, at: 1_000 });

  it("keeps a taste with the sentence it came from, word for word", () => {
    expect(films.extract("I hate horror").facts).toEqual([
      {
        subject: { about: "value", facet: "genre", value: "Horror" },
        polarity: "dislike",
        strength: 0.95,
        scope: "always",
        provenance: provenance("I hate horror"),
      },
    ]);
  });

  it("keeps what holds for tonight, or for somebody else, apart", () => {
    expect(films.extract("no musicals tonight").facts).toMatchObject([
      { polarity: "dislike", scope: "tonight" },
    ]);
    expect(films.extract("my wife can't stand westerns").facts).toMatchObject([
      { polarity: "dislike", scope: "tonight" },
    ]);
  });

  it.each([
    "no horror",
    "90s sci-fi without horror",
    "nothing from the 80s",
    "like Alien but not horror",
    "I don't want horror",
  ])("makes no fact of a bare wish: %s", (said) => {
    expect(films.extract(said)).toEqual({ facts: [], events: [], forget: undefined });
  });

  it("keeps feedback as events, ratings on the catalogue's scale", () => {
    expect(films.extract("seen the first, 8/10 for the second", onTable).events).toEqual([
      {
        item: filmId("Heat"),
        verdict: "seen",
        scope: "always",
        provenance: provenance("seen the first, 8/10 for the second"),
      },
      {
        item: filmId("Fargo"),
        verdict: "rated",
        value: 4,
        scope: "always",
        provenance: provenance("seen the first, 8/10 for the second"),
      },
    ]);
  });

  it("forgets the turn that last added something, a subject, items, or everything", () => {
    const facts = [factOf("Horror", "dislike", 1), factOf("Western", "like", 2)];
    expect(films.extract("forget that", { ...blank, facts }).forget).toEqual({
      kind: "turn",
      thread: "t1",
      turn: 2,
    });
    expect(films.extract("forget that").forget).toBeUndefined();
    const imported = { thread: "import/1/2026", turn: 0, said: "ratings.csv: Heat, 5 of 5", at: 9 };
    const history = [
      {
        id: 1,
        user: UserId.parse("ada"),
        dataset: "films",
        item: filmId("Heat"),
        verdict: "liked" as const,
        scope: "always" as const,
        provenance: imported,
      },
    ];
    expect(films.extract("forget that", { ...blank, history }).forget).toBeUndefined();
    expect(films.extract("forget what I said about musicals").forget).toEqual({
      kind: "facts",
      facet: "genre",
      value: "Musical",
    });
    expect(films.extract("forget Heat").forget).toEqual({ kind: "items", items: [filmId("Heat")] });
    expect(films.extract("forget everything").forget).toEqual({ kind: "all" });
  });
});
