import { beforeAll, describe, expect, it } from "vitest";
import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { ScoreInput, scoreTool } from "../../tools/score.ts";
import { positives } from "../../tools/scoring/interaction-rows.ts";
import { LINEAR_DEFAULTS } from "../../tools/scoring/linear-defaults.ts";
import { linearModel } from "../../tools/scoring/linear-file.ts";
import { fitLinear } from "../../tools/scoring/linear-fit.ts";
import { openOnnxScorer } from "../../tools/scoring/onnx-scorer.ts";
import type { Scorer } from "../../tools/scoring/scorer.ts";
import { sequencesOf } from "../../tools/scoring/sequences.ts";
import { asLangChainTool } from "../../tools/tool.ts";
import { filmCatalogue, filmFacets, filmId, filmInteractions, films } from "../fixtures/films.ts";

describe("the score tool", () => {
  const catalogue = filmCatalogue();
  const all = films.map(({ id }) => ({ item: id, ranks: {} }));
  let scorer: Scorer;
  let tool: ReturnType<typeof scoreTool>;
  beforeAll(async () => {
    const sequences = sequencesOf(positives(filmInteractions(), 4));
    // All viewers of the fixture watch in catalogue order, which says nothing: EASE has the say here.
    const options = { ...LINEAR_DEFAULTS, ease: 5, transition: 50, easeShare: 5 };
    const weights = await fitLinear(sequences, films.length, options);
    scorer = await openOnnxScorer("linear", await linearModel(weights, options.recency), films.length, {
      devices: ["cpu"],
    });
    tool = scoreTool({ catalogue, scorer, vectorOf: genreVector(catalogue) });
  });

  type Given = Partial<Parameters<typeof ScoreInput.parse>[0] & object>;
  async function titles(input: Given): Promise<string[]> {
    const { candidates } = await tool.run(ScoreInput.parse({ candidates: all, ...input }));
    return candidates.map(({ item }) => catalogue.title(catalogue.indexOf(item) ?? -1));
  }
  const loves = (...names: string[]): { item: ItemId; weight: number }[] =>
    names.map((name) => ({ item: filmId(name), weight: 1 }));
  const genresOf = (title: string): unknown => films.find((film) => film.title === title)?.facets.genre;
  const unseen = (...names: string[]): typeof all =>
    all.filter(({ item }) => !names.map(filmId).includes(item));

  it("puts first what a lover of animation has not seen yet", async () => {
    const seen = ["Spirited Away", "My Neighbor Totoro"];
    const [first = ""] = await titles({ candidates: unseen(...seen), taste: loves(...seen) });
    expect(first).toBe("Toy Story");
  });

  it("lets what was asked for lead over taste", async () => {
    const candidates = all.map((candidate) => {
      const rank = ["Spirited Away", "My Neighbor Totoro"].map(filmId).indexOf(candidate.item) + 1;
      return rank > 0 ? { ...candidate, ranks: { "full-text": rank, semantic: rank } } : candidate;
    });
    const order = await titles({
      candidates,
      request: { text: "spirits" },
      taste: loves("Unforgiven"),
      diversity: 0,
    });
    expect(order.slice(0, 2)).toEqual(["Spirited Away", "My Neighbor Totoro"]);
  });

  it("does not mistake popularity's or an order's ranks for an answer to the request", async () => {
    const candidates = all.map((candidate, place) => ({
      ...candidate,
      ranks: { popular: place + 1, order: 1 },
    }));
    const request = { text: "nothing anybody found" };
    const taste = loves("Unforgiven", "High Noon");
    expect(await titles({ candidates, request, taste })).toEqual(await titles({ taste }));
  });

  it("goes by examples through the scorer, away from those not wanted", async () => {
    const like = [filmId("Aliens")];
    const plain = await titles({ request: { like }, diversity: 0 });
    const without = await titles({ request: { like, unlike: [filmId("Psycho")] }, diversity: 0 });
    expect(plain.slice(0, 6).some((title) => String(genresOf(title)).includes("Sci-Fi"))).toBe(true);
    expect(without.indexOf("The Shining")).toBeGreaterThan(plain.indexOf("The Shining"));
  });

  it("goes by popularity and esteem for somebody unknown, and says so", async () => {
    const { by, candidates } = await tool.run(ScoreInput.parse({ candidates: all, diversity: 0 }));
    const popularity = (place: number): number =>
      catalogue.statistics(catalogue.indexOf(candidates[place]?.item ?? all[0]?.item ?? never()) ?? 0)
        .popularity;
    expect(by).toBe("popularity");
    expect(popularity(0)).toBeGreaterThan(popularity(all.length - 1));
  });

  it("keeps the like of what was turned down away from somebody otherwise unknown", async () => {
    const taste = ["Psycho", "The Shining"].map((name) => ({ item: filmId(name), weight: -1 }));
    const before = await titles({ diversity: 0 });
    const after = await titles({ taste, diversity: 0 });
    expect(after.indexOf("Alien")).toBeGreaterThan(before.indexOf("Alien"));
  });

  it("surprises somebody unknown without pretending to know the usual", async () => {
    const { candidates } = await tool.run(ScoreInput.parse({ candidates: all, request: { surprise: true } }));
    expect(candidates[0]?.ranks).toEqual({ esteem: expect.any(Number) });
  });

  it("says which scorer ran where", async () => {
    const { by } = await tool.run(ScoreInput.parse({ candidates: all, taste: loves("Heat") }));
    expect(by).toBe("linear on cpu");
  });

  it("lifts what meets a soft wish and rules nothing out", async () => {
    const preferences = [{ facet: "genre", value: "Musical", weight: 1 }];
    const before = await titles({ diversity: 0 });
    const after = await titles({ preferences, diversity: 0 });
    expect(after.indexOf("Singin' in the Rain")).toBeLessThan(before.indexOf("Singin' in the Rain"));
    expect([...after].sort()).toEqual([...before].sort());
  });

  it("varies the top more the more diversity is asked for", async () => {
    const taste = loves("Unforgiven", "High Noon", "The Matrix");
    const kinds = (order: string[]): number =>
      new Set(order.slice(0, 6).flatMap((title) => genresOf(title))).size;
    expect(kinds(await titles({ taste, diversity: 0.9 }))).toBeGreaterThan(
      kinds(await titles({ taste, diversity: 0 })),
    );
  });

  it("surprises by what is far from the usual", async () => {
    const taste = loves("Heat", "Goodfellas", "The Godfather");
    const usual = await titles({ taste, candidates: unseen("Heat", "Goodfellas", "The Godfather") });
    const surprise = await titles({
      taste,
      candidates: unseen("Heat", "Goodfellas", "The Godfather"),
      request: { surprise: true },
    });
    const crime = (order: string[]): number =>
      order.slice(0, 5).filter((title) => String(genresOf(title)).includes("Crime")).length;
    expect(crime(surprise)).toBeLessThan(crime(usual));
  });

  it("finds hidden gems: little known before well known", async () => {
    const popularity = (title: string): number =>
      catalogue.statistics(films.findIndex((film) => film.title === title)).popularity;
    const mean = (order: string[]): number =>
      order.slice(0, 8).reduce((sum, title) => sum + popularity(title), 0);
    expect(mean(await titles({ request: { renown: "obscure" }, diversity: 0 }))).toBeLessThan(
      mean(await titles({ request: { renown: "popular" }, diversity: 0 })),
    );
  });

  it("puts an order asked for above everything", async () => {
    const order = await titles({
      request: { sort: { facet: "year", direction: "ascending" } },
      taste: loves("Heat"),
    });
    const years = order.map((title) => films.find((film) => film.title === title)?.facets.year);
    expect(years).toEqual([...years].sort());
    expect(order[0]).toBe("Casablanca");
  });

  it("keeps scores falling along the list, ranks that came in, and tells a line for each", async () => {
    const candidates = all.map((candidate) => ({ ...candidate, ranks: { semantic: 7 } }));
    const ranking = await tool.run(ScoreInput.parse({ candidates, taste: loves("Heat") }));
    expect(ranking.considered).toBe(all.length);
    for (const [place, { item, score, ranks }] of ranking.candidates.entries()) {
      expect(score).toBeLessThanOrEqual(ranking.candidates[place - 1]?.score ?? Number.POSITIVE_INFINITY);
      expect(ranks).toMatchObject({ semantic: 7, taste: expect.any(Number) });
      expect(ranking.reasons[item]).toMatch(/number \d+ of 34 by your taste/);
    }
    expect(tool.tell(ranking)).toContain("34 candidates ordered by linear on cpu");
  });

  it("passes over tastes the catalogue holds no more, and refuses candidates it never had", async () => {
    const gone = ItemId.parse("gone");
    await expect(titles({ taste: [{ item: gone, weight: 1 }] })).resolves.toHaveLength(all.length);
    const strange = tool.run(ScoreInput.parse({ candidates: [{ item: gone, ranks: {} }] }));
    await expect(strange).rejects.toMatchObject({ code: "unknown-item" });
  });

  it("names the facets when asked to order by one that is not there", async () => {
    const request = { sort: { facet: "smell", direction: "ascending" } };
    await expect(titles({ request })).rejects.toMatchObject({
      code: "unknown-facet",
      hint: expect.stringContaining(filmFacets[0]?.name ?? ""),
    });
  });

  it("orders nothing without complaint, and stops when the signal aborts", async () => {
    expect(await titles({ candidates: [] })).toEqual([]);
    const reason = new Error("enough");
    const run = tool.run(ScoreInput.parse({ candidates: all }), AbortSignal.abort(reason));
    await expect(run).rejects.toBe(reason);
  });

  it("works for any LangChain agent", async () => {
    const answer: unknown = await asLangChainTool(tool).invoke({ candidates: all, taste: loves("Heat") });
    expect(answer).toContain("34 candidates ordered by linear on cpu");
  });
});

function never(): never {
  throw new Error("there is always a first film");
}

/** Unit vectors of genres: near where genres are shared. */
function genreVector(catalogue: Catalogue): (index: number) => Float32Array {
  const genres = catalogue.values("genre").map(({ value }) => value);
  return (index) => {
    const own = catalogue.value(index, "genre");
    const row = Float32Array.from(genres, (genre) => Number(Array.isArray(own) && own.includes(genre)));
    const length = Math.hypot(...row) || 1;
    return row.map((value) => value / length);
  };
}
