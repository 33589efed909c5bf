import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDataset } from "../../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../../memory/datasets/read-interactions.ts";
import { openTrainingStage } from "../../../src/evaluation/training-stage.ts";
import { createRecommender, type Stage } from "../../../src/recommender.ts";
import { keepRows } from "../../../tools/scoring/interaction-rows.ts";
import { films } from "../../fixtures/films.ts";
import { ownFilms } from "../../support/own-films.ts";

/** Withheld from every viewer. */
const HEAT = films.findIndex(({ title }) => title === "Heat");
const clock = (): number => 0;

describe("the agent over a part of the interactions", () => {
  const home = mkdtempSync(join(tmpdir(), "cicerone-whole-"));
  const folder = mkdtempSync(join(tmpdir(), "cicerone-part-"));
  let stage: Stage;
  let kept: number;

  beforeAll(async () => {
    (await createRecommender({ home, catalogue: ownFilms(), clock })).close();
    const { catalogue, paths } = openDataset(home, "films");
    catalogue.close();
    const train = keepRows(await readInteractions(paths), () => true);
    const part = keepRows(train, (row) => train.items[row] !== HEAT);
    kept = part.users.length;
    stage = await openTrainingStage({ home, name: "films", train: part, folder, clock });
  });
  afterAll(() => {
    stage.close();
    rmSync(home, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it("sees as many interactions as it was given, and none of a withheld item", () => {
    const { catalogue } = stage;
    const counts = Array.from({ length: catalogue.size }, (_, index) => catalogue.statistics(index).count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(kept);
    expect(counts[HEAT]).toBe(0);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(10);
  });

  it("converses, and knows a withheld item by its facets only", async () => {
    const recommender = stage.recommender(join(folder, "ada"));
    const { reply } = await recommender.session({ user: "ada" }).ask("how good is Heat?");
    expect(reply).toContain("Heat");
    const { items } = await recommender.session({ user: "ada" }).ask("90s crime");
    expect(items.length).toBeGreaterThan(0);
    recommender.close();
  });

  it("leaves the imported dataset as it was", () => {
    const { catalogue } = openDataset(home, "films");
    expect(catalogue.statistics(HEAT).count).toBeGreaterThan(0);
    catalogue.close();
  });

  it("refuses to derive a home from itself", async () => {
    const { catalogue, paths } = openDataset(home, "films");
    catalogue.close();
    const train = await readInteractions(paths);
    await expect(openTrainingStage({ home, name: "films", train, folder: home, clock })).rejects.toThrow(
      RangeError,
    );
  });
});
