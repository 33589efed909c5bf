import { expect, test } from "vitest";
import type { Constraint } from "../../memory/items/constraint.ts";
import type { Request } from "../../tools/retrieval/request.ts";
import { type Retrieval, RetrieveInput, retrieveTool } from "../../tools/retrieve.ts";
import { asLangChainTool } from "../../tools/tool.ts";
import { cosmeticCatalogue } from "../fixtures/cosmetics.ts";
import { filmCatalogue, filmId, filmInteractions } from "../fixtures/films.ts";
import { cooccurrence, retrieversOf } from "../support/retrieval.ts";

const films = filmCatalogue();
const interactions = filmInteractions();
const score = cooccurrence(
  Array.from(interactions.items, (item, row) => [interactions.users[row] ?? 0, item] as const),
  films.size,
);
const retrieve = retrieveTool(films, await retrieversOf(films, score));

function ask(request: Partial<Request>, rest: object = {}): Promise<Retrieval> {
  return retrieve.run(RetrieveInput.parse({ request, ...rest }));
}

function titles(retrieval: Retrieval): string[] {
  return retrieval.candidates.map(({ item }) => films.title(films.indexOf(item) ?? -1));
}

const genre = (value: string): Constraint => ({
  facet: "genre",
  test: { op: "any-of", values: [value] },
  strength: 0.8,
  said: value,
  source: "said",
});

const western = genre("Western");
const noWar: Constraint = { ...genre("War"), test: { op: "none-of", values: ["War"] }, strength: 1 };
const runtime = (max: number): Constraint => ({
  facet: "runtime",
  test: { op: "between", max },
  strength: 0.5,
  said: `under ${max} minutes`,
  source: "said",
});

test("with constraints alone, all that satisfy them are candidates, most popular first", async () => {
  const found = await ask({ constraints: [western] });
  expect(titles(found).sort()).toEqual(["High Noon", "Once Upon a Time in the West", "Unforgiven"]);
  expect(found).toMatchObject({ considered: 3, matching: 3, relaxed: [], retrievers: ["popular"] });
  const whole = await ask({});
  expect(whole.candidates).toHaveLength(films.size);
});

test("a text is found by its words and by its meaning, and every rank is told", async () => {
  const found = await ask({ text: "slow burn about robots" });
  expect(titles(found)[0]).toBe("2001: A Space Odyssey");
  expect(found.candidates[0]?.ranks).toEqual({ "full-text": 1, semantic: 1 });
  expect(found.retrievers).not.toContain("popular");
});

test("an example is followed and never comes back itself", async () => {
  const found = await ask({ like: [filmId("Seven Samurai")], unlike: [filmId("Rashomon")] });
  expect(titles(found)[0]).toBe("Yojimbo");
  expect(titles(found)).not.toContain("Seven Samurai");
  expect(titles(found)).not.toContain("Rashomon");
  expect(found.retrievers).toEqual(expect.arrayContaining(["semantic", "collaborative"]));
});

test("constraints hold for every candidate of every retriever", async () => {
  const found = await ask({
    text: "soldiers and serial killers",
    like: [filmId("Heat")],
    constraints: [noWar, runtime(130)],
  });
  expect(found.candidates.length).toBeGreaterThan(3);
  for (const { item } of found.candidates) {
    const { facets } = films.item(films.indexOf(item) ?? -1);
    expect(facets.genre).not.toContain("War");
    expect(facets.runtime).toBeLessThanOrEqual(130);
  }
});

test("what is excluded does not come back, whatever asks for it", async () => {
  const exclude = [filmId("High Noon"), filmId("Unforgiven")];
  const found = await ask({ constraints: [western], text: "marshal at noon" }, { exclude });
  expect(titles(found)).toEqual(["Once Upon a Time in the West"]);
  expect(found).toMatchObject({ considered: 1, matching: 3 });
});

test("when nothing is left the weakest wish is given up by name, and what was ruled out stays out", async () => {
  const found = await ask({ constraints: [genre("Drama"), noWar, runtime(60)] });
  expect(found.relaxed).toEqual([runtime(60)]);
  expect(found.matching).toBe(0);
  expect(titles(found)).toContain("Rashomon");
  expect(titles(found)).not.toContain("Casablanca");
  expect(retrieve.tell(found)).toContain('Given up, because nothing was left: "under 60 minutes" (runtime).');
});

test("if even that leaves nothing, nothing is returned and it says so", async () => {
  const found = await ask({ constraints: [noWar, { ...genre("War"), strength: 1 }] });
  expect(found).toEqual({ candidates: [], relaxed: [], matching: 0, considered: 0, retrievers: [] });
  expect(retrieve.tell(found)).toContain("Nothing is left");
});

test("an order brings the true extremes, however unpopular", async () => {
  const sort = { facet: "runtime", direction: "ascending" as const };
  expect(titles(await ask({ constraints: [western], sort }))).toEqual([
    "High Noon",
    "Unforgiven",
    "Once Upon a Time in the West",
  ]);
  expect(titles(await ask({ sort }, { limit: 2 }))).toEqual(["Toy Story", "High Noon"]);
  const longest = await ask({ sort: { facet: "runtime", direction: "descending" } });
  expect(titles(longest)[0]).toBe("Seven Samurai");
  expect(longest.retrievers).toEqual(["order"]);
});

test("an order among what an example selects keeps to what is like it", async () => {
  const sort = { facet: "year", direction: "descending" as const };
  const found = await ask({ text: "samurai", sort });
  expect(titles(found)).toEqual(["Yojimbo", "Seven Samurai", "Rashomon"]);
  expect(found.candidates[0]?.ranks).toMatchObject({ order: 1, "full-text": expect.any(Number) });
});

test("an order by words is refused, an unknown facet with the nearest names", async () => {
  const sort = (facet: string) => ({ facet, direction: "ascending" as const });
  await expect(ask({ sort: sort("genre") })).rejects.toThrow(
    expect.objectContaining({ code: "facet-without-order", hint: "facets with one: year, runtime" }),
  );
  await expect(ask({ sort: sort("yeer") })).rejects.toThrow(
    expect.objectContaining({ code: "unknown-facet", hint: expect.stringMatching(/^nearest: year/) }),
  );
  await expect(ask({ like: ["nobody" as never] })).rejects.toThrow(
    expect.objectContaining({ code: "unknown-item" }),
  );
});

test("values that nothing has are refused with the nearest; beside one that exists they are just another wish", async () => {
  for (const op of ["any-of", "all-of"] as const) {
    const misspelt: Constraint = { ...western, test: { op, values: ["Westurn"] } };
    await expect(ask({ constraints: [noWar, misspelt] })).rejects.toMatchObject({
      code: "unknown-value",
      message: expect.stringContaining('genre "Westurn"'),
      hint: expect.stringMatching(/^nearest: Western, /),
    });
  }
  await expect(ask({ constraints: [genre("science fictoin")] })).rejects.toMatchObject({
    hint: expect.stringMatching(/^nearest: Sci-Fi, /),
  });
  const either: Constraint = { ...western, test: { op: "any-of", values: ["Westurn", "Western"] } };
  expect((await ask({ constraints: [either] })).matching).toBe(3);
  const neither: Constraint = { ...western, test: { op: "none-of", values: ["Westurn"] } };
  expect((await ask({ constraints: [neither] })).matching).toBe(films.size);
});

test("what a profile remembers of another import is passed over", async () => {
  const gone: Constraint[] = [
    { ...genre("Kabuki"), strength: 1, source: "profile" },
    { ...noWar, facet: "scent", source: "profile" },
  ];
  const found = await ask({ constraints: [western, ...gone] });
  expect(found).toMatchObject({ matching: 3, relaxed: [] });
});

test("a text nobody understands leaves popularity to answer, and that can be told from the ranks", async () => {
  const found = await ask({ text: "xylophone quux" });
  expect(found.retrievers).toEqual(["popular"]);
  expect(found.candidates).toHaveLength(films.size);
});

test("too few finds are filled up to what is to be shown, below them", async () => {
  const found = await ask({ text: "harmonica", count: 5 });
  expect(titles(found)[0]).toBe("Once Upon a Time in the West");
  expect(found.candidates).toHaveLength(5);
  const scores = found.candidates.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test("what somebody likes speaks where nothing is asked, and vanished items are passed over", async () => {
  const taste = [
    { item: "gone", weight: 1 },
    { item: filmId("Heat"), weight: 1 },
  ];
  const found = await ask({}, { taste, exclude: [filmId("Heat")] });
  expect(found.retrievers).toEqual(expect.arrayContaining(["semantic", "collaborative", "popular"]));
  expect(["The Godfather", "Goodfellas"]).toContain(titles(found)[0]);
});

test("who says what they want is not answered from their history", async () => {
  const taste = [{ item: filmId("Toy Story"), weight: 1 }];
  const found = await ask({ text: "samurai", count: 3 }, { taste });
  expect(titles(found).sort()).toEqual(["Rashomon", "Seven Samurai", "Yojimbo"]);
  expect(found.retrievers).not.toContain("collaborative");
});

test("hidden gems keep the most popular out while enough others are left", async () => {
  const popular = titles(await ask({ renown: "popular", count: 3 }));
  const obscure = titles(await ask({ renown: "obscure", count: 3 }));
  expect(obscure.length).toBeGreaterThanOrEqual(3);
  expect(obscure.filter((title) => popular.slice(0, 3).includes(title))).toEqual([]);
});

test("a popular film about something is about it first", async () => {
  for (const wish of [{ renown: "popular" as const }, { surprise: true }]) {
    const found = await ask({ text: "serial killer", count: 1, ...wish });
    expect(found.retrievers).not.toContain("popular");
    expect(found.retrievers).not.toContain("hidden-gems");
  }
});

test("the limit is kept, and an aborted signal rejects", async () => {
  expect((await ask({ text: "war", like: [filmId("Heat")] }, { limit: 4 })).candidates).toHaveLength(4);
  const input = RetrieveInput.parse({ request: {} });
  await expect(retrieve.run(input, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
});

test("it knows nothing of films: the cheapest sunscreen for sensitive skin", async () => {
  const catalogue = cosmeticCatalogue();
  const tool = retrieveTool(
    catalogue,
    await retrieversOf(catalogue, async () => new Float32Array(catalogue.size)),
  );
  const wish = (facet: string, value: string): Constraint => ({ ...genre(value), facet });
  const found = await tool.run(
    RetrieveInput.parse({
      request: {
        constraints: [wish("category", "Sunscreen"), wish("skin-type", "Sensitive")],
        sort: { facet: "price", direction: "ascending" },
      },
    }),
  );
  expect(found.candidates.map(({ item }) => item)).toEqual(["c9"]);
});

test("as a LangChain tool it tells a model titles and ids, and keeps the whole as artifact", async () => {
  const tool = asLangChainTool(retrieve);
  const message = await tool.invoke({
    type: "tool_call",
    id: "1",
    name: "retrieve",
    args: { request: { constraints: [western] } },
  });
  expect(message.content).toContain("High Noon [f26]");
  expect(message.artifact.considered).toBe(3);
});
