import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { vectorAt } from "../../../tools/retrieval/item-vectors.ts";
import { fitTextVectors, loadTextVectors, saveTextVectors } from "../../../tools/retrieval/text-vectors.ts";
import { filmCatalogue } from "../../fixtures/films.ts";
import { catalogueOf } from "../../support/catalogue.ts";

const catalogue = filmCatalogue();
const fitted = await fitTextVectors(catalogue);
const expected = { dataset: "films", source: "sha256:abc", items: catalogue.size };
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cicerone-vectors-"));
  await saveTextVectors(directory, fitted, { source: "sha256:abc" });
});

afterEach(() => rm(directory, { recursive: true, force: true }));

test("what was saved is what is loaded, to the bit", async () => {
  const loaded = await loadTextVectors(directory, expected);
  expect(loaded.vectors).toEqual(fitted.vectors);
  expect(await loaded.embedder.embedQuery("dark space")).toEqual(
    await fitted.embedder.embedQuery("dark space"),
  );
});

test("packed vectors are loaded as they were saved, and refused where their file is cut", async () => {
  const packed = await fitTextVectors(catalogue, { packedFrom: 1 });
  await saveTextVectors(directory, packed, { source: "sha256:abc" });
  const { vectors } = await loadTextVectors(directory, expected);
  for (let index = 0; index < catalogue.size; index += 1) {
    expect(vectorAt(vectors, index)).toEqual(vectorAt(packed.vectors, index));
  }
  await truncate(join(directory, "text.i8"), 400);
  await expect(loadTextVectors(directory, expected)).rejects.toThrow(
    expect.objectContaining({ code: "vectors-stranger" }),
  );
});

test("a fit tells how far it is, and stops when asked to", async () => {
  const told: number[] = [];
  await fitTextVectors(catalogue, { sample: 10, onProgress: (fraction) => told.push(fraction) });
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
  const stop = new AbortController();
  const stopped = fitTextVectors(catalogue, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(stopped).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
});

test("a space fitted on part of the items is the same for the same seed", async () => {
  const [one, two] = [
    await fitTextVectors(catalogue, { sample: 20 }),
    await fitTextVectors(catalogue, { sample: 20 }),
  ];
  expect(one.vectors).toEqual(two.vectors);
  expect(one.vectors.size).toBe(catalogue.size);
});

test("the card tells format, source, seed and sizes", async () => {
  const card = JSON.parse(await readFile(join(directory, "text.card.json"), "utf8"));
  expect(card).toMatchObject({
    format: 1,
    kind: "latent-semantic",
    source: "sha256:abc",
    seed: 42,
    items: 34,
  });
});

test("vectors of another source, another size or another format are refused with the command that rebuilds them", async () => {
  const stranger = expect.objectContaining({
    code: "vectors-stranger",
    hint: "cicerone train --data films",
  });
  await expect(loadTextVectors(directory, { ...expected, source: "sha256:def" })).rejects.toThrow(stranger);
  await expect(loadTextVectors(directory, { ...expected, items: 35 })).rejects.toThrow(stranger);
  await truncate(join(directory, "text.f32"), 400);
  await expect(loadTextVectors(directory, expected)).rejects.toThrow(stranger);
  for (const damage of ["", "\u0000garbage", '{"no":"list"}']) {
    await writeFile(join(directory, "terms.json"), damage);
    await expect(loadTextVectors(directory, expected)).rejects.toThrow(stranger);
  }
  await writeFile(join(directory, "text.card.json"), '{ "format": 2 }');
  await expect(loadTextVectors(directory, expected)).rejects.toThrow(stranger);
  await writeFile(join(directory, "text.card.json"), "not json");
  await expect(loadTextVectors(directory, expected)).rejects.toThrow(stranger);
});

test("an embedder that knows no word is saved and loaded like any other", async () => {
  const mute = catalogueOf([{ id: "a" as never, title: "—", facets: {} }], []);
  await saveTextVectors(directory, await fitTextVectors(mute), { source: "sha256:abc" });
  const { embedder } = await loadTextVectors(directory, { dataset: "mute", source: "sha256:abc", items: 1 });
  expect(await embedder.embedQuery("anything")).toEqual([]);
});

test("vectors that are not there are missing, not strange", async () => {
  await expect(loadTextVectors(join(directory, "nowhere"), expected)).rejects.toThrow(
    expect.objectContaining({ code: "vectors-missing", hint: "cicerone train --data films" }),
  );
});
