import { describe, expect, test } from "vitest";
import { CompareInput, createCompareTool } from "../../tools/compare.ts";
import { fitRater } from "../../tools/rating/fit.ts";
import { createStatisticalRater } from "../../tools/rating/statistical-rater.ts";
import { filmCatalogue, filmId, filmInteractions } from "../fixtures/films.ts";
import { neighbourScorer } from "../support/neighbour-scorer.ts";

const catalogue = filmCatalogue();
const scorer = neighbourScorer(filmInteractions(), catalogue.size);
const rater = createStatisticalRater(
  await fitRater(filmInteractions(), { min: 1, max: 5 }, { items: catalogue.size, seed: 1 }),
);
const tool = createCompareTool({ catalogue, scorer, rater });
const compare = (titles: readonly string[], rest: object = {}) =>
  tool.run(CompareInput.parse({ items: titles.map(filmId), ...rest }));

describe("compare", () => {
  test("lays facets side by side and says what lists share", async () => {
    const { items, rows } = await compare(["Heat", "Goodfellas"]);
    expect(items.map(({ title }) => title)).toEqual(["Heat", "Goodfellas"]);
    expect(rows.find(({ facet }) => facet === "runtime")).toEqual({
      facet: "runtime",
      values: [170, 145],
      shared: [],
    });
    expect(rows.find(({ facet }) => facet === "cast")?.shared).toEqual(["Robert De Niro"]);
    expect(rows.find(({ facet }) => facet === "genre")?.shared).toEqual(["Crime", "Drama"]);
  });

  test("shares only what all of more than two have, and leaves out facets that none has", async () => {
    const { rows } = await compare(["Heat", "Goodfellas", "Unforgiven"]);
    expect(rows.find(({ facet }) => facet === "genre")?.shared).toEqual(["Drama"]);
    const bare = createCompareTool({
      catalogue: {
        ...catalogue,
        value: (index, facet) => (facet === "cast" ? undefined : catalogue.value(index, facet)),
      },
    });
    const found = await bare.run(CompareInput.parse({ items: [filmId("Heat"), filmId("Fargo")] }));
    expect(found.rows.map(({ facet }) => facet)).not.toContain("cast");
  });

  test("says who comes first for somebody whose taste is known, nobody otherwise", async () => {
    const taste = [{ item: filmId("Aliens"), weight: 1 }];
    expect((await compare(["Casablanca", "Alien"], { taste })).forYou).toBe(filmId("Alien"));
    expect((await compare(["Casablanca", "Alien"])).forYou).toBeUndefined();
  });

  test("predicts ratings from the ratings given, none without", async () => {
    const ratings = [{ item: filmId("Aliens"), value: 5 }];
    const { predictions } = await compare(["Alien", "Casablanca"], { ratings });
    const [alien, casablanca] = await rater.rate(
      [{ item: catalogue.indexOf(filmId("Aliens")) ?? -1, value: 5 }],
      [catalogue.indexOf(filmId("Alien")) ?? -1, catalogue.indexOf(filmId("Casablanca")) ?? -1],
    );
    expect(predictions).toEqual([alien, casablanca]);
    expect((await compare(["Alien", "Casablanca"])).predictions).toEqual([undefined, undefined]);
  });

  test("refuses a single item and unknown ones, and stops when aborted", async () => {
    expect(CompareInput.safeParse({ items: [filmId("Heat")] }).success).toBe(false);
    const unknown = tool.run(CompareInput.parse({ items: [filmId("Heat"), "nothing"] }));
    await expect(unknown).rejects.toMatchObject({ code: "unknown-item" });
    const reason = new Error("enough");
    const input = CompareInput.parse({ items: [filmId("Heat"), filmId("Fargo")] });
    await expect(tool.run(input, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test("tells a model row by row", async () => {
    const told = tool.tell(
      await compare(["Heat", "Goodfellas"], { taste: [{ item: filmId("Seven"), weight: 1 }] }),
    );
    expect(told).toContain("Heat | Goodfellas");
    expect(told).toContain("runtime: 170 min | 145 min");
    expect(told).toContain("(shared: Crime and Drama)");
  });
});
