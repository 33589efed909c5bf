/**
 * Each candidate's factor ((1 + its count) / (1 + the median count))^−exponent: regressions favour what is popular more than the next
 * item of a person bears out.
 * @param counts interactions of each item
 */
export function standingBack(counts: Float32Array, exponent: number): Float32Array {
  const touched = counts.filter((count) => count > 0).sort();
  const median = touched[touched.length >> 1] ?? 0;
  return counts.map((count) => ((1 + count) / (1 + median)) ** -exponent);
}
