import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Descriptor } from "../../../../memory/datasets/descriptor.ts";
import { importItems } from "../../../../memory/datasets/importing/import-items.ts";
import { importDataset } from "../../../../memory/datasets/importing/importer.ts";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../../../memory/datasets/read-interactions.ts";
import { type Updated, updateDataset } from "../../../../memory/datasets/updating/update-dataset.ts";
import type { Item } from "../../../../memory/items/item.ts";
import { snapshotPaths } from "../../../../memory/store/snapshot.ts";

const BOOKS = Descriptor.parse({
  name: "books",
  scale: { min: 1, max: 5 },
  identifiers: ["goodreads"],
  facets: [
    { name: "author", kind: "people" },
    { name: "pages", kind: "number" },
    { name: "shelf", kind: "tags", synonyms: { poetry: ["verse"] } },
    { name: "prize", kind: "category" },
  ],
  files: { books: "books.csv", loans: "loans.csv" },
  items:
    "SELECT isbn AS id, name AS title, blurb AS text, author, pages, shelf, prize, gr AS goodreads FROM books",
  interactions: 'SELECT reader AS "user", isbn AS item, stars AS value, day AS "at" FROM loans',
});
const BOOKS_HEAD = "isbn,name,blurb,author,pages,shelf,prize,gr\n";
const BOOKS_CSV = `${BOOKS_HEAD}b1,Emma,"A matchmaker, mistaken.",Jane Austen,474,classic|comedy,,11
b2,Dune,Sand and spice.,Frank Herbert,612,science fiction|classic,,22
b3,Solaris,,Stanisław Lem,204,science fiction,,33
`;
const LOANS_HEAD = "reader,isbn,stars,day\n";
const LOANS_CSV = `${LOANS_HEAD}ann,b1,5,2020-01-01
bea,b2,4,2020-01-02
ann,b3,3,2020-01-03
`;

const NOW = Date.UTC(2024, 0, 1);
let root: string;
let from: string;
let home: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "cicerone-update-"));
  from = join(root, "tables");
  home = join(root, "home");
  mkdirSync(from);
  writeFileSync(join(from, "books.csv"), BOOKS_CSV);
  writeFileSync(join(from, "loans.csv"), LOANS_CSV);
  await importDataset({ descriptor: BOOKS, from, home, clock: () => NOW });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const update = (given: { from?: string } = {}): Promise<Updated> =>
  updateDataset({ name: "books", home, clock: () => NOW + 1000, ...given });

/** Everything that can be asked of the snapshot's items, by index. */
function items(name = "books", where = home): Item[] {
  const { catalogue } = openDataset(where, name);
  try {
    return Array.from({ length: catalogue.size }, (_, index) => ({
      ...catalogue.item(index),
      text: catalogue.text(index),
      identifiers: { ...catalogue.identifiers(index) },
    }));
  } finally {
    catalogue.close();
  }
}

function found(words: string): string[] {
  const { catalogue } = openDataset(home, "books");
  try {
    return catalogue.search(words, 10).map(({ index }) => catalogue.title(index));
  } finally {
    catalogue.close();
  }
}

describe("updating a dataset", () => {
  it("appends new items, replaces changed ones in their place, and leaves the rest", async () => {
    appendFileSync(join(from, "books.csv"), "b4,Odes,To an urn.,John Keats,96,poetry,,44\n");
    writeFileSync(
      join(from, "books.csv"),
      readFileSync(join(from, "books.csv"), "utf8").replace("Sand and spice.", "Worms and prophecy."),
    );
    const { report, touched } = await update();
    expect(report.items).toMatchObject({ read: 4, added: 1, changed: 1, unchanged: 2, rejected: [] });
    expect([...touched].sort()).toEqual([1, 3]);
    expect(items().map(({ id }) => id)).toEqual(["b1", "b2", "b3", "b4"]);
    expect(items()[1]?.text).toBe("Worms and prophecy.");
    expect(items()[3]).toMatchObject({ title: "Odes", facets: { shelf: ["poetry"], pages: 96 } });
    expect(found("prophecy")).toEqual(["Dune"]);
    expect(found("spice")).toEqual([]);
    expect(found("urn")).toEqual(["Odes"]);
  });

  it("ends where an import of the same files would", async () => {
    appendFileSync(
      join(from, "books.csv"),
      "b4,Odes,To an urn.,John Keats,96,poetry|classic,Some prize,44\n",
    );
    appendFileSync(join(from, "loans.csv"), "cleo,b4,5,2021-01-01\nann,b2,2,2021-02-01\n");
    await update();
    const anew = join(root, "anew");
    await importDataset({ descriptor: BOOKS, from, home: anew, clock: () => NOW });
    expect(items()).toEqual(items("books", anew));
    const [ours, theirs] = [openDataset(home, "books"), openDataset(anew, "books")];
    expect(ours.catalogue.facets).toEqual(theirs.catalogue.facets);
    expect(ours.catalogue.values("shelf")).toEqual(theirs.catalogue.values("shelf"));
    expect(ours.catalogue.identified("goodreads", "44")).toBe(3);
    for (let index = 0; index < 4; index++) {
      expect(ours.catalogue.statistics(index)).toEqual(theirs.catalogue.statistics(index));
    }
    ours.catalogue.close();
    theirs.catalogue.close();
    const paths = [snapshotPaths(home, "books"), snapshotPaths(anew, "books")];
    const [mine, made] = await Promise.all(paths.map((path) => readInteractions(path)));
    expect(mine).toEqual(made);
  });

  it("keeps users' numbers, lets the later rating hold, and counts what is earlier", async () => {
    writeFileSync(
      join(from, "loans.csv"),
      `${LOANS_HEAD}zoe,b1,2,2021-01-01\nann,b1,1,2021-01-01\nbea,b2,3,2019-01-01\nann,b3,3,2020-01-03\nann,b9,3,2020-01-03\n`,
    );
    const { report } = await update();
    expect(report.interactions).toMatchObject({ read: 5, added: 1, changed: 1, unchanged: 1 });
    expect(report.interactions.rejected.map(({ reason, count }) => [reason, count])).toEqual([
      ["unknown item", 1],
      ["earlier than what is known of the same user and item", 1],
    ]);
    const { userIds, users, items: rated, values } = await readInteractions(snapshotPaths(home, "books"));
    expect(userIds).toEqual(["ann", "bea", "zoe"]);
    const rows = Array.from(users, (user, row) => [userIds[user], rated[row], values?.[row]]);
    expect(rows).toEqual([
      ["bea", 1, 4],
      ["ann", 2, 3],
      ["zoe", 0, 2],
      ["ann", 0, 1],
    ]);
    expect(report).toMatchObject({ newUsers: 1, counts: { items: 3, users: 3, interactions: 4 } });
  });

  it("lets two items exchange what other catalogues call them, and leaves such a name where another item has it", async () => {
    const exchanged = BOOKS_CSV.replace(",11\n", ",22\n").replace("classic,,22\n", "classic,,11\n");
    writeFileSync(join(from, "books.csv"), `${exchanged}b4,Odes,,John Keats,96,poetry,,33\n`);
    const { report } = await update();
    expect(items().map(({ identifiers }) => identifiers?.goodreads)).toEqual(["22", "11", "33", undefined]);
    expect(report.items).toMatchObject({ added: 1, changed: 2, unchanged: 1 });
    expect(report.unreadable).toEqual([
      { reason: "goodreads is another item's (the first keeps it)", count: 1, example: "Odes: 33" },
    ]);
    writeFileSync(join(from, "books.csv"), `${exchanged}b4,Odes,,John Keats,96,poetry,,33\n\n`);
    expect((await update()).report.items).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
  });

  it("goes on with a sequence of positions, and takes the whole of one anew", async () => {
    const lists = Descriptor.parse({
      name: "lists",
      time: "position",
      files: { loans: "loans.csv" },
      items: "SELECT DISTINCT isbn AS id, isbn AS title FROM loans ORDER BY isbn",
      interactions: 'SELECT reader AS "user", isbn AS item, day AS "at" FROM loans',
    });
    const whole = join(root, "lists");
    const news = join(root, "list-news");
    for (const folder of [whole, news]) mkdirSync(folder);
    writeFileSync(join(whole, "loans.csv"), "reader,isbn,day\nann,b1,1\nann,b2,2\nbea,b1,1\nbea,b2,2\n");
    await importDataset({ descriptor: lists, from: whole, home, clock: () => NOW });
    writeFileSync(join(news, "loans.csv"), "reader,isbn,day\nann,b3,1\nbea,b2,1\nbea,b3,2\nbea,b1,3\n");
    const { report } = await updateDataset({ name: "lists", from: news, home, clock: () => NOW });
    expect(report.interactions).toMatchObject({ added: 2, changed: 2, rejected: [] });
    const { userIds, users, items: rated, at: times } = await readInteractions(snapshotPaths(home, "lists"));
    const rows = Array.from(users, (user, row) => [userIds[user], times[row], rated[row]]);
    expect(rows.sort()).toEqual([
      ["ann", 1, 0],
      ["ann", 2, 1],
      ["ann", 3, 2],
      ["bea", 1, 1],
      ["bea", 2, 2],
      ["bea", 3, 0],
    ]);
  });

  it("undoes nothing that another process did to the dataset meanwhile", async () => {
    appendFileSync(join(from, "loans.csv"), "cleo,b1,5,2021-01-01\n");
    const both = await Promise.allSettled([update(), update()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "changed-meanwhile" },
    });
    expect(openDataset(home, "books").manifest.counts.interactions).toBe(4);
  });

  it("takes a folder that holds only what is new", async () => {
    const news = join(root, "news");
    mkdirSync(news);
    writeFileSync(join(news, "loans.csv"), `${LOANS_HEAD}bea,b1,5,2022-01-01\n`);
    const { report } = await update({ from: news });
    expect(report.interactions).toMatchObject({ added: 1, changed: 0 });
    expect(report.notThere).toEqual(["books.csv"]);
    expect(report.counts).toEqual({ items: 3, users: 2, interactions: 4 });
    const { manifest, catalogue } = openDataset(home, "books");
    catalogue.close();
    expect(manifest.sources.length).toBe(3);
    expect(manifest.updated).toBe(new Date(NOW + 1000).toISOString());
    expect((await update()).report.interactions.read).toBe(0);
  });

  it("writes nothing where the files are as they were", async () => {
    const marker = join(snapshotPaths(home, "books").directory, "marker");
    writeFileSync(marker, "");
    const { report, touched, written } = await update();
    expect(written).toBe(false);
    expect(report.items.read).toBe(0);
    expect(touched.size).toBe(0);
    expect(existsSync(marker)).toBe(true);
  });

  it("leaves the snapshot as it was where the files cannot be read, or an abort comes", async () => {
    const before = items();
    writeFileSync(join(from, "books.csv"), "isbn;name\nb1;Emma\n");
    await expect(update()).rejects.toMatchObject({
      code: expect.stringMatching(/missing-column|unreadable-file|bad-sql/),
    });
    expect(items()).toEqual(before);
    writeFileSync(join(from, "books.csv"), `${BOOKS_CSV}b4,Odes,To an urn.,John Keats,96,poetry,,44\n`);
    const aborted = AbortSignal.abort();
    await expect(
      updateDataset({ name: "books", home, clock: () => NOW, signal: aborted }),
    ).rejects.toMatchObject({ name: "AbortError" });
    expect(items()).toEqual(before);
  });

  it("refuses a folder without any of the files, and a dataset that was not read from files", async () => {
    const empty = join(root, "empty");
    mkdirSync(empty);
    await expect(update({ from: empty })).rejects.toMatchObject({ code: "missing-file" });
    const items = [{ id: "m1", title: "Mine" }];
    await importItems({ head: { name: "mine" }, items, home, clock: () => NOW });
    const own = updateDataset({ name: "mine", home, clock: () => NOW });
    await expect(own).rejects.toMatchObject({ code: "no-update" });
  });
});
