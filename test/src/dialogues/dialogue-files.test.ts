import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, expect, it } from "vitest";
import { dialogueFiles } from "../../../src/dialogues/dialogue-files.ts";
import { dialogueFolder } from "../../support/dialogue-folder.ts";

const folder = dialogueFolder();
mkdirSync(join(folder.path, "deep"));
mkdirSync(join(folder.path, "empty"));
for (const name of ["b.yaml", "a.yml", "c.txt", "[odd].yaml", "deep/d.yaml"]) folder.write(name, "");
afterAll(folder.remove);

const found = (...patterns: readonly string[]): readonly string[] =>
  dialogueFiles(patterns.map((pattern) => join(folder.path, pattern))).map((file) =>
    relative(folder.path, file),
  );

it("takes a folder for all dialogues in it and below it", () => {
  expect(found("")).toEqual(["[odd].yaml", "a.yml", "b.yaml", join("deep", "d.yaml")]);
});

it("takes a glob for what it matches, and a name for the file", () => {
  expect(found("*.yaml")).toEqual(["[odd].yaml", "b.yaml"]);
  expect(found("**/*.yaml")).toEqual(["[odd].yaml", "b.yaml", join("deep", "d.yaml")]);
  expect(found("d*")).toEqual([join("deep", "d.yaml")]);
  expect(found("c.txt", "[odd].yaml")).toEqual(["c.txt", "[odd].yaml"]);
});

it("takes each file once", () => {
  expect(found("b.yaml", "*.yaml", "b.yaml")).toEqual(["b.yaml", "[odd].yaml"]);
});

it("refuses what leads to no file", () => {
  for (const pattern of ["none.yaml", "*.json", "empty"])
    expect(() => found(pattern)).toThrow(expect.objectContaining({ code: "usage-no-file" }));
});
