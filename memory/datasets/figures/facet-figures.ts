import type { Catalogue } from "../../items/catalogue.ts";
import type { FacetDeclaration, FacetKind } from "../../items/facet.ts";

/** How a facet's values are spread over the catalogue. */
export interface FacetFigures {
  readonly name: string;
  readonly kind: FacetKind;
  readonly unit: string | undefined;
  /** Share of items that have it, 0..1. */
  readonly coverage: number;
  /** How many different values there are. */
  readonly distinct: number;
  /** Most frequent first for words; ranges in order for numbers and years. A bar's `to` is left out of it, but for the last. */
  readonly bars: readonly FacetBar[];
}

export type FacetBar =
  | { readonly value: string; readonly count: number }
  | { readonly from: number; readonly to: number; readonly count: number };

/** A century of films has more decades than a price has ranges worth telling apart. */
const DECADES = 5;

/** At most `most` bars of each facet, a few more for years. */
export function facetFigures(catalogue: Catalogue, facet: FacetDeclaration, most: number): FacetFigures {
  const { name, kind, unit } = facet;
  if (kind === "number" || kind === "year") return numberFigures(catalogue, facet, most);
  const have = Array.from({ length: catalogue.size }, (_, index) => catalogue.value(index, name)).filter(
    (value) => value !== undefined,
  );
  const values = kind === "text" ? [] : catalogue.values(name);
  return {
    name,
    kind,
    unit,
    coverage: have.length / catalogue.size,
    distinct: kind === "text" ? new Set(have.map(String)).size : values.length,
    bars: values.slice(0, most),
  };
}

function numberFigures(catalogue: Catalogue, facet: FacetDeclaration, most: number): FacetFigures {
  const numbers = catalogue
    .column(facet.name)
    .filter((number) => !Number.isNaN(number))
    .sort();
  return {
    name: facet.name,
    kind: facet.kind,
    unit: facet.unit,
    coverage: numbers.length / catalogue.size,
    distinct: new Set(numbers).size,
    bars:
      numbers.length === 0
        ? []
        : ranges(numbers, facet.kind === "year" ? most + DECADES : most, facet.kind === "year" ? 10 : 0),
  };
}

/** Round ranges over what nearly all items have; the first and the last take what lies beyond. */
function ranges(sorted: Float64Array, most: number, least: number): FacetBar[] {
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [at(0.02), at(0.98)];
  const step = roundStep(Math.max((high - low) / Math.max(1, most - 1), least));
  const first = Math.floor(low / step) * step;
  const count = Math.max(1, Math.min(most, Math.floor((high - first) / step) + 1));
  const bars = Array.from({ length: count }, (_, bin) => ({
    from: tidy(bin === 0 ? Math.min(first, sorted[0] ?? first) : first + bin * step),
    to: tidy(
      bin === count - 1 ? Math.max(first + count * step, sorted.at(-1) ?? 0) : first + (bin + 1) * step,
    ),
    count: 0,
  }));
  for (const number of sorted) {
    const bar = bars[Math.min(count - 1, Math.max(0, Math.floor((number - first) / step)))];
    if (bar !== undefined) bar.count++;
  }
  return bars;
}

/** 1, 2, 5, 10, 20, 50 … */
function roundStep(width: number): number {
  if (width <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  return ([1, 2, 5].find((factor) => factor * power >= width * 0.999) ?? 10) * power;
}

/** Without the dust of binary fractions. */
function tidy(number: number): number {
  return Number(number.toPrecision(12));
}
