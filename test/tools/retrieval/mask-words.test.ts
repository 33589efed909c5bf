import { expect, test } from "vitest";
import { countAllowed } from "../../../tools/retrieval/best.ts";
import { narrowBy } from "../../../tools/retrieval/mask-words.ts";

/** A mask that begins anywhere in its buffer. */
function everyNth(n: number, size: number, offset: number): Uint8Array {
  const mask = new Uint8Array(new ArrayBuffer(size + offset), offset, size);
  for (let index = 0; index < size; index += n) mask[index] = 1;
  return mask;
}

test.each([
  [0, 0],
  [1, 0],
  [7, 1],
  [4 * 255, 0],
  [4 * 255 * 3 + 2, 0],
  [5001, 3],
])("ones are counted in a mask of %d that begins at byte %d", (size, offset) => {
  expect(countAllowed(everyNth(1, size, offset))).toBe(size);
  expect(countAllowed(everyNth(3, size, offset))).toBe(Math.ceil(size / 3));
});

test.each([0, 1, 2])("what one mask or the other rules out is ruled out, beginning at byte %d", (offset) => {
  const mask = everyNth(2, 1003, offset);
  narrowBy(mask, everyNth(3, 1003, 0));
  expect(mask).toEqual(everyNth(6, 1003, offset));
});
