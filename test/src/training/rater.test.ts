import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importItems } from "../../../memory/datasets/importing/import-items.ts";
import { openDataset } from "../../../memory/datasets/open-dataset.ts";
import { ItemId } from "../../../memory/ids.ts";
import { snapshotPaths } from "../../../memory/store/snapshot.ts";
import { trainRater } from "../../../src/training/rater.ts";
import { raterOrigin } from "../../../tools/rating/origin.ts";
import { createStatisticalRater } from "../../../tools/rating/statistical-rater.ts";
import { openRater } from "../../../tools/rating/store.ts";
import { plantedRatings } from "../../support/planted-ratings.ts";

describe("training the rater", () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "cicerone-train-"));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const clock = (): number => 1_700_000_000_000;
  const train = (signal?: AbortSignal) =>
    trainRater({ home, name: "planted", clock, ...(signal && { signal }) });

  async function importPlanted(
    scale?: { min: number; max: number },
    rows = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    const { known, items } = plantedRatings();
    await importItems({
      head: { name: "planted", ...(scale && { scale }) },
      items: Array.from({ length: items }, (_, i) => ({ id: ItemId.parse(`i${i}`), title: `Item ${i}` })),
      interactions: Array.from(known.users.keys())
        .slice(0, rows)
        .map((row) => ({
          user: known.userIds[known.users[row] ?? 0] ?? "",
          item: `i${known.items[row]}`,
          ...(scale && { value: known.values?.[row] }),
          at: row,
        })),
      home,
      clock,
    });
  }

  test("leaves a rater beside the snapshot that opens and knows the blocks", async () => {
    await importPlanted({ min: 1, max: 5 });
    const trained = await train();
    const { catalogue, manifest, paths } = openDataset(home, "planted");
    const model = openRater(paths.rater, raterOrigin(manifest));
    expect(model).toEqual(trained?.model);
    const [own, other] = await createStatisticalRater(model).rate(
      [0, 2, 4].map((item) => ({ item, value: 5 })),
      [10, 11],
    );
    expect(own?.value).toBeGreaterThan((other?.value ?? Number.NaN) + 1);
    catalogue.close();
  });

  test("refuses the rater of an earlier import of other rows", async () => {
    await importPlanted({ min: 1, max: 5 });
    const paths = snapshotPaths(home, "planted");
    const trained = await train();
    await importPlanted({ min: 1, max: 5 }, 2000);
    const { catalogue, manifest } = openDataset(home, "planted");
    catalogue.close();
    expect(existsSync(paths.rater)).toBe(false);
    expect(trained).toBeDefined();
    await train();
    const reimported = raterOrigin({ ...manifest, counts: { ...manifest.counts, interactions: 7 } });
    expect(() => openRater(paths.rater, reimported)).toThrow(/other interactions/);
  });

  test("writes nothing where there are no ratings", async () => {
    await importPlanted();
    expect(await train()).toBeUndefined();
    expect(existsSync(snapshotPaths(home, "planted").rater)).toBe(false);
  });

  test("names the command that imports where nothing was imported", async () => {
    await expect(train()).rejects.toMatchObject({ code: "no-snapshot" });
  });

  test("stops when aborted, and writes nothing", async () => {
    await importPlanted({ min: 1, max: 5 });
    const reason = new Error("enough");
    await expect(train(AbortSignal.abort(reason))).rejects.toThrow("enough");
    expect(existsSync(snapshotPaths(home, "planted").rater)).toBe(false);
  });
});
