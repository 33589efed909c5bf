import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collaborativeRetriever } from "../../../tools/retrieval/collaborative.ts";
import { fullTextRetriever } from "../../../tools/retrieval/full-text.ts";
import { hiddenGemRetriever, popularRetriever } from "../../../tools/retrieval/popular.ts";
import { renownMasks } from "../../../tools/retrieval/renown.ts";
import type { RetrievalQuery, Retriever } from "../../../tools/retrieval/retriever.ts";
import { fitTextVectors } from "../../../tools/retrieval/text-vectors.ts";
import { openVectorStore } from "../../../tools/retrieval/vector-store.ts";
import { ASK_NOTHING, retrieverContract } from "../../contract/retriever.ts";
import { filmCatalogue, filmIndex, filmInteractions } from "../../fixtures/films.ts";
import { cooccurrence, semanticOf } from "../../support/retrieval.ts";

const catalogue = filmCatalogue();
const text = await fitTextVectors(catalogue);
const interactions = filmInteractions();
const score = cooccurrence(
  Array.from(interactions.items, (item, row) => [interactions.users[row] ?? 0, item] as const),
  catalogue.size,
);
const everything = new Uint8Array(catalogue.size).fill(1);

async function titles(retriever: Retriever, query: Partial<RetrievalQuery>, limit = 3): Promise<string[]> {
  const found = await retriever.retrieve({ ...ASK_NOTHING, ...query }, everything, limit);
  return found.map(({ index }) => catalogue.title(index));
}

retrieverContract("full-text", async () => ({
  retriever: fullTextRetriever(catalogue),
  size: catalogue.size,
  understood: { ...ASK_NOTHING, text: "a detective and a serial killer" },
  foreign: { ...ASK_NOTHING, text: "something good, please", like: [1] },
}));

retrieverContract("semantic, by text", async () => ({
  retriever: await semanticOf(catalogue, text),
  size: catalogue.size,
  understood: { ...ASK_NOTHING, text: "soldiers in the war" },
  foreign: { ...ASK_NOTHING, text: "quux xylophone" },
}));

retrieverContract("semantic, by examples", async () => ({
  retriever: await semanticOf(catalogue, text),
  size: catalogue.size,
  understood: { ...ASK_NOTHING, like: [filmIndex("Alien")] },
  foreign: ASK_NOTHING,
}));

retrieverContract("semantic, over an HNSW index", async () => {
  const directory = await mkdtemp(join(tmpdir(), "cicerone-hnsw-"));
  const store = await openVectorStore(catalogue, text.vectors, text.embedder, directory, 10);
  await rm(directory, { recursive: true, force: true });
  return {
    retriever: await semanticOf(catalogue, text, store),
    size: catalogue.size,
    understood: { ...ASK_NOTHING, like: [filmIndex("Alien"), filmIndex("Heat")] },
    foreign: { ...ASK_NOTHING, text: "quux xylophone" },
  };
});

retrieverContract("collaborative", async () => ({
  retriever: collaborativeRetriever(score),
  size: catalogue.size,
  understood: { ...ASK_NOTHING, history: [{ item: filmIndex("Heat"), weight: 1 }] },
  foreign: { ...ASK_NOTHING, text: "war", history: [{ item: filmIndex("Heat"), weight: -1 }] },
}));

retrieverContract("popular", async () => ({
  retriever: popularRetriever(catalogue),
  size: catalogue.size,
  understood: ASK_NOTHING,
  foreign: undefined,
}));

retrieverContract("hidden gems", async () => {
  const obscure = renownMasks(catalogue);
  return {
    retriever: hiddenGemRetriever(catalogue, () => obscure("obscure")),
    size: catalogue.size,
    understood: ASK_NOTHING,
    foreign: undefined,
  };
});

test("full text finds words of titles, people and plots in any of their forms", async () => {
  const retriever = fullTextRetriever(catalogue);
  expect(await titles(retriever, { text: "kurosawa" })).toEqual(
    expect.arrayContaining(["Seven Samurai", "Rashomon", "Yojimbo"]),
  );
  expect(await titles(retriever, { text: "harmonica players" }, 1)).toEqual(["Once Upon a Time in the West"]);
});

test("an example draws its like near, and an example of what is not wanted pushes away", async () => {
  const retriever = await semanticOf(catalogue, text);
  const like = [filmIndex("The Terminator"), filmIndex("Alien")];
  const plain = await retriever.retrieve({ ...ASK_NOTHING, like }, everything, catalogue.size);
  const unlike = await retriever.retrieve(
    { ...ASK_NOTHING, like, unlike: [filmIndex("Blade Runner")] },
    everything,
    catalogue.size,
  );
  const scoreOf = (found: typeof plain, title: string): number =>
    found.find(({ index }) => index === filmIndex(title))?.score ?? 0;
  expect(scoreOf(plain, "Aliens")).toBeGreaterThan(scoreOf(plain, "Casablanca"));
  expect(scoreOf(unlike, "Blade Runner")).toBeLessThan(scoreOf(plain, "Blade Runner"));
});

test("without text or examples the semantic retriever follows what was liked, not what was disliked", async () => {
  const retriever = await semanticOf(catalogue, text);
  const history = [
    { item: filmIndex("Toy Story"), weight: -1 },
    { item: filmIndex("Rashomon"), weight: 1 },
  ];
  expect(await titles(retriever, { history })).toEqual(["Rashomon", "Seven Samurai", "Yojimbo"]);
});

test('examples speak for themselves: the history does not answer "like Toy Story"', async () => {
  const retriever = collaborativeRetriever(score);
  const history = [{ item: filmIndex("Psycho"), weight: 1 }];
  const [first] = await titles(retriever, { history, like: [filmIndex("Toy Story")] });
  expect(["Spirited Away", "My Neighbor Totoro"]).toContain(first);
});

test("hidden gems are liked by the few who know them, and never the most popular", async () => {
  const renowned = renownMasks(catalogue);
  const gems = await hiddenGemRetriever(catalogue, () => renowned("obscure")).retrieve(
    ASK_NOTHING,
    everything,
    100,
  );
  const popular = await popularRetriever(catalogue).retrieve(ASK_NOTHING, everything, 5);
  expect(gems.length).toBeGreaterThan(3);
  expect(popular.some(({ index }) => gems.some((gem) => gem.index === index))).toBe(false);
});

test("the withheld cell of the checkerboard comes first", async () => {
  // Users of one parity touched the items of that parity; user 0 has not touched item 8 yet.
  const size = 10;
  const pairs = Array.from({ length: 12 }, (_, user) =>
    Array.from({ length: size }, (_, item) => [user, item] as const),
  )
    .flat()
    .filter(([user, item]) => user % 2 === item % 2 && !(user === 0 && item === 8));
  const retriever = collaborativeRetriever(cooccurrence(pairs, size));
  const history = [0, 2, 4, 6].map((item) => ({ item, weight: 1 }));
  const allowed = Uint8Array.from({ length: size }, (_, item) => ([0, 2, 4, 6].includes(item) ? 0 : 1));
  const found = await retriever.retrieve({ ...ASK_NOTHING, history }, allowed, 5);
  expect(found.map(({ index }) => index)).toEqual([8]);
});
