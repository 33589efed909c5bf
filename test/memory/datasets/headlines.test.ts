import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deriveDataset } from "../../../memory/datasets/deriving/derive-dataset.ts";
import { Descriptor } from "../../../memory/datasets/descriptor.ts";
import { importItems } from "../../../memory/datasets/importing/import-items.ts";
import { importDataset } from "../../../memory/datasets/importing/importer.ts";
import { openDataset } from "../../../memory/datasets/open-dataset.ts";
import { readAllReviews, readInteractions, readReviews } from "../../../memory/datasets/read-interactions.ts";
import { updateDataset } from "../../../memory/datasets/updating/update-dataset.ts";
import { literal, openDuckDB } from "../../../memory/store/duckdb.ts";
import { snapshotPaths } from "../../../memory/store/snapshot.ts";

const BOOKS = Descriptor.parse({
  name: "books",
  files: { books: "books.csv", loans: "loans.csv" },
  items: "SELECT isbn AS id, name AS title FROM books",
  interactions:
    'SELECT reader AS "user", isbn AS item, day AS "at", words AS review, title AS headline FROM loans',
});
const HEAD = "reader,isbn,day,words,title\n";
const LOANS = `${HEAD}ann,b1,2020-01-02,A matchmaker errs.,Mistaken
ann,b2,2020-01-01,Sand.,
bea,b1,2020-01-01,," Only a headline "
bea,b2,2020-01-03,,
`;

const NOW = Date.UTC(2024, 0, 1);
let root: string;
let from: string;
let home: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "cicerone-headlines-"));
  from = join(root, "tables");
  home = join(root, "home");
  mkdirSync(from);
  writeFileSync(join(from, "books.csv"), "isbn,name\nb1,Emma\nb2,Dune\n");
  writeFileSync(join(from, "loans.csv"), LOANS);
  await importDataset({ descriptor: BOOKS, from, home, clock: () => NOW });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const update = () => updateDataset({ name: "books", home, clock: () => NOW + 1000 });

/** As a version wrote it that knew no headlines. */
async function withoutTheColumn(): Promise<void> {
  const { directory, interactions } = snapshotPaths(home, "books");
  const duck = await openDuckDB([directory]);
  const old = join(directory, "old.parquet");
  await duck.run(
    `COPY (SELECT * EXCLUDE (headline) FROM read_parquet(${literal(interactions)})) TO ${literal(old)} (FORMAT parquet)`,
  );
  duck.close();
  renameSync(old, interactions);
}

describe("a review's headline", () => {
  it("is kept apart from the review, oldest first; either may be absent", async () => {
    const paths = snapshotPaths(home, "books");
    expect(await readReviews(paths, "ann")).toMatchObject([
      { item: "b2", review: "Sand.", headline: undefined },
      { item: "b1", review: "A matchmaker errs.", headline: "Mistaken" },
    ]);
    expect(await readReviews(paths, "bea")).toMatchObject([
      { item: "b1", review: undefined, headline: "Only a headline" },
    ]);
  });

  it("comes in bulk with the place of its interaction", async () => {
    const paths = snapshotPaths(home, "books");
    const { users, items, at } = await readInteractions(paths);
    const reviews = await readAllReviews(paths);
    expect(reviews.map(({ row }) => row)).toEqual([0, 1, 2]);
    for (const { row, userIndex, itemIndex, at: moment } of reviews)
      expect([userIndex, itemIndex, moment]).toEqual([users[row], items[row], at[row]]);
    expect(reviews[0]).toMatchObject({ headline: "Mistaken", value: undefined });
  });

  it("that is another one in an update's files is a change", async () => {
    writeFileSync(join(from, "loans.csv"), LOANS.replace("Mistaken", "Meddling"));
    const { report } = await update();
    expect(report.interactions).toMatchObject({ added: 0, changed: 1, unchanged: 3 });
    const [, newest] = await readReviews(snapshotPaths(home, "books"), "ann");
    expect(newest?.headline).toBe("Meddling");
  });

  it("can be handed over by a program", async () => {
    const interactions = [{ user: "ann", item: "1", review: "Loud.", headline: "A bang" }];
    const items = [{ id: "1", title: "Heat" }];
    await importItems({ head: { name: "films" }, items, interactions, home, clock: () => 0 });
    const [review] = await readReviews(snapshotPaths(home, "films"), "ann");
    expect(review).toMatchObject({ review: "Loud.", headline: "A bang" });
  });
});

describe("a snapshot from before headlines were kept", () => {
  it("still opens: a headline is absent", async () => {
    await withoutTheColumn();
    const paths = snapshotPaths(home, "books");
    expect((await readInteractions(paths)).users.length).toBe(4);
    expect(await readReviews(paths, "ann")).toMatchObject([{ headline: undefined }, { headline: undefined }]);
    expect(await readAllReviews(paths)).toHaveLength(2);
  });

  it("gets them by an update, whose files have them", async () => {
    await withoutTheColumn();
    writeFileSync(join(from, "loans.csv"), `${LOANS}cy,b1,2020-01-04,Fine.,Fine indeed\n`);
    const { report } = await update();
    expect(report.interactions).toMatchObject({ added: 1, changed: 2, unchanged: 2 });
    const [bea] = await readReviews(snapshotPaths(home, "books"), "bea");
    expect(bea?.headline).toBe("Only a headline");
  });

  it("can be derived from", async () => {
    await withoutTheColumn();
    const dataset = openDataset(home, "books");
    const interactions = await readInteractions(dataset.paths);
    const part = join(root, "part");
    await deriveDataset({ dataset, interactions, home: part });
    dataset.catalogue.close();
    expect(await readReviews(snapshotPaths(part, "books"), "ann")).toMatchObject([
      { review: "Sand.", headline: undefined },
      { review: "A matchmaker errs." },
    ]);
  });
});
