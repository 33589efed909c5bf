import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TalkSystem } from "../../../../src/evaluation/conversation/simulated/talk-system.ts";
import {
  measureSimulated,
  type SimulatedOptions,
} from "../../../../src/evaluation/conversation/simulated.ts";
import type { EvaluationReport } from "../../../../src/evaluation/report.ts";
import { createRecommender } from "../../../../src/recommender.ts";
import { ownFilms } from "../../../support/own-films.ts";

describe("whole conversations with simulated people", () => {
  const home = mkdtempSync(join(tmpdir(), "cicerone-people-"));
  let report: EvaluationReport;
  const first = new Map<string, string>();

  const measure = (
    options: Partial<SimulatedOptions>,
    transcripts: Map<string, string>,
  ): Promise<EvaluationReport> =>
    measureSimulated({
      home,
      name: "films",
      users: 6,
      fewestLikes: 2,
      turns: 5,
      resamples: 50,
      clock: () => 0,
      versions: { cicerone: "test" },
      onTranscript: (name, text) => transcripts.set(name, text),
      ...options,
    });
  const figure = (system: string, metric: string): number =>
    report.results.find((result) => result.system === system)?.metrics[metric]?.value ?? Number.NaN;

  /** Shows the first item of the catalogue, whatever is said. */
  const stubborn: SimulatedOptions["others"] = ({ catalogue }): TalkSystem[] => [
    {
      name: "stubborn",
      open: async () => ({
        say: async () => ({ reply: "This.", items: [catalogue.id(0)], relaxed: [] }),
        close: () => {},
      }),
    },
  ];

  beforeAll(async () => {
    (await createRecommender({ home, catalogue: { ...ownFilms(), positiveFrom: 4 } })).close();
    report = await measure({ others: stubborn }, first);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("measure the agent beside what does not listen", () => {
    expect(report.results.map(({ system }) => system)).toEqual([
      "agent",
      "popular",
      "popular-new",
      "stubborn",
    ]);
    expect(report.protocol).toMatchObject({ task: "conversation", person: "taste", measured: 6, turns: 5 });
    expect(report.comparisons.map(({ against }) => against)).toEqual(["agent", "agent", "agent"]);
  });

  it("come to something, sooner or later", () => {
    const curve = [1, 3, 5].map((k) => figure("agent", `success@${k}`));
    expect(curve).toEqual(curve.toSorted((a, b) => a - b));
    expect(figure("agent", "success@5")).toBeGreaterThan(0.5);
    expect(figure("agent", "success-by-taste@5")).toBeGreaterThanOrEqual(figure("agent", "success@5"));
    expect(figure("agent", "failures")).toBe(0);
    const [plot] = report.plots;
    expect(plot?.series[0]?.points.map(({ x }) => x)).toEqual([1, 2, 3, 4, 5]);
  });

  it("hold what is shown against what was said", () => {
    expect(figure("agent", "violations")).toBe(0);
    expect(figure("agent", "repeats")).toBe(0);
    expect(figure("stubborn", "repeats")).toBeGreaterThan(0);
  });

  it("go the same way every time, and can be read", async () => {
    const again = new Map<string, string>();
    await measure({ others: stubborn }, again);
    expect(again).toEqual(first);
    expect(first.size).toBe(24);
    const [text = ""] = first.values();
    expect(text).toMatch(/^agent with user \d+: .*\n1\. \[/);
  });

  it("can be about one item that is in mind", async () => {
    report = await measure({ kind: "target" }, new Map());
    expect(report.protocol).toMatchObject({ person: "target" });
    expect(figure("agent", "success@5")).toBeGreaterThan(figure("popular", "success@5"));
    expect(report.results[0]?.metrics).not.toHaveProperty("success-by-taste@5");
  });
});
