import { describe, expect, it } from "vitest";
import { htmlReport } from "../../../../src/evaluation/reporting/html-report.ts";
import { HOSTILE, hostileReport, PROTOCOL, REPORT } from "../../../support/evaluation-report.ts";
import { parseXml, type XmlElement } from "../../../support/xml-reader.ts";

const OPTIONS = { title: "Measured", created: "28 November 2026" };

/** The page is written as XML too, so that a strict reader finds every tag left open and every text left unescaped. */
function parsed(page: string): XmlElement {
  const declared = page.replace("<!doctype html>", '<?xml version="1.0" encoding="UTF-8"?>');
  return parseXml(declared.replaceAll(' xmlns="http://www.w3.org/2000/svg"', ""));
}

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function textOf(element: XmlElement): string {
  return [element.text, ...element.children.map(textOf)].join("");
}

describe("a report as a page", () => {
  it("is well-formed, with tables that have captions and headings", async () => {
    const page = parsed(await htmlReport([REPORT], OPTIONS));
    expect(all(page, "h1").map(textOf)).toEqual(["Measured"]);
    const tables = all(page, "table");
    expect(tables.flatMap((table) => all(table, "caption")).map(textOf)).toEqual([
      "Results",
      "Recall by length of the list",
      "Recall by group",
      "Differences over the same 943 users",
      "A poster, table 3",
    ]);
    for (const table of tables) {
      expect(all(table, "th").every(({ attributes }) => attributes.scope !== undefined)).toBe(true);
    }
    const [results] = tables;
    expect(results && all(results, "tr").map((row) => row.children.map(textOf).join("|"))).toEqual([
      "system|recall@10|ndcg@10|fit s",
      "popular|0.086 [0.06, 0.11]|0.043 [0.032, 0.054]|0.41",
      "linear|0.214 [0.19, 0.24]|0.107 [0.096, 0.118]|0.41",
    ]);
  });

  it("says of each difference whether it is beyond chance, not by looks alone", async () => {
    const page = parsed(await htmlReport([REPORT], OPTIONS));
    const table = all(page, "table").find((each) =>
      all(each, "caption").some((caption) => textOf(caption).startsWith("Differences")),
    );
    expect(table && all(table, "td").map((cell) => cell.children.map(textOf).join("|"))).toEqual([
      "p 0.002|▲|+0.129|higher|[+0.10, +0.15]",
      "p 0.400||−0.004|within chance|[−0.015, +0.007]",
    ]);
  });

  it("has the protocol of each report beside its tables", async () => {
    const other = { ...REPORT, protocol: { ...PROTOCOL, dataset: "ml-1m" } };
    const page = parsed(await htmlReport([REPORT, other], OPTIONS));
    expect(all(page, "h2").map(textOf)).toEqual(["Ranking on ml-100k", "Ranking on ml-1m"]);
    expect(all(page, "aside")).toHaveLength(2);
    expect(all(page, "dt").map(textOf)).toContain("positive from");
    const ids = [...textlessIds(page)];
    expect(new Set(ids).size).toBe(ids.length);
    const targets = all(page, "a").map(({ attributes }) => attributes.href?.slice(1));
    expect(targets.every((target) => ids.includes(target ?? ""))).toBe(true);
  });

  it("draws each plot with a title and a description", async () => {
    const page = parsed(await htmlReport([REPORT], OPTIONS));
    const drawings = all(page, "svg").filter(({ attributes }) => attributes.role === "img");
    expect(drawings.map((svg) => svg.children.slice(0, 2).map(textOf))).toEqual([
      [
        "Recall by length of the list",
        "Lines with interval bands: recall@k by items in the list for popular, linear. The figures are in the table below.",
      ],
      [
        "Recall by group",
        "Bars with whiskers: recall@10 by group for linear. The figures are in the table below.",
      ],
    ]);
  });

  it("needs nothing else and runs nothing", async () => {
    const page = await htmlReport([REPORT], OPTIONS);
    expect(page).not.toMatch(/<script|\son\w+=|<link|@import|url\(|src=/i);
    expect(page.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:/);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain("prefers-color-scheme:dark");
    expect(page).toContain("@media print");
  });

  it("shows hostile text as text everywhere", async () => {
    const page = await htmlReport([hostileReport()], { title: HOSTILE, created: HOSTILE });
    expect(page).not.toContain("<script");
    expect(page).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    const shown = "</title><script>alert(1)</script>\"'&|`* end";
    const tree = parsed(page);
    expect(all(tree, "h1").map(textOf)).toEqual([shown]);
    expect(all(tree, "figcaption").map(textOf)).toEqual([shown, shown]);
    expect(all(tree, "text").map(textOf)).toContain(shown);
  });

  it("lays a wide table on its side", async () => {
    const metrics = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8].map((k) => [`recall@${k}`, { value: 0.5, low: 0.4, high: 0.6 }]),
    );
    const wide = { ...REPORT, results: [{ system: "linear", metrics, seconds: {} }], plots: [] };
    const [table] = all(parsed(await htmlReport([wide], OPTIONS)), "table");
    expect(table && all(table, "tr").map((row) => textOf(row))[0]).toBe("metriclinear");
  });

  it("says that nothing was measured, and leaves out what is not there", async () => {
    const bare = { protocol: PROTOCOL, results: [], comparisons: [], published: [], plots: [] };
    const page = await htmlReport([bare], OPTIONS);
    expect(page).toContain("Nothing was measured.");
    expect(page).not.toContain("Published, not run here");
  });
});

function textlessIds(element: XmlElement): string[] {
  const { id } = element.attributes;
  return [...(id === undefined ? [] : [id]), ...element.children.flatMap(textlessIds)];
}
