import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importNamed } from "../../memory/datasets/importing/import-named.ts";
import { REDIAL_FILES } from "../../src/evaluation/conversation/redial-files.ts";
import { measureTurns } from "../../src/evaluation/conversation/turns.ts";
import type { EvaluationReport } from "../../src/evaluation/report.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";

const FILES = Object.values(REDIAL_FILES).map((file) => `redial/${file}`);
const MINUTES = 60_000;

describeOnData("the turns of ReDial", FILES, () => {
  let home: string;
  let report: EvaluationReport;
  const value = (system: string, metric: string): number =>
    report.results.find((result) => result.system === system)?.metrics[metric]?.value ?? Number.NaN;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "cicerone-turns-"));
    const folder = join(REAL_DATA, "redial");
    await importNamed({ dataset: "redial", from: folder, home, clock: Date.now });
    const systems = ["popular", "mentions", "dialogue"];
    const clock = (): number => performance.now();
    report = await measureTurns({
      home,
      name: "redial",
      folder,
      systems,
      clock,
      versions: {},
      resamples: 100,
    });
  }, 10 * MINUTES);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("are those of He et al.: 3,552 turns, 4,778 films, 4,288 of them new", () => {
    expect(report.protocol).toMatchObject({ turns: 3552, recommended: 4778, fresh: 4288, measured: 1322 });
    expect(report.protocol.notInCatalogue).toBeLessThan(10);
  });

  it("are answered better by the dialogue scorer than by item to item, and by that than by popularity", () => {
    expect(value("popular", "recall@10")).toBeGreaterThan(0.05);
    expect(value("mentions", "recall@10")).toBeGreaterThan(0.1);
    expect(value("dialogue", "recall@10")).toBeGreaterThan(0.155);
  });

  it("stand beside what language models reached", () => {
    expect(report.published.map(({ system }) => system)).toContain("GPT-4");
  });
});
