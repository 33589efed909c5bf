import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluateExplanation } from "../../../../src/evaluation/explanation/evaluate-explanation.ts";
import type { ExplanationSystem } from "../../../../src/evaluation/explanation/explanation-system.ts";
import type { EvaluationReport } from "../../../../src/evaluation/report.ts";
import { importOwn } from "../../../../src/own-catalogue.ts";
import { ownFilms } from "../../../support/own-films.ts";

const clock = (): number => 1_700_000_000_000;
const context = { clock: () => 0, versions: { cicerone: "test" }, seed: 1, resamples: 50 };

/** Invents a number, and says whom it was asked about. */
const seen: string[] = [];
const inventor: ExplanationSystem = {
  name: "inventor",
  says: "a number that nobody counted",
  explain: async ({ user, history, item }) => {
    seen.push(`${user}: ${item} after ${history.length}`);
    return {
      text: "A million people love it.",
      claims: [{ claim: "A million people love it", evidence: [{ kind: "statistics", count: 1_000_000 }] }],
    };
  },
};

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "cicerone-explanation-"));
  await importOwn(ownFilms(), { home, clock });
  const films = ownFilms("reviewed");
  const interactions = films.interactions?.map((each) => ({
    ...each,
    headline: "Made for me",
    review: `I gave it ${each.value}. It was the best film of the year. My brother slept.`,
  }));
  await importOwn({ ...films, interactions }, { home, clock });
});
afterAll(() => rmSync(home, { recursive: true }));

const figure = ({ results }: EvaluationReport, system: string, metric: string): number | undefined =>
  results.find((result) => result.system === system)?.metrics[metric]?.value;

describe("evaluating explanations without reviews", () => {
  it("tells systems whose claims hold from those that make them up", async () => {
    const report = await evaluateExplanation({
      home,
      name: "films",
      ...context,
      users: 10,
      others: [inventor],
    });
    expect(report.results.map(({ system }) => system)).toEqual([
      "agent",
      "agent-full",
      "popular",
      "facets",
      "made-up",
      "inventor",
    ]);
    for (const system of ["agent", "agent-full"]) {
      expect(figure(report, system, "faithfulness")).toBe(1);
      expect(figure(report, system, "answered")).toBe(1);
      expect(figure(report, system, "claims")).toBeGreaterThan(1);
    }
    expect(figure(report, "agent-full", "claims")).toBeGreaterThan(figure(report, "agent", "claims") ?? 9);
    expect(figure(report, "popular", "faithfulness")).toBe(1);
    expect(figure(report, "popular", "claims")).toBeLessThanOrEqual(1);
    expect(figure(report, "made-up", "faithfulness")).toBeLessThan(0.3);
    expect(figure(report, "facets", "faithfulness")).toBe(0);
    expect(figure(report, "inventor", "faithfulness")).toBe(0);
    expect(figure(report, "inventor", "claims")).toBe(1);
    expect(seen).toHaveLength(10);
    expect(figure(report, "agent", "bleu-4")).toBeUndefined();
    expect(report.published).toEqual([]);
    expect(report.protocol).toMatchObject({
      task: "explanation",
      unit: "users",
      measured: 10,
      faithfulness: expect.stringContaining("checked anew"),
      systems: { inventor: "a number that nobody counted" },
    });
    expect(report.protocol).not.toHaveProperty("references");
  });
});

describe("evaluating explanations against people's own reviews", () => {
  it("scores the words too, says what the references are, and shows what others reported", async () => {
    /** Knows what everybody wrote. */
    const reader: ExplanationSystem = {
      name: "reader",
      says: "what everybody wrote",
      explain: async () => ({
        text: "Made for me. I gave it 5. It was the best film of the year.",
        claims: [],
      }),
    };
    const report = await evaluateExplanation({
      home,
      name: "reviewed",
      ...context,
      users: 10,
      positiveFrom: 5,
      systems: ["agent", "popular"],
      others: [reader],
    });
    for (const metric of ["bleu-4", "rouge-1", "rouge-2", "rouge-l", "meteor"]) {
      expect(figure(report, "reader", metric)).toBeGreaterThan(0.99);
      expect(figure(report, "agent", metric)).toBeLessThan(0.5);
    }
    expect(figure(report, "reader", "answered")).toBe(0);
    expect(figure(report, "reader", "faithfulness")).toBeNaN();
    expect(figure(report, "popular", "distinct-2")).toBeLessThan(figure(report, "agent", "distinct-2") ?? 0);
    expect(report.protocol).toMatchObject({
      referenced: 10,
      references: expect.stringContaining("headline"),
      bertscore: expect.stringContaining("latent semantic analysis"),
    });
    expect(report.published.length).toBeGreaterThan(0);
  });

  it("has nothing to measure where nobody took anything after something else", async () => {
    await expect(
      evaluateExplanation({ home, name: "films", ...context, positiveFrom: 6 }),
    ).rejects.toMatchObject({ code: "nothing-to-measure" });
  });
});
