import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importItems } from "../../../memory/datasets/importing/import-items.ts";
import { openDataset } from "../../../memory/datasets/open-dataset.ts";
import { ItemId } from "../../../memory/ids.ts";
import { snapshotPaths } from "../../../memory/store/snapshot.ts";
import { evaluateRanking } from "../../../src/evaluation/ranking/evaluate-ranking.ts";
import { trainScorer } from "../../../src/training/scorer.ts";
import { LINEAR_DEFAULTS, linearParameters } from "../../../tools/scoring/linear-defaults.ts";
import { openScorer } from "../../../tools/scoring/open-scorer.ts";
import { BOARD_ITEMS, boardVectors, checkerboard } from "../../fixtures/checkerboard.ts";

describe("training the scorer", () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "cicerone-train-"));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const clock = (): number => 1_700_000_000_000;

  /** The board as a dataset; users of the first block rate 5, of the second 2. */
  async function importBoard(users = Number.POSITIVE_INFINITY, positiveFrom?: number): Promise<void> {
    const { interactions } = checkerboard();
    await importItems({
      head: { name: "board", scale: { min: 1, max: 5 }, positiveFrom },
      items: Array.from({ length: BOARD_ITEMS }, (_, i) => ({
        id: ItemId.parse(`i${i}`),
        title: `Item ${i}`,
      })),
      interactions: Array.from(interactions.users.keys(), (row) => ({
        user: interactions.userIds[interactions.users[row] ?? 0] ?? "",
        item: `i${interactions.items[row]}`,
        value: (interactions.users[row] ?? 0) < 24 ? 5 : 2,
        at: interactions.at[row],
      })).filter((_, row) => (interactions.users[row] ?? 0) < users),
      home,
      clock,
    });
  }

  async function scoresFor(item: number): Promise<Float32Array> {
    const { catalogue, paths } = openDataset(home, "board");
    const scorer = await openScorer(paths, catalogue, { devices: ["cpu"] });
    const scores = await scorer.score([{ item, weight: 1 }]);
    await scorer.close();
    catalogue.close();
    return scores;
  }

  it("leaves a model and a card that open as a scorer which knows the blocks", async () => {
    await importBoard();
    const stages: string[] = [];
    const fractions: number[] = [];
    const card = await trainScorer({
      home,
      name: "board",
      clock,
      onProgress: ({ stage, fraction }) => {
        if (stages.at(-1) !== stage) stages.push(stage);
        if (fraction !== undefined) fractions.push(fraction);
      },
    });
    expect(card.note).toBeUndefined();
    expect(card).toMatchObject({
      kind: "linear",
      catalogue: { name: "board", items: BOARD_ITEMS },
      trainedOn: { users: 48, interactions: 336 },
      // Forty-eight users are too few to tune on.
      hyperparameters: linearParameters(LINEAR_DEFAULTS),
      created: clock(),
    });
    expect(JSON.parse(readFileSync(snapshotPaths(home, "board").scorerCard, "utf8"))).toEqual(card);
    expect(stages).toEqual(["reading board", "fitting linear on board"]);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    const scores = await scoresFor(0);
    expect(scores[1]).toBeGreaterThan(scores[9] ?? Number.NaN);
  });

  it("fits factors where they are asked for, and says with which seed", async () => {
    await importBoard();
    const card = await trainScorer({ home, name: "board", clock, kind: "factors" });
    expect(card).toMatchObject({ kind: "factors", seed: 1, hyperparameters: { dimensions: 64 } });
    const scores = await scoresFor(0);
    expect(scores[1]).toBeGreaterThan(scores[9] ?? Number.NaN);
  });

  it("learns from the ratings the dataset calls positive only", async () => {
    await importBoard(undefined, 4);
    const card = await trainScorer({ home, name: "board", clock });
    expect(card.trainedOn).toMatchObject({ users: 24, interactions: 168, positiveFrom: 4 });
    expect((await scoresFor(8)).every((score) => score === 0)).toBe(true);
  });

  it("gives items nobody touched a share where there are vectors", async () => {
    await importBoard(24);
    const without = await trainScorer({ home, name: "board", clock });
    expect(without.note).toContain(
      "8 items without interactions have no share in the model: board has no text vectors",
    );
    expect(without.coldItems).toBe(0);
    expect((await scoresFor(8)).every((score) => score === 0)).toBe(true);
    const vectors = boardVectors();
    // The second block, which nobody touched, is made to resemble the first.
    for (let item = 8; item < BOARD_ITEMS; item++) vectors.rows[item * vectors.dimensions] = 0.8;
    for (const kind of ["linear", "factors"] as const) {
      const card = await trainScorer({ home, name: "board", clock, vectors, kind });
      expect([card.kind, card.note, card.coldItems]).toEqual([kind, undefined, 8]);
      expect((await scoresFor(0))[8]).toBeGreaterThan(0);
    }
  });

  it("says why when there is too little to learn from, and takes an old model away", async () => {
    await importBoard();
    await trainScorer({ home, name: "board", clock });
    await importBoard(2);
    const card = await trainScorer({ home, name: "board", clock });
    expect(card.kind).toBe("content");
    expect(card.note).toContain("14 interactions are too few");
    expect(existsSync(snapshotPaths(home, "board").scorer)).toBe(false);
    expect((await scoresFor(0)).length).toBe(BOARD_ITEMS);
  });

  it("leaves nothing half-written when it is stopped", async () => {
    await importBoard();
    for (const kind of ["linear", "factors"] as const) {
      const stop = new AbortController();
      const onProgress = ({ stage }: { stage: string }): void => {
        if (stage.startsWith("fitting")) stop.abort(new Error("enough"));
      };
      const stopped = trainScorer({ home, name: "board", clock, kind, onProgress, signal: stop.signal });
      await expect(stopped).rejects.toThrow("enough");
      const left = readdirSync(snapshotPaths(home, "board").directory);
      expect(left.filter((file) => file.includes("scorer") || file.includes("partial"))).toEqual([]);
    }
  });

  it("refuses a dataset that was never imported", async () => {
    await expect(trainScorer({ home, name: "nowhere", clock })).rejects.toMatchObject({
      code: "unknown-dataset",
    });
  });

  it("measures an imported dataset by its own threshold", async () => {
    await importBoard(undefined, 4);
    const report = await evaluateRanking({ home, name: "board", clock, versions: {}, k: [2], resamples: 20 });
    expect(report.protocol).toMatchObject({ dataset: "board", positiveFrom: 4, users: 24, items: 8 });
    const all = await evaluateRanking({
      home,
      name: "board",
      clock,
      versions: {},
      positiveFrom: 1,
      systems: ["popular"],
    });
    expect(all.protocol).toMatchObject({ positiveFrom: 1, users: 48 });
  });
});
