/** The value below which a share `q` (0..1) of the sorted figures lies (nearest rank). */
export function quantile(figures: readonly number[], q: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

/** One line of the report: what was measured, the figure, and the bar it is held against. */
export function line(what: string, figure: string, bar: string): void {
  console.log(`${what.padEnd(58)} ${figure.padStart(24)}   ${bar}`);
}
