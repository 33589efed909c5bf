import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importItems } from "../../../memory/datasets/importing/import-items.ts";
import { importOwn } from "../../../src/own-catalogue.ts";
import { ownFilms } from "../../support/own-films.ts";
import { runScripted } from "../../support/scripted-terminal.ts";

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "cicerone-written-"));
  await importOwn(ownFilms(), { home, clock: () => 1_700_000_000_000 });
  await importItems({
    head: { name: "gear" },
    items: [{ id: "i", title: "Strings" }],
    interactions: [
      { user: "ann", item: "i", headline: "Good strings", review: "Good strings. I like them." },
    ],
    home,
    clock: () => 1_700_000_000_000,
  });
});
afterAll(() => rmSync(home, { recursive: true }));

const FEW = ["--resamples", "20", "--json"];

describe("cicerone evaluate summary", () => {
  it("reports how near summaries come to headlines", async () => {
    const { code, stdout } = await runScripted([
      "evaluate",
      "summary",
      "--data",
      "gear",
      "--home",
      home,
      ...FEW,
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      protocol: { task: "summary", dataset: "gear", measured: 1, headlineWords: 1 },
      results: [
        { system: "lead", metrics: { "rouge-1": { value: 1 } } },
        // One word of the two: half of the reference.
        { system: "lead-words", metrics: { "rouge-1": { value: 2 / 3 } } },
        { system: "lexrank" },
      ],
    });
  });

  it("says which datasets can be measured where one has no headlines", async () => {
    const { code, stdout, stderr } = await runScripted([
      "evaluate",
      "summary",
      "--data",
      "films",
      "--home",
      home,
    ]);
    expect({ code: code === 0, stdout }).toEqual({ code: false, stdout: "" });
    expect(stderr).toContain("films has no reviews with a headline of their own.");
    expect(stderr).toContain("amazon-musical-instruments");
  });
});

describe("cicerone evaluate explanation", () => {
  it("reports whether claims hold, of the systems asked for", async () => {
    const { code, stdout } = await runScripted([
      ...["evaluate", "explanation", "--data", "films", "--home", home],
      ...["--users", "5", "--systems", "agent,made-up", ...FEW],
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      protocol: { task: "explanation", dataset: "films", measured: 5, unit: "users" },
      results: [{ system: "agent", metrics: { faithfulness: { value: 1 } } }, { system: "made-up" }],
    });
  });
});
