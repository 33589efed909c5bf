import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkDataset } from "../../../../memory/datasets/checking/check-dataset.ts";
import type { Finding } from "../../../../memory/datasets/checking/finding.ts";
import { Descriptor, type DescriptorInput } from "../../../../memory/datasets/descriptor.ts";
import { runScripted } from "../../../support/scripted-terminal.ts";

let root: string;
let from: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cicerone-check-test-"));
  from = join(root, "tables");
  mkdirSync(from);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const BOOKS: DescriptorInput = {
  name: "books",
  scale: { min: 1, max: 5 },
  facets: [{ name: "genre", kind: "tags" }],
  files: { books: "books.csv", loans: "loans.csv" },
  items: "SELECT isbn AS id, name AS title, [genre] AS genre FROM books",
  interactions: 'SELECT reader AS "user", isbn AS item, stars AS value, day AS "at" FROM loans',
};
const ROWS = "b1,Emma,Classic\nb2,Dune,SF\nb3,Solaris,SF\n";
const LOANS = "ann,b1,5,1577836800\nbea,b2,4,1577836801\nann,b2,1,1577836802\n";

async function findings(
  books: string,
  loans: string,
  changes: Partial<DescriptorInput> = {},
): Promise<readonly Finding[]> {
  writeFileSync(join(from, "books.csv"), `isbn,name,genre\n${books}`);
  writeFileSync(join(from, "loans.csv"), `reader,isbn,stars,day\n${loans}`);
  const scratch = mkdtempSync(join(root, "scratch-"));
  const descriptor = Descriptor.parse({ ...BOOKS, ...changes });
  const report = await checkDataset({ descriptor, from, scratch, clock: () => Date.UTC(2026, 0, 2) });
  return report.findings;
}

describe("checking a dataset", () => {
  it("finds nothing where nothing is wrong", async () => {
    expect(await findings(ROWS, LOANS)).toEqual([]);
  });

  it("gives file and lines of what would be turned away, past cells of several lines", async () => {
    const found = await findings(
      `${ROWS}b4,"Two\nlines",SF\n\n,Nameless,SF\nb1,Again,SF\nb6,too,many,cells\n`,
      `${LOANS}cid,b1,9,1577836803\ncid,b2,9,1577836804\ncid,b3,9,1577836805\ndan,b1,9,1577836806\n`,
    );
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: "items turned away: no id", lines: [8], file: "books.csv" }),
        expect.objectContaining({
          what: expect.stringContaining("repeated id"),
          lines: [9],
          file: "books.csv",
        }),
        expect.objectContaining({
          what: expect.stringContaining("too many"),
          lines: [10],
          file: "books.csv",
        }),
        expect.objectContaining({
          what: "interactions turned away: value outside the scale",
          count: 4,
          lines: [5, 6, 7],
          file: "loans.csv",
          advice: expect.stringContaining("scale: {"),
        }),
      ]),
    );
  });

  it.each([
    ["1.0 there", "1,Emma,SF\n2,Dune,SF\n3,Solaris,SF\n", "ann,1.0,5,0\nann,2.0,5,0\nbea,3,4,0\n"],
    ["leading zeros", "1,Emma,SF\n2,Dune,SF\n3,Solaris,SF\n", "ann,001,5,0\nann,002,5,0\nbea,3,4,0\n"],
    ["upper and lower", ROWS, "ann,B1,5,0\nann,B2,5,0\nbea,b3,4,0\n"],
  ])("sees that ids of two tables differ only by form: %s", async (what, books, loans) => {
    const found = await findings(books, loans);
    const finding = found.find((one) => one.what.includes("look like them"));
    expect(finding).toMatchObject({ what: expect.stringContaining(what), count: 2, lines: [2, 3] });
  });

  it("says so where unknown items are simply not there", async () => {
    const found = await findings(ROWS, `${LOANS}ann,zebra,3,1577836803\n`);
    expect(found).toEqual([
      expect.objectContaining({ what: "1 ids in the interactions are those of no item", lines: [5] }),
    ]);
  });

  it("sees lists that were not split, two spellings, double titles and ids that differ by case", async () => {
    const found = await findings("b1,Emma,A; B\nB1,Dune,B; A\nb3,Dune,A; b\nb4,Solaris,a;b\n", LOANS);
    const whats = found.map(({ what }) => what);
    expect(whats).toEqual(
      expect.arrayContaining([
        "ids differ only in case or spaces",
        "titles that several items have",
        "genre looks like lists that are not split",
        "genre has values in two spellings",
      ]),
    );
    expect(found.find(({ what }) => what.includes("not split"))?.advice).toContain("string_split(…, ';')");
  });

  it("sees numbers with units in a number facet, and names the macro that reads them", async () => {
    const found = await findings("b1,Emma,474 pages\nb2,Dune,612 pages\n", LOANS.replaceAll("b3", "b1"), {
      facets: [{ name: "genre", kind: "number" }],
      items: "SELECT isbn AS id, name AS title, genre FROM books",
    });
    expect(found).toContainEqual(
      expect.objectContaining({
        what: "value left out: genre is not a number",
        count: 2,
        lines: [2, 3],
        advice: expect.stringContaining('number_in(…) AS "genre"'),
      }),
    );
  });

  it("sees milliseconds, steps that are no times, and ratings that use little of the scale", async () => {
    expect(await findings(ROWS, `${LOANS}cid,b1,3,1577836800000\n`)).toContainEqual(
      expect.objectContaining({ what: expect.stringContaining("milliseconds?"), lines: [5] }),
    );
    const found = await findings(ROWS, "ann,b1,1,1\nann,b2,2,2\nbea,b3,1,1\n");
    const whats = found.map(({ what }) => what).join("\n");
    expect(whats).toContain("times end in 1970");
    expect(whats).toContain("ratings go from 1 to 2, on a scale from 1 to 5");
  });

  it("is an error where an import would fail, with the same words and the same exit code", async () => {
    vi.stubEnv("TMPDIR", root);
    writeFileSync(join(from, "books.csv"), "isbn,name,genre\nb1,Emma,SF\n");
    const yaml = join(from, "books.yaml");
    writeFileSync(
      yaml,
      "name: books\nfiles: { books: books.csv }\nitems: SELECT isbm AS id, name AS title FROM books\n",
    );
    const failed = await runScripted(["data", "check", yaml]);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toMatch(/^ERROR {3}The items query fails: .*"isbm" not found/);
    writeFileSync(
      yaml,
      "name: books\nfiles: { books: books.csv }\nitems: SELECT isbn AS id, name AS title FROM books\n",
    );
    const fine = await runScripted(["data", "check", yaml, "--json"]);
    expect(fine.code).toBe(0);
    expect(JSON.parse(fine.stdout)).toMatchObject({ ok: true, findings: [] });
    expect(existsSync("/nowhere")).toBe(false);
    expect(readdirSync(root)).toEqual(["tables"]);
  });
});
