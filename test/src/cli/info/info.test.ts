import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import stringWidth from "string-width";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importItems } from "../../../../memory/datasets/importing/import-items.ts";
import { ItemId } from "../../../../memory/ids.ts";
import { barLines } from "../../../../src/cli/info/bars.ts";
import { wrapped } from "../../../../src/cli/info/wrapped.ts";
import { fitModels } from "../../../../src/prepare.ts";
import { type CliRun, runScripted } from "../../../support/scripted-terminal.ts";

const home = mkdtempSync(join(tmpdir(), "cicerone-info-"));
const clock = (): number => Date.UTC(2026, 0, 2);

async function importFew(items: number): Promise<void> {
  await importItems({
    head: {
      name: "few",
      about:
        "A few\u001b[31m red\u0007 things, said at such a length that no line of sixty columns holds all of it.",
      simulated: true,
      scale: { min: 1, max: 5 },
      facets: [{ name: "kind", kind: "category" }],
    },
    items: Array.from({ length: items }, (_, at) => ({
      id: ItemId.parse(`i${at}`),
      title: `Thing ${at}`,
      facets: { kind: at % 3 === 0 ? "\u001b]0;evil\u0007映画の長い長い長い長い長い長い名前" : "short" },
    })),
    interactions: [{ user: "u", item: "i0", value: 4, at: 1_000_000_000 }],
    home,
    clock,
  });
}

beforeAll(async () => {
  await importFew(30);
  await fitModels({ home, name: "few", clock });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (...argv: string[]): Promise<CliRun> =>
  runScripted(["data", "info", "few", ...argv], { environment: { CICERONE_HOME: home } });

describe("data info", () => {
  it("says plainly what is simulated, how sparse it is, and what is fitted, without a control character", async () => {
    const { stdout, code } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain("interactions: simulated, made by a program and not by people");
    expect(stdout).toContain("density: 3.333 % of all pairs of user and item");
    expect(stdout).toContain("96.7 % have none");
    expect(stdout).toContain("licence: not stated");
    expect(stdout).toMatch(/^scorer: \w+, made 2026-01-02/m);
    expect(stdout).toMatch(/^text index: \d+ dimensions$/m);
    expect(stdout).toMatch(/^ {2}short +█+ 20$/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|evil/);
    for (const line of stdout.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });

  it("says when the dataset was imported, and when it was last brought up to date", async () => {
    expect((await run()).stdout).toContain("imported: 2026-01-02 00:00\n");
    const path = join(home, "datasets", "few", "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...manifest, updated: "2026-02-03T04:05:06.000Z" }));
    expect((await run()).stdout).toContain("imported: 2026-01-02 00:00, updated: 2026-02-03 04:05\n");
    writeFileSync(path, JSON.stringify(manifest));
  });

  it("says what to do where a model was fitted for another import", async () => {
    await importFew(31);
    const { stdout } = await run();
    expect(stdout).toContain("scorer: not there: made when it is first needed");
    expect(JSON.parse((await run("--json")).stdout)).toMatchObject({
      counts: { items: 31 },
      simulated: true,
      figures: { untouched: 30 },
      facets: [{ name: "kind", coverage: 1, distinct: 2 }],
      artefacts: [{ name: "scorer", state: "absent" }, { name: "rater" }, { name: "text index" }],
      bytesOnDisk: expect.any(Number),
    });
  });

  it("shows one facet alone, and names the nearest where there is none of that name", async () => {
    expect((await run("--facet", "kind")).stdout).toContain("kind (category)");
    const wrong = await run("--facet", "knid");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("Did you mean kind?");
  });
});

describe("bars", () => {
  it.each([40, 60, 100])("fit into %i columns, wide characters and long labels too", (width) => {
    const bars = [
      { label: "映画の長い長い長い長い長い長い名前", count: 1_000_000 },
      { label: "x".repeat(200), count: 1 },
      { label: "none", count: 0 },
    ];
    const lines = barLines(bars, width);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(lines[1]).toContain("█ 1");
    expect(lines[2]).not.toContain("█");
    expect(barLines(bars, width, true)[0]).toContain("###");
  });

  it("keep lines of prose within the width as well", () => {
    for (const line of [...wrapped("a word ".repeat(30), 60), ...wrapped("x".repeat(150), 60)])
      expect(stringWidth(line)).toBeLessThanOrEqual(60);
  });
});
