import { describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import type { Item } from "../../../memory/items/item.ts";
import { extendTextVectors } from "../../../tools/retrieval/extend-text-vectors.ts";
import { vectorAt } from "../../../tools/retrieval/item-vectors.ts";
import { fitTextVectors } from "../../../tools/retrieval/text-vectors.ts";
import { catalogueOf } from "../../support/catalogue.ts";

const TOPICS = ["ships and storms at sea", "trains and stations by night", "horses on the wide plain"];
const item = (number: number, text = TOPICS[number % 3] ?? ""): Item => ({
  id: ItemId.parse(`i${number}`),
  title: `Number ${number}`,
  facets: {},
  text,
});
const many = (count: number): Item[] => Array.from({ length: count }, (_, number) => item(number));

describe("extending text vectors", () => {
  it("keeps what is as it was, and folds new and changed items into the same space", async () => {
    const before = catalogueOf(many(60), []);
    const former = await fitTextVectors(before);
    const items = [...many(60), item(60), item(61)];
    items[0] = item(0, TOPICS[1]);
    const extended = await extendTextVectors(former, catalogueOf(items, []), new Set([0, 60, 61]), {
      foldedInFrom: 1,
    });
    expect(extended?.vectors.size).toBe(62);
    const vector = (index: number) => extended && Array.from(vectorAt(extended.vectors, index));
    for (const index of [1, 2, 30, 59]) {
      expect(vector(index)).toEqual(Array.from(vectorAt(former.vectors, index)));
    }
    const cosine = (a: number, b: number): number =>
      (vector(a) ?? []).reduce((sum, value, k) => sum + value * (vector(b)?.[k] ?? 0), 0);
    expect(cosine(60, 3)).toBeGreaterThan(cosine(60, 4));
    expect(cosine(0, 1)).toBeGreaterThan(cosine(0, 3));
  });

  it("packs them once the catalogue is large", async () => {
    const former = await fitTextVectors(catalogueOf(many(59), []), { packedFrom: 60 });
    const grown = catalogueOf(many(60), []);
    const extended = await extendTextVectors(former, grown, new Set([59]), {
      packedFrom: 60,
      foldedInFrom: 1,
    });
    expect("rows" in former.vectors).toBe(true);
    expect(extended !== undefined && "codes" in extended.vectors).toBe(true);
  });

  it("asks for a fit where the catalogue is small", async () => {
    const former = await fitTextVectors(catalogueOf(many(59), []));
    expect(await extendTextVectors(former, catalogueOf(many(60), []), new Set([59]))).toBeUndefined();
  });

  it("asks for a fit where more than a fifth is new", async () => {
    const former = await fitTextVectors(catalogueOf(many(30), []));
    const grown = catalogueOf(many(60), []);
    const touched = new Set(Array.from({ length: 30 }, (_, index) => 30 + index));
    expect(await extendTextVectors(former, grown, touched, { foldedInFrom: 1 })).toBeUndefined();
  });
});
