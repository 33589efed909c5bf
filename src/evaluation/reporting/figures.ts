import type { Difference, Estimate } from "../statistics/resample.ts";

/** Decimals of a metric's figures: intervals end where noise begins; values have three at least, to be told apart. */
export interface Precision {
  readonly value: number;
  readonly interval: number;
}

const MINUS = "−";
/** A difference whose p is below this is called beyond chance. */
const CHANCE = 0.05;

/** One precision for all figures of a metric, by the narrowest of their intervals, so that a column reads evenly. */
export function precisionOf(estimates: readonly Estimate[]): Precision {
  const halves = estimates.map(({ low, high }) => (high - low) / 2).filter((half) => half > 0);
  const largest = Math.max(0, ...estimates.map(({ value }) => Math.abs(value)).filter(Number.isFinite));
  const interval = halves.length === 0 ? 2 : decimalsFor(Math.min(...halves));
  if (largest >= 10) return { value: Math.min(interval, 2), interval: Math.min(interval, 2) };
  return { value: Math.max(interval, 3), interval };
}

/** Enough to show a half-width of this size: 0.025 → 2, 0.011 → 3. */
function decimalsFor(half: number): number {
  const magnitude = Math.floor(Math.log10(half));
  const leading = half / 10 ** magnitude;
  return Math.min(4, Math.max(1, -magnitude + (leading < 2 ? 1 : 0)));
}

/** "0.215 [0.19, 0.24]"; "–" where there is no figure. An interval without width is left out. */
export function estimateText(estimate: Estimate | undefined, precision: Precision): string {
  if (estimate === undefined || !Number.isFinite(estimate.value)) return "–";
  return `${numberText(estimate.value, precision.value)}${intervalText(estimate, precision, numberText)}`;
}

/** "+0.121 [+0.10, +0.14]". */
export function differenceText(difference: Estimate, precision: Precision): string {
  if (!Number.isFinite(difference.value)) return "–";
  return `${signedText(difference.value, precision.value)}${intervalText(difference, precision, signedText)}`;
}

function intervalText(
  { low, high }: Estimate,
  { interval }: Precision,
  text: (value: number, decimals: number) => string,
): string {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low === high) return "";
  return ` [${text(low, interval)}, ${text(high, interval)}]`;
}

export function numberText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return "–";
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

export function signedText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return "–";
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return (value < 0 ? MINUS : "+") + text;
}

/** Figures of a column as somebody else reported them: as many decimals as the longest has, but at most four. */
export function publishedTexts(values: readonly (number | undefined)[]): string[] {
  const decimals = values.map((value) => String(value ?? "").split(".")[1]?.length ?? 0);
  const most = Math.min(4, Math.max(2, ...decimals));
  return values.map((value) => (value === undefined ? "" : numberText(value, most)));
}

export function isBeyondChance({ p }: Difference): boolean {
  return p < CHANCE;
}

/** "0.002"; "< 0.001" where there are no zeros to count. */
export function pText(p: number): string {
  if (!Number.isFinite(p)) return "–";
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

/** "higher" or "lower", where chance alone would hardly do it. */
export function verdictText(difference: Difference): string {
  if (!Number.isFinite(difference.p)) return "unknown";
  if (!isBeyondChance(difference)) return "within chance";
  return difference.value > 0 ? "higher" : "lower";
}

/** "0.41 s", "75 s". */
export function secondsText(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  return seconds >= 10 ? seconds.toFixed(0) : seconds.toFixed(2);
}
