import type { Catalogue } from "../../memory/items/catalogue.ts";
import { damped } from "../../memory/items/measures.ts";

/**
 * How an item stands among all that anybody touched: `best-rated` and `most-chosen` are the top tenth by damped mean and, where
 * nobody rates, by count; `little-known` is the quarter with the fewest interactions.
 */
export type Renown = "best-rated" | "most-chosen" | "little-known";

const TOP = 0.1;
const LITTLE_KNOWN = 0.25;
/** Fewer items than this have no tenth worth the name. */
const FEWEST = 30;

interface Marks {
  /** The lowest damped mean and count of the top tenth; undefined where there is none. */
  readonly mean: number | undefined;
  readonly count: number | undefined;
  /** The highest count of the little-known. */
  readonly few: number;
  /** Mean of all item means, towards which a mean of few ratings is drawn. */
  readonly middle: number;
}

type Counted = Pick<Catalogue, "size" | "statistics">;

/** Each catalogue is gone through once: it does not change while it is open. */
const KNOWN = new WeakMap<Counted, Marks>();

/** Undefined where the item stands in no way out, or the catalogue is too small to say. */
export function renownOf(catalogue: Counted, index: number): Renown | undefined {
  const { count, mean } = catalogue.statistics(index);
  const marks = marksOf(catalogue);
  if (count === 0) return undefined;
  // Where all are alike the top tenth is everything, and nobody stands out.
  if (mean !== undefined && marks.mean !== undefined && mean > marks.middle) {
    if (damped(mean, count, marks.middle) >= marks.mean) return "best-rated";
  }
  if (mean === undefined && marks.count !== undefined && count > marks.few) {
    if (count >= marks.count) return "most-chosen";
  }
  return count <= marks.few ? "little-known" : undefined;
}

/** Mean of the items' means; undefined where nobody rates. */
export function middleOf(catalogue: Counted): number | undefined {
  const { mean, middle } = marksOf(catalogue);
  return mean === undefined ? undefined : middle;
}

function marksOf(catalogue: Counted): Marks {
  const known = KNOWN.get(catalogue);
  if (known !== undefined) return known;
  const { counts, means, middle } = columnsOf(catalogue);
  const marks = {
    mean: means.length < FEWEST ? undefined : means[Math.ceil((1 - TOP) * means.length)],
    count: counts.length < FEWEST ? undefined : counts[Math.ceil((1 - TOP) * counts.length)],
    few: counts.length < FEWEST ? 0 : (counts[Math.floor(LITTLE_KNOWN * counts.length) - 1] ?? 0),
    middle,
  };
  KNOWN.set(catalogue, marks);
  return marks;
}

/** Of the items anybody touched, ascending: interactions, and damped means of those rated. */
function columnsOf(catalogue: Counted): { counts: Float64Array; means: Float64Array; middle: number } {
  const counts = new Float64Array(catalogue.size);
  const means = new Float64Array(catalogue.size);
  let [touched, rated, sum] = [0, 0, 0];
  for (let index = 0; index < catalogue.size; index++) {
    const { count, mean } = catalogue.statistics(index);
    if (count > 0) counts[touched++] = count;
    if (count === 0 || mean === undefined) continue;
    rated += 1;
    sum += mean;
  }
  const middle = sum / Math.max(1, rated);
  let place = 0;
  for (let index = 0; index < catalogue.size; index++) {
    const { count, mean } = catalogue.statistics(index);
    if (count > 0 && mean !== undefined) means[place++] = damped(mean, count, middle);
  }
  return { counts: counts.subarray(0, touched).sort(), means: means.subarray(0, rated).sort(), middle };
}
