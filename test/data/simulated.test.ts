import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtInDescriptor } from "../../memory/datasets/built-in.ts";
import { importDataset } from "../../memory/datasets/importing/importer.ts";
import { measureSimulated } from "../../src/evaluation/conversation/simulated.ts";
import type { EvaluationReport } from "../../src/evaluation/report.ts";
import { LINEAR_DEFAULTS } from "../../tools/scoring/linear-defaults.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";

const clock = (): number => Date.now();

/** Two fits and a hundred and twenty talks, on a machine that may be busy. */
const PATIENCE = 600_000;

describeOnData(
  "conversations with simulated people on MovieLens-100K",
  ["ml-100k/u.data", "ml-1m-text/movies_extrainfos.dat"],
  () => {
    const home = mkdtempSync(join(tmpdir(), "cicerone-simulated-data-"));
    const measure = (kind: "taste" | "target"): Promise<EvaluationReport> =>
      measureSimulated({
        home,
        name: "ml-100k",
        kind,
        users: 60,
        linear: LINEAR_DEFAULTS,
        clock,
        versions: {},
      });

    function value(report: EvaluationReport, system: string, metric: string): number {
      return report.results.find((result) => result.system === system)?.metrics[metric]?.value ?? Number.NaN;
    }

    beforeAll(async () => {
      await importDataset({
        descriptor: builtInDescriptor("ml-100k"),
        from: join(REAL_DATA, "ml-100k"),
        text: join(REAL_DATA, "ml-1m-text"),
        home,
        clock,
      });
    }, PATIENCE);
    afterAll(() => rmSync(home, { recursive: true, force: true }));

    it(
      "find something to taste within five turns, and hold to what was said",
      async () => {
        const report = await measure("taste");
        expect(value(report, "agent", "success-by-taste@5")).toBeGreaterThanOrEqual(0.8);
        expect(value(report, "agent", "violations")).toBe(0);
        expect(value(report, "agent", "repeats")).toBe(0);
        expect(value(report, "popular", "violations")).toBeGreaterThan(1);
      },
      PATIENCE,
    );

    it(
      "find one item that is described within five turns, where what is popular hardly ever does",
      async () => {
        const report = await measure("target");
        expect(value(report, "agent", "success@5")).toBeGreaterThanOrEqual(0.8);
        expect(value(report, "agent", "repeats")).toBe(0);
        expect(value(report, "popular", "success@5")).toBeLessThan(0.3);
      },
      PATIENCE,
    );
  },
);
