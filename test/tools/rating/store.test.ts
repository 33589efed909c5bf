import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CiceroneError } from "../../../memory/errors.ts";
import { fitRater } from "../../../tools/rating/fit.ts";
import { openRater, saveRater } from "../../../tools/rating/store.ts";
import { plantedRatings } from "../../support/planted-ratings.ts";

const planted = plantedRatings();
const model = await fitRater(planted.known, planted.scale, { items: planted.items + 1, seed: 1 });
const origin = { data: "planted", source: "abc" };
let directory = "";

beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), "rater-")), "rater");
});
afterEach(() => rmSync(join(directory, ".."), { recursive: true, force: true }));

function failure(act: () => unknown): CiceroneError {
  try {
    act();
  } catch (error) {
    return error as CiceroneError;
  }
  throw new Error("it did not fail");
}

test("reads back exactly what it wrote", () => {
  saveRater(directory, model, origin);
  expect(openRater(directory, origin)).toEqual(model);
});

test("replaces an older rater", () => {
  saveRater(directory, { ...model, mean: 9 }, origin);
  saveRater(directory, model, origin);
  expect(openRater(directory, origin).mean).toBe(model.mean);
});

test("says that there is none, and which command makes one", () => {
  expect(failure(() => openRater(directory, origin))).toMatchObject({
    code: "no-rater",
    hint: expect.stringContaining("cicerone train --data planted"),
  });
});

test("refuses a rater of the format before, saying which", () => {
  saveRater(directory, model, origin);
  const path = join(directory, "rater.card.json");
  writeFileSync(path, JSON.stringify({ format: "cicerone-rater", version: 1, width: 17 }));
  expect(failure(() => openRater(directory, origin))).toMatchObject({
    code: "foreign-rater",
    message: expect.stringContaining("format 1, this program reads 2"),
    hint: expect.stringContaining("cicerone train --data planted"),
  });
});

test("refuses a rater that was fitted on other interactions", () => {
  saveRater(directory, model, { data: "planted", source: "xyz" });
  expect(failure(() => openRater(directory, origin))).toMatchObject({
    code: "foreign-rater",
    message: expect.stringContaining("xyz"),
    hint: expect.stringContaining("cicerone train --data planted"),
  });
});

test.each([
  ["another version", "rater.card.json", (text: string) => text.replace('"version": 2', '"version": 3')],
  ["another format", "rater.card.json", (text: string) => text.replace("cicerone-rater", "somebody's")],
  ["a broken card", "rater.card.json", (text: string) => text.slice(0, -20)],
  ["other numbers", "rater.f32", (text: string) => `${text.slice(0, -1)}x`],
])("refuses %s", (_, file, change) => {
  saveRater(directory, model, origin);
  const path = join(directory, file);
  writeFileSync(path, change(readFileSync(path, "latin1")), "latin1");
  expect(failure(() => openRater(directory, origin)).code).toBe("foreign-rater");
});
