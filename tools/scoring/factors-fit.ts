import { normal, type Random, seededRandom } from "../../memory/random.ts";
import { type Algebra, type Matrix, openAlgebra, zeros } from "./algebra.ts";
import { addNextItems } from "./factors-next.ts";
import type { FitContext } from "./fit-context.ts";
import type { Recency } from "./recency.ts";
import { batchesOf, type Lists, rectangle, turned } from "./row-batches.ts";
import { openRowSolver, type RowSolver } from "./row-solver.ts";
import { type Sequences, sequenceOf, userCount, withoutUntouched } from "./sequences.ts";
import { whiten } from "./whiten.ts";

export interface FactorsOptions {
  readonly dimensions: number;
  /** What all items together weigh that a user has not, against those that an average user has. */
  readonly unobserved: number;
  /** λ */
  readonly ridge: number;
  /** Each is a step for users and one for items. */
  readonly sweeps: number;
  /** The last ones are over everybody; those before are over users with about so many interactions, where there are far more. */
  readonly lastSweeps: number;
  readonly sample: number;
  readonly recency: Recency;
  /** How much "what comes next" counts beside "what belongs together". */
  readonly nextShare: number;
  /** Most positions in users' histories that "what comes next" is learned from. */
  readonly nextStates: number;
  readonly seed: number;
}

/**
 * One recipe for every dataset, chosen on the validation interactions (the last but one of each user) of MovieLens-100K and
 * MovieLens-1M together, as LINEAR_DEFAULTS was.
 */
export const FACTORS_DEFAULTS: FactorsOptions = {
  dimensions: 64,
  unobserved: 8,
  ridge: 0.006,
  sweeps: 8,
  lastSweeps: 2,
  sample: 2_000_000,
  recency: { decay: 4, floor: 0.03 },
  nextShare: 0.5,
  nextStates: 200_000,
  seed: 1,
};

/** As a card and a protocol write them; the seed has its own place. */
export function factorsParameters({ recency, seed: _, ...rest }: FactorsOptions): Record<string, number> {
  return { ...rest, ...recency };
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
    const items = await alternate({ algebra, solver }, compact, size, options, random, {
      signal,
      onProgress: (fraction) => onProgress?.(SWEEPS_SHARE * fraction),
    });
    const past = await whiten(algebra, items, unobservedWeight(compact, size, options), options.ridge);
    const next = await addNextItems({ algebra, solver }, past, compact, options, random, {
      signal,
      onProgress: (fraction) => onProgress?.(SWEEPS_SHARE + (1 - SWEEPS_SHARE) * fraction),
    });
    return { past: spread(past, original, itemCount), next: spread(next, original, itemCount) };
  } finally {
    await solver.close();
    await algebra.close();
  }
}

/** Of the time a large fit takes. */
const SWEEPS_SHARE = 0.9;
/** Of the conjugate gradients in a half-step, each from the last sweep's solution. */
const STEPS = 5;
const START_SPREAD = 0.1;

/** α: the weight of a pair that does not occur. */
function unobservedWeight(sequences: Sequences, size: number, { unobserved }: FactorsOptions): number {
  return (unobserved * sequences.items.length) / Math.max(1, userCount(sequences)) / size;
}

interface Workers {
  readonly algebra: Algebra;
  readonly solver: RowSolver;
}

/** Item vectors [size + 1 × d], the last of them zero. */
async function alternate(
  workers: Workers,
  sequences: Sequences,
  size: number,
  options: FactorsOptions,
  random: Random,
  { signal, onProgress }: FitContext,
): Promise<Matrix> {
  const { dimensions: d, sweeps, lastSweeps, sample } = options;
  const items = zeros(size + 1, d);
  const spreadOut = START_SPREAD / Math.sqrt(d);
  for (let cell = 0; cell < size * d; cell++) items.data[cell] = normal(random) * spreadOut;
  const whole = sequences.items.length;
  if (whole < 2 * sample) {
    await sweep(workers, sequences, items, options, sweeps, { signal, onProgress });
    return items;
  }
  const some = someUsers(sequences, sample / whole, random);
  const first = ((sweeps - lastSweeps) * some.items.length) / whole;
  const rest = first + lastSweeps;
  await sweep(workers, some, items, options, sweeps - lastSweeps, {
    signal,
    onProgress: (fraction) => onProgress?.((first * fraction) / rest),
  });
  await sweep(workers, sequences, items, options, lastSweeps, {
    signal,
    onProgress: (fraction) => onProgress?.((first + lastSweeps * fraction) / rest),
  });
  return items;
}

/** Improves the item vectors in place. */
async function sweep(
  workers: Workers,
  sequences: Sequences,
  items: Matrix,
  options: FactorsOptions,
  sweeps: number,
  { signal, onProgress }: FitContext,
): Promise<void> {
  const { ridge } = options;
  const byUser: Lists = { offsets: sequences.offsets, members: sequences.items };
  const byItem = turned(byUser, items.rows - 1);
  const unobserved = unobservedWeight(sequences, items.rows - 1, options);
  const users = zeros(userCount(sequences) + 1, items.columns);
  for (let done = 0; done < sweeps; done++) {
    const report = (half: number) => (fraction: number) =>
      onProgress?.((done + (half + fraction) / 2) / sweeps);
    await solveSide(workers, byUser, items, users, { unobserved, ridge }, { signal, onProgress: report(0) });
    await solveSide(workers, byItem, users, items, { unobserved, ridge }, { signal, onProgress: report(1) });
    onProgress?.((done + 1) / sweeps);
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
}

/** Every user's whole sequence with this chance, else nothing. */
function someUsers(sequences: Sequences, chance: number, random: Random): Sequences {
  const offsets = [0];
  const items = new Int32Array(sequences.items.length);
  let length = 0;
  for (let user = 0; user < userCount(sequences); user++) {
    const own = sequenceOf(sequences, user);
    if (random() >= chance) continue;
    items.set(own, length);
    length += own.length;
    offsets.push(length);
  }
  return { offsets: Int32Array.from(offsets), items: items.slice(0, length) };
}

/** Solves every row of one side, given the other side, in place. */
async function solveSide(
  { algebra, solver }: Workers,
  lists: Lists,
  given: Matrix,
  solved: Matrix,
  { unobserved, ridge }: { readonly unobserved: number; readonly ridge: number },
  context: FitContext,
): Promise<void> {
  const d = given.columns;
  const common = await algebra.multiplyTransposed(given, given);
  for (let cell = 0; cell < common.data.length; cell++) {
    common.data[cell] = (common.data[cell] ?? 0) * unobserved;
  }
  const absent = unobserved * (given.rows - 1);
  const preconditioner = { ...common, data: common.data.slice() };
  for (let k = 0; k < d; k++) {
    preconditioner.data[k * d + k] = (preconditioner.data[k * d + k] ?? 0) + ridge * absent;
  }
  const side = { table: given, common, preconditioner: await algebra.invert(preconditioner) };
  const pace = pacer(lists.members.length, context);
  for (const batch of batchesOf(lists)) {
    const { rows, length } = batch;
    const cells = rectangle(lists, batch, given.rows - 1);
    const ridges = Float32Array.from(rows, (row) => ridge * (sizeOf(lists, row) + absent));
    const start = new Float32Array(rows.length * d);
    for (const [line, row] of rows.entries()) {
      start.set(solved.data.subarray(row * d, (row + 1) * d), line * d);
    }
    const found = await solver.solve(side, { cells, ridges, start });
    for (const [line, row] of rows.entries()) {
      solved.data.set(found.subarray(line * d, (line + 1) * d), row * d);
    }
    await pace(rows.length * length);
  }
}

function sizeOf({ offsets }: Lists, row: number): number {
  return (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
}

/** So many cells are solved in some tens of milliseconds. */
const BREATH = 200_000;

/** Reports what is done, and lets other work and an abort through now and then. */
function pacer(total: number, { signal, onProgress }: FitContext): (cells: number) => Promise<void> {
  let done = 0;
  let told = 0;
  return async (cells) => {
    done += cells;
    if (done - told < BREATH) return;
    told = done;
    onProgress?.(Math.min(1, done / total));
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  };
}

/** Rows of touched items → rows of the catalogue. */
function spread({ data, columns }: Matrix, original: Int32Array, itemCount: number): Matrix {
  const all = zeros(itemCount, columns);
  for (const [row, item] of original.entries()) {
    all.data.set(data.subarray(row * columns, (row + 1) * columns), item * columns);
  }
  return all;
}
