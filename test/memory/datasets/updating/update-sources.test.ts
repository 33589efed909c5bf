import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Descriptor } from "../../../../memory/datasets/descriptor.ts";
import { importDataset } from "../../../../memory/datasets/importing/importer.ts";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { updateDataset } from "../../../../memory/datasets/updating/update-dataset.ts";
import type { UpdateReport } from "../../../../memory/datasets/updating/update-report.ts";

const BOOKS = Descriptor.parse({
  name: "books",
  identifiers: ["goodreads"],
  files: {
    books: "books.csv",
    links: { file: "links.csv", optional: true, columns: ["isbn", "gr"] },
    blurbs: { file: "blurbs.csv", folder: "text", optional: true, columns: ["isbn", "blurb"] },
    loans: "loans.csv",
  },
  items: `SELECT books.isbn AS id, name AS title, blurb AS text, gr AS goodreads
    FROM books LEFT JOIN links USING (isbn) LEFT JOIN blurbs USING (isbn) ORDER BY books.isbn`,
  interactions: 'SELECT reader AS "user", isbn AS item FROM loans',
});
const clock = (): number => Date.UTC(2024, 0, 1);
let root: string;
let home: string;
const at = (...names: string[]): string => join(root, ...names);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "cicerone-update-sources-"));
  home = at("home");
  for (const folder of ["tables", "texts", "news"]) mkdirSync(at(folder));
  writeFileSync(at("tables", "books.csv"), "isbn,name\nb1,Emma\nb2,Dune\n");
  writeFileSync(at("tables", "links.csv"), "isbn,gr\nb1,11\nb2,22\n");
  writeFileSync(at("tables", "loans.csv"), "reader,isbn\nann,b1\n");
  writeFileSync(at("texts", "blurbs.csv"), "isbn,blurb\nb1,A matchmaker.\nb2,Sand.\n");
  await importDataset({ descriptor: BOOKS, from: at("tables"), text: at("texts"), home, clock });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function update(from?: string): Promise<UpdateReport> {
  return (await updateDataset({ name: "books", from, home, clock })).report;
}

describe("the files of an update", () => {
  it("are looked for where the dataset was imported from, whatever news came from elsewhere", async () => {
    writeFileSync(at("news", "loans.csv"), "reader,isbn\nbea,b1\n");
    await update(at("news"));
    for (const reader of ["cid", "dan", "eve"]) {
      appendFileSync(at("tables", "loans.csv"), `${reader},b2\n`);
      expect((await update()).interactions.added).toBe(1);
    }
  });

  it("leave items the texts and the links that a folder of news has not", async () => {
    writeFileSync(at("news", "books.csv"), "isbn,name\nb1,Emma\nb2,Dune Messiah\n");
    expect((await update(at("news"))).items).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    const { catalogue } = openDataset(home, "books");
    expect(catalogue.title(1)).toBe("Dune Messiah");
    expect(catalogue.text(1)).toBe("Sand.");
    expect(catalogue.identifiers(1)).toEqual({ goodreads: "22" });
    catalogue.close();
  });

  it("are missing, rather than empty, where an optional one was read and is gone", async () => {
    rmSync(at("tables", "links.csv"));
    appendFileSync(at("tables", "loans.csv"), "bea,b2\n");
    const report = await update();
    expect(report.notThere).toEqual(["links.csv"]);
    expect(report.items.read).toBe(0);
    expect(report.interactions.added).toBe(1);
  });

  it("are asked for where their folder is gone", async () => {
    renameSync(at("tables"), at("elsewhere"));
    await expect(update()).rejects.toMatchObject({
      code: "no-folder",
      message: `The files of books are no longer in ${at("tables")}.`,
      hint: "Name their folder: cicerone data update books --from DIR",
    });
    appendFileSync(at("elsewhere", "loans.csv"), "bea,b2\n");
    expect((await update(at("elsewhere"))).interactions.added).toBe(1);
  });
});
