import { setImmediate } from "node:timers/promises";
import { seededRandom } from "../../../memory/random.ts";
import { overAll, STATISTICS, type UnitValues } from "./statistic.ts";

/** A figure with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A difference with its interval, and how likely one at least as far from zero is where there is none. */
export interface Difference extends Estimate {
  readonly p: number;
}

export interface Resampling {
  readonly seed: number;
  readonly resamples: number;
}

/** A figure and what it was on every resample: two of them over the same units can be compared pair by pair. */
export interface Resampled {
  readonly value: number;
  readonly replicates: Float64Array;
}

/**
 * The bootstrap over units (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13): units are drawn with replacement
 * `resamples` times, and every figure is computed on the same draws, so that differences between systems are paired. Same seed, same
 * draws; those of `distinct` are centred on the figure. Yields to the event loop now and then; rejects when the signal aborts.
 */
export async function resample(
  figures: readonly UnitValues[],
  units: number,
  { seed, resamples }: Resampling,
  signal?: AbortSignal,
): Promise<Resampled[]> {
  const random = seededRandom(seed);
  const weights = new Uint16Array(units);
  const replicates = figures.map(() => new Float64Array(resamples));
  for (let draw = 0; draw < resamples; draw++) {
    weights.fill(0);
    for (let unit = 0; unit < units; unit++) {
      const drawn = Math.floor(random() * units);
      weights[drawn] = (weights[drawn] ?? 0) + 1;
    }
    for (const [at, { kind, columns }] of figures.entries()) {
      const into = replicates[at];
      if (into !== undefined) into[draw] = STATISTICS[kind](columns, weights);
    }
    if (draw % BREATH === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
  }
  return figures.map((figure, at) => {
    const value = overAll(figure, units);
    const drawn = replicates[at] ?? new Float64Array();
    return { value, replicates: figure.kind === "distinct" ? centred(drawn, value) : drawn };
  });
}

/**
 * A sample with replacement has some 37 % of the units not at all and others twice, so that different things are fewer on it than they
 * are: the draws say how far the figure scatters, not where it is. They are moved so that their mean is the figure.
 */
function centred(replicates: Float64Array, value: number): Float64Array {
  const there = replicates.filter((each) => !Number.isNaN(each));
  const mean = there.reduce((sum, each) => sum + each, 0) / there.length;
  return replicates.map((each) => each + value - mean);
}

const BREATH = 50;

/** The 95 % percentile interval. */
export function estimateOf({ value, replicates }: Resampled): Estimate {
  const sorted = replicates.filter((each) => !Number.isNaN(each)).sort();
  return { value, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/**
 * a − b on the same draws. p = twice the smaller share of draws (plus one on either side of the fraction) on which the difference
 * is not beyond zero: the two-sided bootstrap test (Efron & Tibshirani 1993, ch. 15.4).
 * @throws RangeError for figures resampled differently often
 */
export function differenceOf(a: Resampled, b: Resampled): Difference {
  if (a.replicates.length !== b.replicates.length) {
    throw new RangeError(`paired draws differ in number: ${a.replicates.length} and ${b.replicates.length}`);
  }
  const replicates = a.replicates.map((each, draw) => each - (b.replicates[draw] ?? 0));
  const notAbove = replicates.filter((each) => each <= 0).length;
  const notBelow = replicates.filter((each) => each >= 0).length;
  const p = Math.min(1, (2 * (Math.min(notAbove, notBelow) + 1)) / (replicates.length + 1));
  return { ...estimateOf({ value: a.value - b.value, replicates }), p };
}

/** Linear interpolation between the two nearest order statistics. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
