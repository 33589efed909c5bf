import { seededRandom } from "../../memory/random.ts";
import { type Matrix, openAlgebra, zeros } from "./algebra.ts";
import { formerRows } from "./factors-former.ts";
import { addNextItems } from "./factors-next.ts";
import { type AlternatingOptions, alternate, unobservedWeight } from "./factors-sweeps.ts";
import type { FitContext } from "./fit-context.ts";
import type { Recency } from "./recency.ts";
import { openRowSolver } from "./row-solver.ts";
import { itemCounts, type Sequences, withoutUntouched } from "./sequences.ts";
import { standingBack } from "./standing-back.ts";
import { whiten } from "./whiten.ts";

export interface FactorsOptions extends AlternatingOptions {
  readonly recency: Recency;
  /** How much "what comes next" counts beside "what belongs together". */
  readonly nextShare: number;
  /** How far popular candidates stand back (see `standingBack`). */
  readonly popularity: number;
  /** Most positions in users' histories that "what comes next" is learned from. */
  readonly nextStates: number;
  readonly seed: number;
}

/**
 * One recipe for every dataset, chosen on the validation interactions (the last but one of each user) of MovieLens-100K and
 * MovieLens-1M together, as LINEAR_DEFAULTS was; that `unobserved` follows the density was suggested by those of Amazon Beauty.
 */
export const FACTORS_DEFAULTS: FactorsOptions = {
  dimensions: 64,
  unobserved: 8,
  ridge: 0.006,
  sweeps: 8,
  lastSweeps: 2,
  sample: 2_000_000,
  recency: { decay: 15, floor: 0.03, power: 0.5 },
  nextShare: 0.5,
  popularity: 0.15,
  nextStates: 200_000,
  seed: 1,
};

/** Above, a fit of twice the dimensions takes too long; below, they gain nothing (MovieLens-100K, on validation). */
const FINE_INTERACTIONS = { fewest: 200_000, most: 1_000_000 } as const;

/** FACTORS_DEFAULTS, with twice the dimensions where there is enough to learn them from and not too much: MovieLens-1M. */
export function factorsOptionsFor({ items }: Sequences): FactorsOptions {
  const { fewest, most } = FINE_INTERACTIONS;
  if (items.length < fewest || items.length > most) return FACTORS_DEFAULTS;
  return { ...FACTORS_DEFAULTS, dimensions: 2 * FACTORS_DEFAULTS.dimensions };
}

/** As a card and a protocol write them; the seed has its own place. */
export function factorsParameters({ recency, seed: _, ...rest }: FactorsOptions): Record<string, number> {
  const { decay, floor, power = 0 } = recency;
  return { ...rest, decay, floor, power };
}

/**
 * Two vectors an item, [itemCount × dimensions] row by row. Somebody whose history has items i with weights wᵢ scores item j
 *   next_j · (I + Σ |wᵢ|·past_i·past_iᵀ)⁻¹ · Σ wᵢ·past_i.
 * Items without interactions have zeros.
 */
export interface ItemFactors {
  readonly past: Matrix;
  readonly next: Matrix;
}

/**
 * Implicit alternating least squares (Hu, Koren & Volinsky, ICDM 2008) with the penalties of Rendle, Krichene, Zhang & Koren (Revisiting the
 * Performance of iALS, RecSys 2022): with S the pairs that occur, N and M the numbers of items and users, it seeks
 *   min Σ_S (1 − uᵀv)² + α·Σ_all (uᵀv)² + λ·Σ_u (n_u + α·N)·|u|² + λ·Σ_v (n_v + α·M)·|v|²,   α = unobserved·n̄_u / N.
 * α follows the density, so that one recipe serves a sparse catalogue and a dense one. Afterwards vectors are turned into the basis
 * in which α·VᵀV + λ·α·N·I = I, and the candidates' side also learns which item comes next (factors-next.ts).
 */
export async function fitFactors(
  sequences: Sequences,
  itemCount: number,
  options: FactorsOptions,
  context: FitContext = {},
): Promise<ItemFactors> {
  const { size, sequences: compact, original } = withoutUntouched(sequences, itemCount);
  const { dimensions: d } = options;
  if (size === 0) return { past: zeros(itemCount, d), next: zeros(itemCount, d) };
  const random = seededRandom(options.seed);
  const algebra = await openAlgebra();
  const solver = await openRowSolver(STEPS);
  try {
    const { signal, onProgress } = context;
    const items = await alternate(
      { algebra, solver },
      compact,
      size,
      options,
      random,
      { signal, onProgress: (fraction) => onProgress?.(SWEEPS_SHARE * fraction) },
      formerRows(context.former, original, d),
    );
    const past = await whiten(algebra, items, unobservedWeight(compact, size, options), options.ridge);
    const next = await addNextItems({ algebra, solver }, past, compact, options, random, {
      signal,
      onProgress: (fraction) => onProgress?.(SWEEPS_SHARE + (1 - SWEEPS_SHARE) * fraction),
    });
    scaleRows(next, standingBack(itemCounts(compact, size), options.popularity));
    return { past: spread(past, original, itemCount), next: spread(next, original, itemCount) };
  } finally {
    await solver.close();
    await algebra.close();
  }
}

function scaleRows({ data, columns }: Matrix, factors: Float32Array): void {
  for (const [row, factor] of factors.entries()) {
    for (let k = 0; k < columns; k++) data[row * columns + k] = (data[row * columns + k] ?? 0) * factor;
  }
}

/** Of the time a large fit takes. */
const SWEEPS_SHARE = 0.9;
/** Of the conjugate gradients in a half-step, each from the last sweep's solution. */
const STEPS = 5;

/** Rows of touched items → rows of the catalogue. */
function spread({ data, columns }: Matrix, original: Int32Array, itemCount: number): Matrix {
  const all = zeros(itemCount, columns);
  for (const [row, item] of original.entries()) {
    all.data.set(data.subarray(row * columns, (row + 1) * columns), item * columns);
  }
  return all;
}
