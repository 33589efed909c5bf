import { normal, type Random } from "../../memory/random.ts";
import { type Algebra, type Matrix, zeros } from "./algebra.ts";
import type { FitContext } from "./fit-context.ts";
import { batchesOf, type Lists, rectangle, turned } from "./row-batches.ts";
import type { RowSolver } from "./row-solver.ts";
import { type Sequences, sequenceOf, userCount } from "./sequences.ts";

export interface AlternatingOptions {
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
}

export interface FitWorkers {
  readonly algebra: Algebra;
  readonly solver: RowSolver;
}

const START_SPREAD = 0.1;

/**
 * Item vectors [size + 1 × d], the last of them zero.
 * @param former rows of an earlier fit for these items, zeros where it had none: then only the last sweeps are due
 */
export async function alternate(
  workers: FitWorkers,
  sequences: Sequences,
  size: number,
  options: AlternatingOptions,
  random: Random,
  { signal, onProgress }: FitContext,
  former?: Matrix,
): Promise<Matrix> {
  const { dimensions: d, sweeps, lastSweeps, sample } = options;
  const items = zeros(size + 1, d);
  const spreadOut = START_SPREAD / Math.sqrt(d);
  for (let cell = 0; cell < size * d; cell++) {
    items.data[cell] = former?.data[cell] || normal(random) * spreadOut;
  }
  const whole = sequences.items.length;
  if (former !== undefined) {
    await sweep(workers, sequences, items, options, lastSweeps, { signal, onProgress });
    return items;
  }
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
  workers: FitWorkers,
  sequences: Sequences,
  items: Matrix,
  options: AlternatingOptions,
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
  { algebra, solver }: FitWorkers,
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

/** α: the weight of a pair that does not occur. */
export function unobservedWeight(
  sequences: Sequences,
  size: number,
  { unobserved }: Pick<AlternatingOptions, "unobserved">,
): number {
  return (unobserved * sequences.items.length) / Math.max(1, userCount(sequences)) / size;
}
