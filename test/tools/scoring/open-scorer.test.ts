import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { CARD_FORMAT, catalogueChecksum, type ScorerCard } from "../../../tools/scoring/card.ts";
import { linearModel } from "../../../tools/scoring/linear-file.ts";
import { openScorer } from "../../../tools/scoring/open-scorer.ts";
import { BOARD_ITEMS, boardVectors } from "../../fixtures/checkerboard.ts";
import { catalogueOf } from "../../support/catalogue.ts";

function boardCatalogue(prefix = "item"): Catalogue {
  const items = Array.from({ length: BOARD_ITEMS }, (_, index) => ({
    id: ItemId.parse(`${prefix}-${index}`),
    title: `Item ${index}`,
    facets: {},
  }));
  return catalogueOf(items, [], { name: "board" });
}

describe("opening a scorer", () => {
  const catalogue = boardCatalogue();
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cicerone-scorer-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const paths = (): { scorer: string; scorerCard: string } => ({
    scorer: join(folder, "scorer.onnx"),
    scorerCard: join(folder, "scorer.card.json"),
  });

  function writeCard(changes: Partial<ScorerCard> = {}): void {
    const card = {
      format: CARD_FORMAT,
      kind: "linear",
      catalogue: { name: "board", items: BOARD_ITEMS, checksum: catalogueChecksum(catalogue) },
      created: 0,
      ...changes,
    };
    writeFileSync(paths().scorerCard, JSON.stringify(card));
  }

  async function writeModel(size = BOARD_ITEMS): Promise<void> {
    const data = new Float32Array(size * size).fill(0.5);
    writeFileSync(
      paths().scorer,
      await linearModel({ rows: size, columns: size, data }, { decay: 5, floor: 0 }),
    );
  }

  it("gives the model beside its card", async () => {
    writeCard();
    await writeModel();
    const scorer = await openScorer(paths(), catalogue);
    expect(scorer.name).toBe("linear");
    expect([...(await scorer.score([{ item: 0, weight: 1 }]))]).toEqual(new Array(BOARD_ITEMS).fill(0.5));
    await scorer.close();
  });

  it("takes a model of any name in the documented form", async () => {
    writeCard({ kind: "my-own" });
    await writeModel();
    const scorer = await openScorer(paths(), catalogue, { devices: ["cpu"] });
    expect(scorer).toMatchObject({ name: "my-own", device: "cpu" });
    await scorer.close();
  });

  const hint = "cicerone train --data board";

  it("says how to make one where there is none", async () => {
    await expect(openScorer(paths(), catalogue)).rejects.toMatchObject({ code: "scorer-missing", hint });
    writeCard();
    await expect(openScorer(paths(), catalogue)).rejects.toMatchObject({ code: "scorer-missing", hint });
  });

  it("refuses a scorer of another catalogue of the same size", async () => {
    writeCard();
    await writeModel();
    const refusal = openScorer(paths(), boardCatalogue("other"));
    await expect(refusal).rejects.toMatchObject({ code: "scorer-stranger", hint });
  });

  it("refuses a scorer of a catalogue that differs in any single item", async () => {
    const size = 20_000;
    const many = (changed?: number): Catalogue => {
      const items = Array.from({ length: size }, (_, index) => ({
        id: ItemId.parse(index === changed ? "other" : `item-${index}`),
        title: "Item",
        facets: {},
      }));
      return catalogueOf(items, [], { name: "board" });
    };
    const checksum = catalogueChecksum(many());
    expect(catalogueChecksum(many())).toBe(checksum);
    const whole = JSON.stringify([
      "board",
      size,
      Array.from({ length: size }, (_, index) => `item-${index}`),
    ]);
    expect(checksum).toBe(createHash("sha256").update(whole).digest("hex"));
    for (const changed of [0, 1, 8191, 8192, 19_999])
      expect(catalogueChecksum(many(changed))).not.toBe(checksum);
  });

  it("refuses a card of another format, and one that is not JSON", async () => {
    writeFileSync(paths().scorerCard, JSON.stringify({ format: 99 }));
    await expect(openScorer(paths(), catalogue)).rejects.toMatchObject({ code: "scorer-card-invalid", hint });
    writeFileSync(paths().scorerCard, "{");
    await expect(openScorer(paths(), catalogue)).rejects.toMatchObject({ code: "scorer-card-invalid", hint });
  });

  it("refuses a model that is damaged", async () => {
    writeCard();
    for (const damage of ["", "no model at all"]) {
      writeFileSync(paths().scorer, damage);
      await expect(openScorer(paths(), catalogue)).rejects.toMatchObject({ code: "onnx-unusable", hint });
    }
  });

  it("refuses a model that scores another number of items", async () => {
    writeCard();
    await writeModel(3);
    const scorer = await openScorer(paths(), catalogue);
    await expect(scorer.score([{ item: 0, weight: 1 }])).rejects.toMatchObject({ code: "scorer-form" });
    await scorer.close();
  });

  it("lets content or popularity stand in where there was too little to learn from", async () => {
    writeCard({ kind: "content" });
    expect((await openScorer(paths(), catalogue, { vectors: boardVectors() })).name).toBe("content");
    expect((await openScorer(paths(), catalogue)).name).toBe("popular");
    writeCard({ kind: "popular" });
    expect((await openScorer(paths(), catalogue, { vectors: boardVectors() })).name).toBe("popular");
  });
});
