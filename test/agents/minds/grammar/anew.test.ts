import { describe, expect, it } from "vitest";
import { createUnderstanding } from "../../../../agents/minds/grammar/understand.ts";
import { UserId } from "../../../../memory/ids.ts";
import { createTitleLinker } from "../../../../tools/language/title-linker.ts";
import { filmFacets, films as filmItems } from "../../../fixtures/films.ts";
import { catalogueOf } from "../../../support/catalogue.ts";
import { blank, films, onTable } from "./reading.ts";

describe("a request that starts anew", () => {
  it.each([
    ["recommend me something", ""],
    ["I loved Alien and Casablanca, what now?", "like Alien and Casablanca"],
  ])("%s leaves what was on the table behind", (said, understood) => {
    expect(films.plan(said, onTable).understood).toBe(understood);
  });

  it("keeps what was asked for where a surprise is wanted", () => {
    expect(films.plan("surprise me", onTable).understood).toBe("Crime · a surprise");
  });

  it("keeps the request when what is on the table is praised", () => {
    expect(films.plan("I loved the first one, what else?", onTable).understood).toContain("Crime");
  });
});

describe("a title that is a facet value as well", () => {
  /** The film fixture with a series named as its first film: "Alien". */
  const catalogue = catalogueOf(
    filmItems.map((film) =>
      film.title === "Alien" ? { ...film, facets: { ...film.facets, series: ["Alien"] } } : film,
    ),
    [
      ...filmFacets,
      {
        name: "series",
        kind: "tags",
        aliases: ["series"],
        synonyms: {},
        lower: [],
        higher: [],
        low: [],
        high: [],
        order: [],
        spoken: {},
        strength: 0.6,
        shown: false,
      },
    ],
  );
  const reads = createUnderstanding(catalogue, createTitleLinker(catalogue));

  it.each([
    "like Alien but not horror",
    "something like Alien but not horror",
    "films like alien, but no horror",
  ])("is an example in “%s”", (text) => {
    const { request } = reads.plan({ ...blank, text }, undefined);
    expect(request.like).toHaveLength(1);
    expect(request.constraints.map(({ facet }) => facet)).toEqual(["genre"]);
  });
});

describe("an exclusion for good", () => {
  it.each(["I don't want any horror, ever", "never show me horror"])("%s is remembered", (said) => {
    const plan = films.plan(said);
    expect(plan.acts[0]).toMatchObject({ act: "prefer", polarity: "dislike", scope: "always" });
    expect(films.extract(said).facts).toMatchObject([
      { subject: { facet: "genre", value: "Horror" }, polarity: "dislike", scope: "always" },
    ]);
  });

  it("is no more than a wish without such a word", () => {
    expect(films.extract("I don't want any horror").facts).toEqual([]);
  });
});

describe("“forget that”", () => {
  it("takes what the last turn ruled out from the request as well", () => {
    const said = "I hate musicals";
    const [fact] = films.extract(said).facts;
    if (fact === undefined) throw new Error("nothing was extracted");
    const held = { ...fact, id: 1, user: UserId.parse("ada"), dataset: "films" };
    const table = { ...onTable, facts: [held] };
    expect(films.plan("newer", table).understood).toContain("not Musical");
    expect(films.plan("forget that", table).understood).not.toContain("Musical");
  });
});

describe("verdicts side by side", () => {
  it.each([
    ["4 stars for Alien, and I hated Fargo", "Alien rated 4, Fargo disliked"],
    ["I gave Fargo 5 and liked Heat", "Fargo rated 5, Heat liked"],
    ["5 stars for Heat and Alien", "Heat and Alien rated 5"],
    ["give Heat and Fargo a 4", "Fargo and Heat rated 4"],
  ])("%s: each has its own", (said, expected) => {
    const acts = films.plan(said).acts.filter((act) => act.act === "feedback");
    const told = acts.map(({ items, verdict, value }) => {
      const titles = items.map((item) => films.catalogue.title(films.catalogue.indexOf(item) ?? 0));
      return `${titles.join(" and ")} ${verdict}${value === undefined ? "" : ` ${value}`}`;
    });
    expect(told.join(", ")).toBe(expected);
  });
});
