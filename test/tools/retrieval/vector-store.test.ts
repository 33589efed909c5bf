import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FakeVectorStore } from "@langchain/core/utils/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import { ExactVectorStore } from "../../../tools/retrieval/exact-store.ts";
import { type ItemVectors, vectorAt } from "../../../tools/retrieval/item-vectors.ts";
import { nearestItems } from "../../../tools/retrieval/nearest.ts";
import { fitTextVectors } from "../../../tools/retrieval/text-vectors.ts";
import { fillStore, openVectorStore } from "../../../tools/retrieval/vector-store.ts";
import { filmCatalogue, filmIndex } from "../../fixtures/films.ts";
import { catalogueOf } from "../../support/catalogue.ts";

const films = filmCatalogue();
const { embedder, vectors } = await fitTextVectors(films);
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "cicerone-store-"));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** Items in 20 clusters on the sphere, deterministic. */
function clustered(
  size: number,
  dimensions: number,
): { catalogue: ReturnType<typeof catalogueOf>; vectors: ItemVectors } {
  const rows = new Float32Array(size * dimensions);
  const wave = (a: number, b: number): number => Math.sin(a * 12.9898 + b * 78.233) * 0.5;
  for (let index = 0; index < size; index += 1) {
    const row = Array.from(
      { length: dimensions },
      (_, k) => wave(index % 20, k) + 0.3 * wave(index + 1000, k),
    );
    rows.set(
      row.map((value) => value / Math.hypot(...row)),
      index * dimensions,
    );
  }
  const items = Array.from({ length: size }, (_, index) => ({
    id: ItemId.parse(`i${index}`),
    title: `item ${index}`,
    facets: {},
  }));
  return { catalogue: catalogueOf(items, []), vectors: { size, dimensions, rows } };
}

test("a small catalogue gets the exact store, which finds an item by itself", async () => {
  const store = await openVectorStore(films, vectors, embedder, directory);
  expect(store).toBeInstanceOf(ExactVectorStore);
  const heat = Array.from(vectorAt(vectors, filmIndex("Heat")));
  const [[document, score] = []] = await store.similaritySearchVectorWithScore(heat, 1);
  expect(document?.metadata.item).toBe(`f${filmIndex("Heat") + 1}`);
  expect(score).toBeCloseTo(1, 5);
});

test("the exact store is a LangChain vector store: documents in, filtered documents out", async () => {
  const store = new ExactVectorStore(embedder);
  await store.addDocuments([
    { pageContent: "a samurai village", metadata: { item: "a" } },
    { pageContent: "space and aliens", metadata: { item: "b" } },
    { pageContent: "samurai", metadata: { item: "c" } },
  ]);
  const found = await store.similaritySearch("samurai", 2);
  expect(found.map(({ metadata }) => metadata.item).sort()).toEqual(["a", "c"]);
  const filtered = await store.similaritySearch("samurai", 5, ({ metadata }) => metadata.item === "b");
  expect(filtered.map(({ metadata }) => metadata.item)).toEqual(["b"]);
  await expect(store.addVectors([[1, 2]], [{ pageContent: "", metadata: {} }])).rejects.toThrow(
    expect.objectContaining({ code: "vector-dimensions" }),
  );
});

test("a large catalogue gets HNSW, which agrees with the exact search before and after it is loaded again", async () => {
  const { catalogue, vectors: many } = clustered(1500, 16);
  const exact = new ExactVectorStore(embedder);
  await fillStore(exact, catalogue, many);
  const everything = new Uint8Array(many.size).fill(1);
  for (const time of ["built", "loaded"]) {
    const store = await openVectorStore(catalogue, many, embedder, directory, 1000);
    expect(store._vectorstoreType(), time).toBe("hnswlib");
    let hits = 0;
    for (let index = 0; index < 100; index += 1) {
      const query = vectorAt(many, index * 13);
      const truth = await nearestItems(exact, catalogue, many)(query, everything, 10);
      const found = await nearestItems(store, catalogue, many)(query, everything, 10);
      hits += found.filter((one) => truth.some(({ index: other }) => other === one.index)).length;
    }
    expect(hits / 1000, time).toBeGreaterThan(0.98);
  }
});

test("the mask holds in a store that knows nothing of masks", async () => {
  const { catalogue, vectors: many } = clustered(400, 8);
  const store = new FakeVectorStore(embedder);
  await fillStore(store, catalogue, many);
  const asked = vi.spyOn(store, "similaritySearchVectorWithScore");
  const even = Uint8Array.from({ length: many.size }, (_, index) => Number(index % 2 === 0));
  const found = await nearestItems(store, catalogue, many)(vectorAt(many, 21), even, 10);
  expect(asked).toHaveBeenCalledOnce();
  expect(found).toHaveLength(10);
  expect(found.every(({ index }) => index % 2 === 0)).toBe(true);
});

test("what a store has lost is still found, and a strict mask is searched exactly", async () => {
  const { catalogue, vectors: many } = clustered(400, 8);
  const empty = new ExactVectorStore(embedder);
  const everything = new Uint8Array(many.size).fill(1);
  const [first] = await nearestItems(empty, catalogue, many)(vectorAt(many, 21), everything, 5);
  expect(first?.index).toBe(21);
  const japanese = films.having("country", "Japan");
  const mask = Uint8Array.from({ length: films.size }, (_, index) => Number(japanese.includes(index)));
  const store = await openVectorStore(films, vectors, embedder, directory);
  const near = await nearestItems(store, films, vectors)(vectorAt(vectors, filmIndex("Rashomon")), mask, 3);
  expect(near.map(({ index }) => films.title(index))).toEqual(["Rashomon", "Seven Samurai", "Yojimbo"]);
});
