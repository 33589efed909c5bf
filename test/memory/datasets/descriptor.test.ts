import { describe, expect, it } from "vitest";
import { builtInDatasets, builtInDescriptor } from "../../../memory/datasets/built-in.ts";
import { BUILT_IN_NAMES } from "../../../memory/datasets/built-in-names.ts";
import { parseDescriptor } from "../../../memory/datasets/descriptor.ts";

const YAML = `
name: books
noun: { one: book, many: books, verb: read, past: read }
scale: { min: 1, max: 5 }
facets:
  - name: pages
    kind: number
    unit: pages
    lower: [shorter]
files:
  books: books.csv
  loans:
    file: [loans.dat, loans-old.dat]
    separator: "::"
    columns: [reader, isbn, stars]
items: |
  SELECT isbn AS id, name AS title, pages FROM books
interactions: |
  SELECT reader AS "user", isbn AS item, stars AS value FROM loans
`;

const failing = (text: string): unknown => {
  try {
    parseDescriptor(text, "my.yaml");
  } catch (error) {
    return error;
  }
  return undefined;
};

describe("a descriptor", () => {
  it("is two queries, files and a facet list; the rest has defaults", () => {
    const descriptor = parseDescriptor(YAML, "my.yaml");
    expect(descriptor.files.books).toMatchObject({ file: ["books.csv"], folder: "data", encoding: "utf-8" });
    expect(descriptor.files.loans?.file).toEqual(["loans.dat", "loans-old.dat"]);
    expect(descriptor.facets[0]).toMatchObject({ name: "pages", lower: ["shorter"], strength: 0.5 });
    expect(descriptor).toMatchObject({ simulated: false, time: "clock" });
    expect(descriptor.positiveFrom).toBeUndefined();
  });

  it("says where it is wrong and what belongs there", () => {
    expect(failing(YAML.replace("kind: number", "kind: numbre"))).toMatchObject({
      code: "bad-descriptor",
      message: expect.stringMatching(/my\.yaml.*\n {2}facets\.0\.kind: .*"number"/),
    });
    expect(failing(YAML.replace("items: |", "itemz: |"))).toMatchObject({
      message: expect.stringMatching(/items: .*\n.*itemz/),
      hint: expect.stringContaining("items (SQL)"),
    });
    expect(failing("a: [1")).toMatchObject({
      code: "bad-descriptor",
      message: expect.stringContaining("not YAML"),
    });
    expect(failing("just words")).toMatchObject({ code: "bad-descriptor" });
  });

  it("names files only inside its folder, and says so", () => {
    const outside = failing(YAML.replace("books.csv", "../books.csv"));
    expect(outside).toMatchObject({ message: expect.stringContaining("inside the descriptor's folder") });
    for (const name of ["/etc/passwd", "../books.csv", "a/../../b.csv", "C:\\\\b.csv", "*.csv"]) {
      expect(failing(YAML.replace("books: books.csv", `books: "${name}"`)), name).toMatchObject({
        code: "bad-descriptor",
        message: expect.stringContaining("files.books.file"),
      });
    }
  });

  it("refuses facets of one name, and facets named like an item's own columns", () => {
    const facet = "  - { name: pages, kind: text }\n";
    expect(failing(YAML.replace("files:", `${facet}files:`))).toMatchObject({
      message: expect.stringContaining("unique"),
    });
    expect(failing(YAML.replace("name: pages", "name: title"))).toMatchObject({ code: "bad-descriptor" });
  });

  it("declares an optional file's columns", () => {
    expect(failing(YAML.replace("books: books.csv", "books: { file: b.csv, optional: true }"))).toMatchObject(
      {
        message: expect.stringContaining("files.books.columns"),
      },
    );
  });
});

describe("the built-in datasets", () => {
  it("are well formed, demo first", () => {
    const names = builtInDatasets().map(({ name }) => name);
    expect(names).toEqual(BUILT_IN_NAMES);
    expect(names[0]).toBe("demo");
    for (const name of names.slice(1)) expect(builtInDescriptor(name).name).toBe(name);
  });

  it("say what they need from the folder", () => {
    const needed = builtInDatasets()
      .find(({ name }) => name === "ml-1m")
      ?.files.filter(({ optional }) => !optional);
    expect(needed?.map(({ names }) => names)).toEqual([
      ["movies.dat"],
      ["ratings.dat", "ratings_ts_partial.dat"],
    ]);
  });

  it("answer an unknown name with the nearest", () => {
    expect(() => builtInDescriptor("ml100k")).toThrowError(
      expect.objectContaining({
        code: "unknown-dataset",
        hint: expect.stringContaining("Did you mean ml-100k?"),
      }),
    );
  });
});
