import { expect, it } from "vitest";
import { StringPacker, unpackStrings } from "../../../memory/items/packed-strings.ts";

function packed(texts: readonly string[]) {
  const packer = new StringPacker();
  for (const text of texts) packer.add(text);
  return unpackStrings(packer.finish());
}

it("packed texts come back as they were, whatever their letters and length", () => {
  const texts = ["Heat", "", "Амаркорд", "千と千尋の神隠し", "🎬🎞️", "x".repeat(100_000), "é"];
  const strings = packed(texts);
  expect(strings.length).toBe(texts.length);
  expect(texts.map((_, index) => strings.at(index))).toEqual(texts);
});

it("no text lies outside them", () => {
  for (const index of [-1, 1, 0.5]) expect(() => packed(["only"]).at(index)).toThrow(RangeError);
  expect(packed([]).length).toBe(0);
});
