import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importItems } from "../../../memory/datasets/importing/import-items.ts";
import { ItemId } from "../../../memory/ids.ts";
import type { EvaluationReport } from "../../../src/evaluation/report.ts";
import { runScripted } from "../../support/scripted-terminal.ts";

const ITEMS = 30;
const USERS = 60;
let home: string;

/** Two circles of people and things: everybody takes fifteen things of the own circle, in an order of their own, and likes them. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "cicerone-evaluate-"));
  await importItems({
    head: {
      name: "circles",
      noun: { one: "thing", many: "things", verb: "take", past: "taken" },
      scale: { min: 1, max: 5 },
      positiveFrom: 3,
      facets: [{ name: "colour", kind: "category", aliases: ["colour"] }],
    },
    items: Array.from({ length: ITEMS }, (_, i) => ({
      id: ItemId.parse(`i${i}`),
      title: `Thing ${i}`,
      facets: { colour: i < ITEMS / 2 ? "red" : "blue" },
      text: i < ITEMS / 2 ? "warm and round" : "cold and square",
    })),
    interactions: Array.from({ length: USERS * 13 }, (_, row) => {
      const user = Math.floor(row / 13);
      const step = row % 13;
      const stride = [1, 2, 4, 7][user % 4] ?? 1;
      const item = (user % 2) * 15 + ((user + step * stride) % 15);
      return { user: `u${user}`, item: `i${item}`, value: 3 + ((user + item) % 3), at: row + 1 };
    }),
    home,
    clock: () => 1_700_000_000_000,
  });
});
afterAll(() => rmSync(home, { recursive: true }));

async function evaluate(...args: string[]) {
  return runScripted(["evaluate", ...args, "--data", "circles", "--home", home, "--resamples", "20"]);
}

function reportsOf(stdout: string): EvaluationReport[] {
  return [JSON.parse(stdout)].flat();
}

function figure(report: EvaluationReport | undefined, system: string, metric: string): number {
  return report?.results.find((each) => each.system === system)?.metrics[metric]?.value ?? Number.NaN;
}

describe("cicerone evaluate", () => {
  it("ranks, and tells the protocol, the figures and the differences to people", async () => {
    const { code, stdout } = await evaluate("ranking", "--systems", "popular,linear", "--k", "3");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Ranking on circles/);
    expect(stdout).toMatch(/leave-one-out by time/);
    expect(stdout).toMatch(/linear +1\.000 +1\.000/);
    expect(stdout).toMatch(/linear − popular/);
  });

  it("writes Markdown and a page, and says what has changed since an earlier report", async () => {
    const before = join(home, "before.json");
    const page = join(home, "page.html");
    const json = await evaluate("ranking", "--systems", "popular", "--k", "3", "--json");
    writeFileSync(before, json.stdout);
    const args = ["--systems", "popular", "--k", "3", "--markdown", "--html", page, "--compare", before];
    const { code, stdout, stderr } = await evaluate("ranking", ...args);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "`cicerone evaluate ranking --data circles --resamples 20 --systems popular --k 3`",
    );
    expect(stdout).toContain("before and now");
    expect(stderr).toContain(page);
    expect(readFileSync(page, "utf8")).toMatch(/<svg[\s\S]*recall@3/);
  });

  it("measures the pipeline: each stage, and what its lists are otherwise", async () => {
    const { code, stdout } = await evaluate("pipeline", "--k", "3", "--json");
    expect(code).toBe(0);
    const [report] = reportsOf(stdout);
    expect(report?.results.map(({ system }) => system)).toEqual([
      "retrieve",
      "retrieve+score",
      "retrieve+score+re-rank",
    ]);
    // Of a circle's fifteen things two are left: the one to be found is one of them.
    expect(figure(report, "retrieve+score", "recall@3")).toBeGreaterThan(0.9);
    expect(figure(report, "retrieve+score+re-rank", "coverage@3")).toBeGreaterThan(0.5);
    expect(figure(report, "retrieve", "diversity@3")).toBeGreaterThan(0);
  });

  it("cuts users short and withholds items: two reports", async () => {
    const { code, stdout } = await evaluate("cold-start", "--k", "5", "--json");
    expect(code).toBe(0);
    const [users, items] = reportsOf(stdout);
    expect(users?.protocol.task).toBe("cold-start users");
    expect(figure(users, "linear", "recall@5 after 5")).toBeGreaterThan(0.9);
    expect(figure(users, "linear", "recall@5 after 0")).toBe(0);
    expect(figure(users, "agent", "recall@5 after 5")).toBeGreaterThan(0.5);
    expect(items?.protocol).toMatchObject({ task: "cold-start items", candidates: "the withheld items" });
  });

  it("measures everything that the data allows, and says what it left out", async () => {
    const { code, stdout, stderr } = await evaluate("all", "--json");
    expect(code).toBe(0);
    expect(reportsOf(stdout).map(({ protocol }) => protocol.task)).toEqual([
      "retrieval",
      "ranking",
      "pipeline",
      "rating",
      "cold-start users",
      "cold-start items",
      "explanation",
      "conversation",
    ]);
    expect(stderr).toMatch(/Left out: summary: /);
  });

  it.each([
    [["ranking", "--systems", "liner"], "linear"],
    [["ranking", "--k", "ten"], "--k 10,100"],
    [["ranking", "--metrics", "hits"], "Did you mean hit?"],
    [["ranking", "--split", "random"], "leave-one-out"],
    [["ranking", "--systems", "popular", "--against", "linear"], "There are popular."],
    [["rating", "--share", "2"], "between 0 and 1"],
    [["ranking", "--compare", "nowhere.json"], "nowhere.json"],
    [["rating", "--folds-from", "nowhere"], "nowhere"],
  ])("refuses %j and says what would do", async (args, hint) => {
    const { code, stdout, stderr } = await evaluate(...args);
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toContain(hint);
  });
});
