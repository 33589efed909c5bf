import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareLines } from "../../../../src/cli/compare-lines.ts";
import { compareReports, pairReports } from "../../../../src/evaluation/reporting/compare.ts";
import { compareMarkdown } from "../../../../src/evaluation/reporting/compare-markdown.ts";
import { readReports } from "../../../../src/evaluation/reporting/read-reports.ts";
import { around, hostileReport, PROTOCOL, REPORT, result } from "../../../support/evaluation-report.ts";

const NOW = {
  ...REPORT,
  results: [result("popular", 0.086), result("linear", 0.226), result("text", 0.102)],
};
const TUNED = { ...PROTOCOL, maskSeen: false, parameters: { linear: { l2: 250 }, popular: {} } };

describe("comparing with an earlier report", () => {
  it("tells before, now and the difference for every system and metric", () => {
    const { figures } = compareReports(REPORT, NOW);
    expect(figures).toHaveLength(6);
    expect(figures[2]).toEqual({
      system: "linear",
      metric: "recall@10",
      before: around(0.214, 0.025),
      now: around(0.226, 0.025),
      difference: 0.226 - 0.214,
    });
    expect(figures[4]).toMatchObject({ system: "text", before: undefined, difference: undefined });
  });

  it("names the entries in which protocols differ, and the program's versions apart from them", () => {
    const later = { ...TUNED, versions: { ...PROTOCOL.versions, cicerone: "0.2.0" } };
    const { protocol, versions } = compareReports(REPORT, { ...NOW, protocol: later });
    expect(protocol).toEqual([
      { entry: "maskSeen", before: "yes", now: "no" },
      { entry: "parameters.linear.l2", before: "500", now: "250" },
    ]);
    expect(versions).toEqual([{ entry: "versions.cicerone", before: "0.1.0", now: "0.2.0" }]);
  });

  it("does not take a system more for another protocol", () => {
    const parameters = { ...TUNED.parameters, linear: { l2: 500 }, "gpt-3.5": { temperature: 0 } };
    const more = {
      ...REPORT,
      protocol: { ...PROTOCOL, parameters, devices: { "gpt-3.5": "cpu" } },
      results: [...REPORT.results, result("gpt-3.5", 0.1)],
    };
    expect(compareReports(REPORT, more).protocol).toEqual([]);
    expect(compareReports(more, REPORT).protocol).toEqual([]);
  });

  it("says so first where protocols differ, and shows the figures all the same", () => {
    const lines = compareLines(compareReports(REPORT, { ...NOW, protocol: TUNED }), { width: 80 });
    expect(lines.slice(0, 12)).toEqual([
      "Ranking on ml-100k: before and now",
      "DIFFERENT PROTOCOLS, in 2 entries: what differs below may come from that.",
      "  maskSeen: yes → no",
      "  parameters.linear.l2: 500 → 250",
      "",
      "                                  before                   now  difference",
      "popular  recall@10    0.086 [0.06, 0.11]    0.086 [0.06, 0.11]      0.0000",
      "popular  ndcg@10    0.043 [0.032, 0.054]  0.043 [0.032, 0.054]      0.0000",
      "linear   recall@10    0.214 [0.19, 0.24]    0.226 [0.20, 0.25]     +0.0120",
      "linear   ndcg@10    0.107 [0.096, 0.118]  0.113 [0.102, 0.124]     +0.0060",
      "text     recall@10                     –    0.102 [0.08, 0.13]           –",
      "text     ndcg@10                       –  0.051 [0.040, 0.062]           –",
    ]);
    const markdown = compareMarkdown(compareReports(REPORT, { ...NOW, protocol: TUNED }));
    expect(markdown).toContain("**DIFFERENT PROTOCOLS, in 2 entries");
    expect(markdown).toContain("| linear | recall@10 | 0.214 [0.19, 0.24] | 0.226 [0.20, 0.25] | +0.0120 |");
  });

  it("says where they agree", () => {
    const lines = compareLines(compareReports(REPORT, NOW), { width: 60 });
    expect(lines[1]).toBe("Same protocol: the figures may be compared.");
    expect(lines.every((line) => line.length <= 60)).toBe(true);
  });

  it("lets nothing through that a terminal would obey", () => {
    const change = compareReports(hostileReport(), REPORT);
    const text = compareLines(change, { width: 80 }).join("\n") + compareMarkdown(change);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  it("pairs reports of one task and dataset, the nearest protocol first", () => {
    const tuned = { ...REPORT, protocol: TUNED };
    const elsewhere = { ...REPORT, protocol: { ...PROTOCOL, dataset: "ml-1m" } };
    const pairs = pairReports([REPORT, tuned], [tuned, REPORT, elsewhere]);
    expect(pairs.map(({ before }) => before)).toEqual([tuned, REPORT, undefined]);
  });
});

describe("reading an earlier report", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "reports-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function file(name: string, content: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  }

  it("takes one report or a list, and null for what was no number", async () => {
    const odd = {
      ...REPORT,
      results: [{ ...result("linear", 0.2), metrics: { auc: around(Number.NaN, 0) } }],
    };
    const [one] = await readReports(await file("one.json", JSON.stringify(odd)));
    expect(one?.protocol).toEqual(PROTOCOL);
    expect(one?.results[0]?.metrics.auc?.value).toBeNaN();
    expect(await readReports(await file("two.json", JSON.stringify([REPORT, NOW])))).toHaveLength(2);
  });

  it.each([
    ["no JSON", "{", "file-not-json", /is not JSON/],
    ["no report", '{"name":"x"}', "not-a-report", /what is at protocol does not fit/],
    [
      "a figure that is text",
      '[{"protocol":{"task":"a","dataset":"b"},"results":[{"system":"s","metrics":{"m":{"value":"1"}}}]}]',
      "not-a-report",
      /at 0\.results\.0\.metrics\.m\.value/,
    ],
    ["an empty list", "[]", "not-a-report", /no report of an evaluation/],
  ])("says what is wrong with %s", async (name, content, code, message) => {
    const reading = readReports(await file(`${name}.json`, content));
    await expect(reading).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      hint: expect.stringContaining("--json"),
    });
  });

  it("says that a file is not there, or is a folder", async () => {
    await expect(readReports(join(folder, "none.json"))).rejects.toMatchObject({ code: "missing-file" });
    await expect(readReports(folder)).rejects.toMatchObject({ code: "file-unreadable" });
  });
});
