import type { Rater } from "../../../../tools/rating/rater.ts";
import type { Happening, History } from "./histories.ts";

/** What a person would say yes to. No system ever sees it. */
export interface HiddenTaste {
  /** Liked in the later part of the history: the only proof there is. */
  readonly positives: ReadonlySet<number>;
  /** Rated low, or not liked, in the later part. */
  readonly others: ReadonlySet<number>;
  /** Positives, and what the hidden model thinks as well of as of the person's own typical positive. */
  likes(item: number): boolean;
  /** What the hidden model thinks less of than of the person's average item; never a positive. */
  shuns(item: number): boolean;
}

/**
 * With a rater that was fitted on everything, the person's whole history included, an item is to the person's taste where its
 * predicted rating reaches the median of what the same model predicts for the person's later positives: the person's own threshold,
 * for predictions lie closer together than ratings. Without one, only positives are.
 */
export async function hiddenTaste(
  { earlier, later }: History,
  rater: Rater | undefined,
  size: number,
  signal?: AbortSignal,
): Promise<HiddenTaste> {
  const positives = new Set(later.filter(({ liked }) => liked).map(({ item }) => item));
  const others = new Set(later.filter(({ liked }) => !liked).map(({ item }) => item));
  const predicted = rater && (await predictions([...earlier, ...later], rater, size, signal));
  const threshold = predicted && median(Array.from(positives, (item) => predicted[item] ?? 0));
  const average = predicted && predicted.reduce((sum, value) => sum + value, 0) / size;
  return {
    positives,
    others,
    likes: (item) =>
      positives.has(item) ||
      (!others.has(item) &&
        predicted !== undefined &&
        threshold !== undefined &&
        (predicted[item] ?? 0) >= threshold),
    shuns: (item) =>
      others.has(item) ||
      (!positives.has(item) &&
        predicted !== undefined &&
        average !== undefined &&
        (predicted[item] ?? 0) < average),
  };
}

async function predictions(
  happenings: readonly Happening[],
  rater: Rater,
  size: number,
  signal: AbortSignal | undefined,
): Promise<Float64Array> {
  const given = happenings.flatMap(({ item, value }) => (value === undefined ? [] : [{ item, value }]));
  const items = Array.from({ length: size }, (_, item) => item);
  return Float64Array.from(await rater.rate(given, items, signal), ({ value }) => value);
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
