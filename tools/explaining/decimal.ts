/** Made once each: making a formatter takes a thousand times as long as using it. */
const FORMATS = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat("en-US", { maximumFractionDigits: digits }),
);

/** "1,728", "4.3": a number for people, with at most so many digits after the point (0 to 3). */
export function decimal(value: number, digits: 0 | 1 | 2 | 3 = 3): string {
  return FORMATS[digits]?.format(value) ?? String(value);
}
