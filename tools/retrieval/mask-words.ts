/** The whole words of a mask, four items each, as a view; none where the mask does not begin at a word. */
export function wordsOf(mask: Uint8Array): Int32Array {
  if (mask.byteOffset % 4 !== 0) return new Int32Array(0);
  return new Int32Array(mask.buffer, mask.byteOffset, mask.length >> 2);
}

/** Makes 0 of `mask` what is 0 in `other`, four items at a time. */
export function narrowBy(mask: Uint8Array, other: Uint8Array): void {
  const words = wordsOf(mask);
  const others = wordsOf(other);
  const whole = Math.min(words.length, others.length);
  for (let at = 0; at < whole; at += 1) words[at] = (words[at] ?? 0) & (others[at] ?? 0);
  for (let index = 4 * whole; index < mask.length; index += 1) {
    mask[index] = (mask[index] ?? 0) & (other[index] ?? 0);
  }
}
