import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Descriptor, type DescriptorInput } from "../../../../memory/datasets/descriptor.ts";
import { importNamed } from "../../../../memory/datasets/importing/import-named.ts";
import type { ImportReport } from "../../../../memory/datasets/importing/import-report.ts";
import { importDataset } from "../../../../memory/datasets/importing/importer.ts";
import { listDatasets, openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { readInteractions, readReviews } from "../../../../memory/datasets/read-interactions.ts";
import { snapshotPaths } from "../../../../memory/store/snapshot.ts";

let root: string;
let from: string;
let home: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cicerone-import-"));
  from = join(root, "tables");
  home = join(root, "home");
  mkdirSync(from);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const BOOKS: DescriptorInput = {
  name: "books",
  noun: { one: "book", many: "books", verb: "read", past: "read" },
  scale: { min: 1, max: 5 },
  facets: [
    { name: "author", kind: "people", aliases: ["by"] },
    { name: "pages", kind: "number", unit: "pages" },
    { name: "shelf", kind: "tags" },
  ],
  files: { books: "books.csv", loans: "loans.csv" },
  items: "SELECT isbn AS id, name AS title, blurb AS text, author, pages, shelf FROM books",
  interactions: 'SELECT reader AS "user", isbn AS item, stars AS value, day AS "at" FROM loans',
};

const BOOKS_CSV = `isbn,name,blurb,author,pages,shelf
b1,Emma,"A matchmaker, mistaken.",Jane Austen,474,classic|comedy
b2,Dune,Sand and spice.,Frank Herbert,612,science fiction|classic
b3,Solaris,,Stanisław Lem,204,science fiction
`;
const LOANS_CSV = `reader,isbn,stars,day
ann,b1,5,2020-01-01
bea,b2,4,2020-01-02
ann,b3,3,2020-01-03
`;

function write(files: Record<string, string | Buffer>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(from, name), content);
}

function run(
  changes: Partial<DescriptorInput> = {},
  options: { signal?: AbortSignal } = {},
): Promise<ImportReport> {
  let now = 1_000;
  return importDataset({
    descriptor: Descriptor.parse({ ...BOOKS, ...changes }),
    from,
    home,
    clock: () => (now += 500),
    ...options,
  });
}

describe("importing somebody's own tables", () => {
  it("makes a catalogue, interactions and a manifest that say where they came from", async () => {
    write({ "books.csv": BOOKS_CSV, "loans.csv": LOANS_CSV });
    const report = await run();
    expect(report).toMatchObject({
      name: "books",
      items: { read: 3, kept: 3, rejected: [] },
      interactions: { read: 3, kept: 3, rejected: [] },
      users: 2,
      seconds: 0.5,
    });
    const { catalogue, manifest, paths } = openDataset(home, "books");
    expect(catalogue.item(2)).toEqual({
      id: "b3",
      title: "Solaris",
      facets: { author: ["Stanisław Lem"], pages: 204, shelf: ["science fiction"] },
    });
    expect(catalogue.text(0)).toBe("A matchmaker, mistaken.");
    expect(catalogue.noun.past).toBe("read");
    expect(catalogue.statistics(0)).toMatchObject({ count: 1, mean: 5 });
    expect(manifest.counts).toEqual({ items: 3, users: 2, interactions: 3 });
    expect(manifest.sources.map(({ bytes }) => bytes)).toEqual([
      Buffer.byteLength(BOOKS_CSV),
      LOANS_CSV.length,
    ]);
    expect(manifest.sources[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const interactions = await readInteractions(paths);
    expect(interactions.userIds).toEqual(["ann", "bea"]);
    expect([...interactions.users]).toEqual([0, 1, 0]);
    expect([...interactions.items]).toEqual([0, 1, 2]);
    expect([...(interactions.values ?? [])]).toEqual([5, 4, 3]);
    expect(interactions.at[1]).toBe(Date.UTC(2020, 0, 2) / 1000);
    expect(listDatasets(home).map(({ name }) => name)).toEqual(["books"]);
    catalogue.close();
    const files = ["catalogue.sqlite", "interactions.parquet", "manifest.json"];
    expect(readdirSync(paths.directory).sort()).toEqual(files);
  });

  it("counts broken, repeated and dangling rows by reason, with an example of each", async () => {
    write({
      "books.csv": `${BOOKS_CSV}b4,Short line\n,No id,,,,\nb5,,,,,\nb1,Emma again,,,,\nb6,Odd pages,,,many,\n`,
      "loans.csv": `${LOANS_CSV}ann,b9,4,2020-01-04\n,b1,4,2020-01-04\nbea,,4,2020-01-04\nbea,b1,nice,2020-01-04\nbea,b1,9,2020-01-04\nbea,b1,2,someday\nann,b1,2,2021-01-01\na,b,c,d,e\n`,
    });
    const report = await run();
    expect(report.items).toMatchObject({ read: 8, kept: 4 });
    expect(Object.fromEntries(report.items.rejected.map(({ reason, count }) => [reason, count]))).toEqual({
      "broken line: missing columns": 1,
      "no id": 1,
      "no title": 1,
      "repeated id (the first is kept)": 1,
    });
    expect(report.items.rejected.find(({ reason }) => reason.startsWith("repeated"))?.example).toContain(
      "Emma again",
    );
    expect(report.unreadable).toEqual([
      {
        reason: "pages is not a number",
        count: 1,
        example: "Odd pages: many",
        file: "books.csv",
        lines: [9],
      },
    ]);
    const reasons = Object.fromEntries(
      report.interactions.rejected.map(({ reason, example }) => [reason, example]),
    );
    expect(reasons).toEqual({
      "broken line: too many columns": "a,b,c,d,e",
      "no item": "user bea, value 4, at 2020-01-04",
      "no user": "item b1, value 4, at 2020-01-04",
      "repeated user and item (the latest is kept)": "user ann, item b1, value 5, at 2020-01-01",
      "time cannot be read": "user bea, item b1, value 2, at someday",
      "unknown item": "user ann, item b9, value 4, at 2020-01-04",
      "value is not a number": "user bea, item b1, value nice, at 2020-01-04",
      "value outside the scale": "user bea, item b1, value 9, at 2020-01-04",
    });
    const { kept, read, rejected } = report.interactions;
    expect(read).toBe(kept + rejected.reduce((sum, { count }) => sum + count, 0));
    expect([read, kept]).toEqual([11, 3]);
  });

  it("reads tabs, JSON lines, '::' and Parquet alike", async () => {
    write({
      "books.tsv": 'isbn\tname\nb1\tEmma, "quoted"\nb2\tDune\n',
      "loans.dat": "ann::b1::5\nbea::b2::4\n",
      "loans.jsonl":
        '{"who":"ann","isbn":"b1","text":"Lovely."}\n{broken\n{"who":"bea","isbn":"b2","text":null}\n',
    });
    const tsv = { file: "books.tsv", quote: "" };
    const items = "SELECT isbn AS id, name AS title FROM books";
    await run({
      facets: [],
      files: { books: tsv, loans: { file: "loans.dat", separator: "::", columns: ["who", "isbn", "stars"] } },
      items,
      interactions: 'SELECT who AS "user", isbn AS item, stars AS value FROM loans',
    });
    const first = openDataset(home, "books");
    expect(first.catalogue.title(0)).toBe('Emma, "quoted"');
    expect([...((await readInteractions(first.paths)).values ?? [])]).toEqual([5, 4]);
    first.catalogue.close();
    copyFileSync(first.paths.interactions, join(from, "loans.parquet"));
    const report = await run({
      facets: [],
      files: { books: tsv, loans: "loans.parquet" },
      items,
      interactions: 'SELECT "user", item, value FROM loans',
    });
    expect(report.interactions).toMatchObject({ read: 2, kept: 2 });
    const lines = await run({
      facets: [],
      files: { books: tsv, loans: "loans.jsonl" },
      items,
      scale: undefined,
      interactions: 'SELECT who AS "user", isbn AS item, text AS review FROM loans',
    });
    expect(lines.interactions).toMatchObject({ read: 3, kept: 2 });
    expect(lines.interactions.rejected).toEqual([
      {
        reason: "broken line: not JSON",
        count: 1,
        example: "{broken",
        lines: [2],
        file: "loans.jsonl",
      },
    ]);
    const { paths, catalogue } = openDataset(home, "books");
    expect((await readReviews(paths, "ann")).map(({ review }) => review)).toEqual(["Lovely."]);
    expect((await readInteractions(paths)).values).toBeUndefined();
    catalogue.close();
  });

  it("reads on after rows with broken quotes, bad characters or no end, and counts them", async () => {
    const books = [
      '\ufeff"isbn",name,"the ""shelf"""',
      'b1,"Emma, ""quoted""",a',
      'b2,"Du"ne,a',
      `b3,${"x".repeat(2_500_000)},a`,
      "b4,Solaris,a",
      "",
    ].join("\r\n");
    const bad = Buffer.concat([Buffer.from(books), Buffer.from("b5,Mis\xe9rables,a\r\n", "latin1")]);
    write({ "books.csv": bad, "loans.csv": "reader,isbn,stars,day\n" });
    const items = 'SELECT isbn AS id, name AS title, "the ""shelf""" AS shelf FROM books';
    const report = await run({ items, facets: [{ name: "shelf", kind: "tags" }] });
    expect(report.items).toMatchObject({ read: 5, kept: 2 });
    expect(report.items.rejected.map(({ reason }) => reason).sort()).toEqual([
      "broken line: longer than 2 MB",
      "broken line: not utf-8 (the descriptor can state another encoding)",
      "broken line: text beside a quoted cell",
    ]);
    const { catalogue } = openDataset(home, "books");
    expect([catalogue.title(0), catalogue.title(1)]).toEqual(['Emma, "quoted"', "Solaris"]);
    expect(catalogue.values("shelf")).toEqual([{ value: "a", count: 2 }]);
    catalogue.close();
  });

  it("reads columns of other catalogues' names, numbers or texts", async () => {
    write({
      "books.jsonl": '{"isbn":"b1","name":"Emma","imdb":116191.0}\n{"isbn":"b2","name":"Dune","imdb":null}\n',
      "loans.csv": LOANS_CSV,
    });
    const changes = {
      facets: [],
      identifiers: ["imdb"],
      files: { books: "books.jsonl", loans: "loans.csv" },
    };
    await run({ ...changes, items: "SELECT isbn AS id, name AS title, imdb FROM books" });
    const { catalogue } = openDataset(home, "books");
    expect(catalogue.identifiers(0)).toEqual({ imdb: "tt0116191" });
    expect(catalogue.identifiers(1)).toEqual({});
    catalogue.close();
    await expect(
      run({ ...changes, items: "SELECT isbn AS id, name AS title FROM books" }),
    ).rejects.toMatchObject({ code: "missing-column", message: expect.stringContaining("imdb") });
  });

  it("takes 1.0 and 1 for the same name, as tables from other programs hold it", async () => {
    write({
      "books.jsonl":
        '{"id":1.0,"name":"Emma","printed":"1815-12-23"}\n{"id":2.5,"name":"Dune","printed":null}\n',
      "loans.jsonl": '{"who":7,"book":1}\n{"who":8.0,"book":1}\n',
    });
    const report = await run({
      facets: [{ name: "printed", kind: "year" }],
      files: { books: "books.jsonl", loans: "loans.jsonl" },
      items: "SELECT id, name AS title, printed FROM books",
      scale: undefined,
      interactions: 'SELECT who AS "user", book AS item FROM loans',
    });
    expect(report.interactions).toMatchObject({ kept: 2, rejected: [] });
    const { catalogue, paths } = openDataset(home, "books");
    expect([catalogue.item(0).id, catalogue.item(1).id]).toEqual(["1", "2.5"]);
    expect(catalogue.value(0, "printed")).toBe(1815);
    expect((await readInteractions(paths)).userIds).toEqual(["7", "8"]);
    catalogue.close();
  });

  it("gets encodings right", async () => {
    write({ "books.csv": Buffer.from("isbn,name\nb1,Les Misérables\n", "latin1"), "loans.csv": LOANS_CSV });
    await run({
      facets: [],
      files: { books: { file: "books.csv", encoding: "latin-1" }, loans: "loans.csv" },
      items: "SELECT isbn AS id, name AS title FROM books",
    });
    const { catalogue } = openDataset(home, "books");
    expect(catalogue.title(0)).toBe("Les Misérables");
    expect(catalogue.search("miserables", 5)).toHaveLength(1);
    catalogue.close();
  });

  it("needs no optional file, and leaves out facets that no item has", async () => {
    write({ "books.csv": BOOKS_CSV, "loans.csv": LOANS_CSV });
    const files = {
      ...BOOKS.files,
      prizes: { file: "prizes.csv", optional: true, columns: ["isbn", "prize"] },
    };
    const report = await run({
      files,
      facets: [{ name: "prize", kind: "tags" }],
      items: "SELECT books.isbn AS id, name AS title, prize FROM books LEFT JOIN prizes USING (isbn)",
    });
    expect(report).toMatchObject({ emptyFacets: ["prize"], missingFiles: ["prizes.csv"] });
    const { catalogue } = openDataset(home, "books");
    expect(catalogue.facets).toEqual([]);
    catalogue.close();
  });
});

describe("an import that cannot be", () => {
  beforeEach(() => write({ "books.csv": BOOKS_CSV, "loans.csv": LOANS_CSV }));

  it("names the file that is missing, where, and the nearest there is", async () => {
    await expect(run({ files: { ...BOOKS.files, books: "boks.csv" } })).rejects.toMatchObject({
      code: "missing-file",
      message: expect.stringContaining("boks.csv"),
      hint: expect.stringContaining("Did you mean books.csv?"),
    });
  });

  it("says that a file is empty", async () => {
    write({ "books.csv": "" });
    await expect(run()).rejects.toMatchObject({
      code: "unreadable-file",
      message: expect.stringContaining("empty"),
    });
  });

  it("names the column that is missing and the columns there are", async () => {
    await expect(run({ items: "SELECT isbn AS id, author, pages, shelf FROM books" })).rejects.toMatchObject({
      code: "missing-column",
      message: expect.stringContaining("title"),
      hint: expect.stringContaining("id, author, pages, shelf"),
    });
    await expect(run({ interactions: 'SELECT reader AS "user" FROM loans' })).rejects.toMatchObject({
      code: "missing-column",
      message: expect.stringContaining("item"),
    });
  });

  it("gives DuckDB's own words for SQL that does not run", async () => {
    await expect(run({ items: "SELECT isbm AS id FROM books" })).rejects.toMatchObject({
      code: "bad-sql",
      message: expect.stringContaining('"isbm" not found'),
      hint: expect.stringContaining("books, loans"),
    });
  });

  it("notices when a bare user is not a column but the database's own", async () => {
    await expect(run({ interactions: "SELECT user, isbn AS item FROM loans" })).rejects.toMatchObject({
      code: "bad-sql",
      hint: expect.stringContaining('AS "user"'),
    });
  });

  it("guesses at the separator that was meant, and takes no folder for a file", async () => {
    write({ "books.csv": "isbn;name\nb1;Emma\n" });
    await expect(run()).rejects.toMatchObject({
      code: "unreadable-file",
      hint: expect.stringContaining('separator: ";"'),
    });
    rmSync(join(from, "books.csv"));
    mkdirSync(join(from, "books.csv"));
    await expect(run()).rejects.toMatchObject({ code: "missing-file" });
  });

  it("leaves the built-in names to the built-in datasets", async () => {
    const yaml = join(from, "mine.yaml");
    writeFileSync(yaml, "name: ml-1m\nfiles: { books: books.csv }\nitems: SELECT 1\n");
    const refusal = { code: "reserved-name", hint: expect.stringContaining("my-ml-1m") };
    await expect(importNamed({ dataset: yaml, home, clock: () => 0 })).rejects.toMatchObject(refusal);
    expect(existsSync(join(home, "datasets"))).toBe(false);
  });

  it("refuses ratings under another name, instead of losing them without a word", async () => {
    const interactions = 'SELECT reader AS "user", isbn AS item, stars FROM loans';
    await expect(run({ interactions })).rejects.toMatchObject({
      code: "missing-column",
      hint: expect.stringContaining("user, item, stars"),
    });
  });

  it("names what is damaged or missing of a snapshot, and what makes it anew", async () => {
    await run();
    const folder = join(home, "datasets", "books");
    const refusal = (message: RegExp) =>
      expect.objectContaining({
        code: "foreign-snapshot",
        message: expect.stringMatching(message),
        hint: expect.stringContaining("cicerone data import FILE.yaml"),
      });
    const catalogue = readFileSync(join(folder, "catalogue.sqlite"));
    for (const content of [catalogue.subarray(0, 9000), Buffer.alloc(0), Buffer.from("a letter")]) {
      writeFileSync(join(folder, "catalogue.sqlite"), content);
      expect(() => openDataset(home, "books")).toThrowError(refusal(/catalogue\.sqlite is damaged/));
    }
    rmSync(join(folder, "catalogue.sqlite"));
    expect(() => openDataset(home, "books")).toThrowError(refusal(/catalogue\.sqlite is missing/));
    writeFileSync(join(folder, "catalogue.sqlite"), catalogue);
    rmSync(join(folder, "manifest.json"));
    expect(() => openDataset(home, "books")).toThrowError(refusal(/manifest\.json is missing/));
    const paths = snapshotPaths(home, "books");
    writeFileSync(paths.interactions, "no parquet");
    await expect(readInteractions(paths)).rejects.toEqual(
      refusal(/interactions\.parquet is missing or damaged/),
    );
  });

  it("runs nothing but one SELECT", async () => {
    for (const items of ["SELECT 1; SELECT 2", "COPY (SELECT 1) TO 'x.csv'", "DROP VIEW books"]) {
      await expect(run({ items })).rejects.toMatchObject({ code: "bad-sql" });
    }
  });

  it("reads nothing outside the folder it was given, by path, by '..' or by link", async () => {
    writeFileSync(join(root, "secret.csv"), "isbn,name\ns,Secret\n");
    symlinkSync(join(root, "secret.csv"), join(from, "link.csv"));
    for (const path of [
      join(root, "secret.csv"),
      join(from, "../secret.csv"),
      join(from, "link.csv"),
      "/etc/passwd",
    ]) {
      const items = `SELECT 'x' AS id, content AS title, '' AS author, 1 AS pages, '' AS shelf FROM read_text('${path}')`;
      await expect(run({ items })).rejects.toMatchObject({
        code: "bad-sql",
        message: expect.stringContaining("Cannot access file"),
      });
    }
    await expect(run({ files: { ...BOOKS.files, books: "link.csv" } })).rejects.toMatchObject({
      code: "outside-folder",
    });
  });

  it("leaves what was there, and nothing half done", async () => {
    await run();
    await expect(
      run({ items: "SELECT isbn AS id, name AS title, author, pages, shelf FROM books WHERE false" }),
    ).rejects.toMatchObject({ code: "empty-dataset" });
    const { catalogue } = openDataset(home, "books");
    expect(catalogue.size).toBe(3);
    catalogue.close();
    expect(readdirSync(join(home, "datasets"))).toEqual(["books"]);
  });

  it("stops when the signal aborts, with the signal's reason", async () => {
    const reason = new Error("enough");
    await expect(run({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(existsSync(join(home, "datasets", "books"))).toBe(false);
  });

  it("survives two imports of one dataset at once", async () => {
    await Promise.all([run(), run(), run()]);
    const { catalogue } = openDataset(home, "books");
    expect(catalogue.size).toBe(3);
    catalogue.close();
    expect(readdirSync(join(home, "datasets"))).toEqual(["books"]);
  });

  it("refuses a snapshot of another format or name, and says how to make it anew", async () => {
    await run();
    const path = join(home, "datasets", "books", "manifest.json");
    for (const manifest of ['{"format":99}', "not json"]) {
      writeFileSync(path, manifest);
      expect(() => openDataset(home, "books")).toThrowError(
        expect.objectContaining({
          code: "foreign-snapshot",
          hint: expect.stringContaining("cicerone data import FILE.yaml"),
        }),
      );
    }
    expect(listDatasets(home)[0]).toHaveProperty("problem");
    expect(() => openDataset(home, "ml-1n")).toThrowError(
      expect.objectContaining({ code: "unknown-dataset", hint: expect.stringContaining("ml-1m") }),
    );
    expect(() => openDataset(home, "ml-1m")).toThrowError(expect.objectContaining({ code: "no-snapshot" }));
  });
});
