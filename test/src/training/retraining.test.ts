import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { importItems } from "../../../memory/datasets/importing/import-items.ts";
import { openDataset } from "../../../memory/datasets/open-dataset.ts";
import { ItemId } from "../../../memory/ids.ts";
import { fitModels } from "../../../src/prepare.ts";
import { raterOrigin } from "../../../tools/rating/origin.ts";
import { openRater } from "../../../tools/rating/store.ts";
import { openScorer } from "../../../tools/scoring/open-scorer.ts";
import { BOARD_ITEMS, checkerboard } from "../../fixtures/checkerboard.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "cicerone-retrain-"));
});
afterEach(() => rmSync(home, { recursive: true }));

it("makes good again all that the hints of a stranger scorer and a stranger rater promise", async () => {
  const { interactions } = checkerboard();
  const clock = (): number => 1_700_000_000_000;
  await importItems({
    head: { name: "board", scale: { min: 1, max: 5 } },
    items: Array.from({ length: BOARD_ITEMS }, (_, i) => ({
      id: ItemId.parse(`i${i}`),
      title: `Item ${i}`,
    })),
    interactions: Array.from(interactions.users.keys(), (row) => ({
      user: interactions.userIds[interactions.users[row] ?? 0] ?? "",
      item: `i${interactions.items[row]}`,
      value: 1 + (row % 5),
      at: interactions.at[row],
    })),
    home,
    clock,
  });
  await fitModels({ home, name: "board", clock });
  const { catalogue, manifest, paths } = openDataset(home, "board");
  try {
    const rater = () => openRater(paths.rater, raterOrigin(manifest));
    const scorer = () => openScorer(paths, catalogue, { devices: ["cpu"] });
    const raterCard = join(paths.rater, "rater.card.json");
    const estrange = (path: string, from: RegExp): void =>
      writeFileSync(path, readFileSync(path, "utf8").replace(from, '$1"of another import"'));
    estrange(raterCard, /("source": )"[^"]*"/);
    estrange(paths.scorerCard, /("checksum": )"[^"]*"/);
    const hint = expect.stringContaining("cicerone train --data board");
    expect(rater).toThrow(expect.objectContaining({ code: "foreign-rater", hint }));
    await expect(scorer()).rejects.toMatchObject({ code: "scorer-stranger", hint });
    await fitModels({ home, name: "board", clock });
    expect(rater().counts).toHaveLength(BOARD_ITEMS);
    await (await scorer()).close();
  } finally {
    catalogue.close();
  }
});
