import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importItems } from "../../../../memory/datasets/importing/import-items.ts";
import { evaluateSummary } from "../../../../src/evaluation/summary/evaluate-summary.ts";
import type { SummarySystem } from "../../../../src/evaluation/summary/summary-systems.ts";

const context = { clock: () => 0, versions: { cicerone: "test" }, seed: 1, resamples: 50 };
const SUBJECTS = ["strings", "cable", "pedal", "stand", "tuner", "pick"];

/** Three reviews of each person; each begins with its headline. */
const INTERACTIONS = Array.from({ length: 36 }, (_, row) => {
  const user = Math.floor(row / 3);
  const subject = SUBJECTS[row % SUBJECTS.length] ?? "";
  return {
    user: `u${user}`,
    item: `i${row % 6}`,
    at: row + 1,
    headline: `This ${subject} is great`,
    review: `This ${subject} is great. I bought it in May and have had it ever since.`,
  };
});

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "cicerone-summary-"));
  const items = SUBJECTS.map((title, at) => ({ id: `i${at}`, title }));
  const at = { items, home, clock: () => 1_700_000_000_000 };
  await importItems({ head: { name: "gear" }, interactions: INTERACTIONS, ...at });
  const bare = INTERACTIONS.map(({ headline: _, ...rest }) => rest);
  await importItems({ head: { name: "bare" }, interactions: bare, ...at });
});
afterAll(() => rmSync(home, { recursive: true }));

/** As a language model would be plugged in. */
const oracle: SummarySystem = {
  name: "oracle",
  summarise: async (text) => text.slice(0, text.indexOf(".")),
};

describe("evaluating summaries of reviews", () => {
  it("measures the baselines and a system of one's own on each user's last review", async () => {
    const report = await evaluateSummary({ home, name: "gear", ...context, others: [oracle] });
    expect(report.results.map(({ system }) => system)).toEqual(["lead", "lead-words", "lexrank", "oracle"]);
    const figure = (system: string, metric: string): number =>
      report.results.find((result) => result.system === system)?.metrics[metric]?.value ?? Number.NaN;
    for (const metric of ["bleu-4", "rouge-1", "rouge-2", "rouge-l"])
      expect(figure("oracle", metric)).toBe(1);
    expect(figure("lead-words", "rouge-l")).toBe(1);
    expect(figure("lead", "rouge-1")).toBe(1);
    // The full stop is a token of BLEU: four of five are matched.
    expect(figure("lead", "bleu-4")).toBeLessThan(0.8);
    expect(report.protocol).toMatchObject({
      task: "summary",
      dataset: "gear",
      unit: "users",
      measured: 12,
      training: 24,
      headlineWords: 4,
      references: expect.stringContaining("headline"),
      bertscore: expect.stringContaining("latent semantic analysis"),
      versions: { cicerone: "test" },
    });
    expect(report.comparisons).toHaveLength(3);
  });

  it("draws users with the seed, and names an unknown system's nearest", async () => {
    const { protocol } = await evaluateSummary({
      home,
      name: "gear",
      ...context,
      users: 5,
      systems: ["lead"],
    });
    expect(protocol.measured).toBe(5);
    await expect(
      evaluateSummary({ home, name: "gear", ...context, systems: ["lexrnk"] }),
    ).rejects.toMatchObject({ code: "unknown-system", hint: expect.stringContaining("lexrank") });
  });

  it("says what is missing where reviews have no headlines", async () => {
    await expect(evaluateSummary({ home, name: "bare", ...context })).rejects.toMatchObject({
      code: "no-headlines",
      message: expect.stringContaining("bare"),
      hint: expect.stringContaining("amazon-musical-instruments"),
    });
  });
});
