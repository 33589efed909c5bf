import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { snapshotPaths } from "../../memory/store/snapshot.ts";
import { prepareDataset } from "../../src/prepare.ts";
import { createRecommender } from "../../src/recommender.ts";
import { updatePrepared } from "../../src/update.ts";

const clock = (): number => Date.UTC(2026, 0, 1);
let root: string;
let home: string;
let from: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "cicerone-updated-"));
  home = join(root, "home");
  from = join(root, "books");
  cpSync(new URL("../../examples/books", import.meta.url), from, { recursive: true });
  await prepareDataset({ dataset: join(from, "books.yaml"), home, clock });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("updating what is prepared", () => {
  it("makes a new item known to every part of the next talk", async () => {
    appendFileSync(
      join(from, "books.csv"),
      'b51,Piranesi,,Susanna Clarke,2020,272,Fantasy|Mystery,dreamlike|secrets,English,"A man keeps a journal of a house of endless halls and tides."\n',
    );
    appendFileSync(join(from, "ratings.csv"), "reader01,b51,5,1700000000\nnewcomer,b51,5,1700000000\n");
    const { updated, fitted } = await updatePrepared({ name: "books", home, clock });
    expect(updated.items).toMatchObject({ added: 1, changed: 0 });
    expect(updated.interactions).toMatchObject({ added: 2, changed: 0 });
    expect(fitted?.scorer.kind).toBe("linear");
    const recommender = await createRecommender({ data: "books", home, clock });
    try {
      const { items } = await recommender.session({ keep: false }).ask("endless halls and tides");
      expect(items[0]?.title).toBe("Piranesi");
      expect(recommender.catalogue.statistics(49)).toMatchObject({ count: 2, mean: 5 });
    } finally {
      recommender.close();
    }
  });

  it("fits nothing where nothing is new", async () => {
    const { fitted } = await updatePrepared({ name: "books", home, clock });
    expect(fitted).toBeUndefined();
  });

  it("fits what an update that was stopped too early left without models", async () => {
    rmSync(snapshotPaths(home, "books").scorerCard);
    const { fitted } = await updatePrepared({ name: "books", home, clock });
    expect(fitted?.scorer.kind).toBe("linear");
  });

  it("leaves a dataset that can be talked about where the files are broken by now", async () => {
    writeFileSync(join(from, "books.csv"), "");
    await expect(updatePrepared({ name: "books", home, clock })).rejects.toMatchObject({
      code: "unreadable-file",
    });
    const recommender = await createRecommender({ data: "books", home, clock });
    expect(recommender.catalogue.size).toBe(49);
    recommender.close();
  });
});
