import type { Random } from "../../memory/random.ts";
import { type Algebra, type Matrix, zeros } from "./algebra.ts";
import type { FitWorkers } from "./factors-sweeps.ts";
import type { FitContext } from "./fit-context.ts";
import { kept, type Recency } from "./recency.ts";
import { type Batch, batchesOf, type Lists, rectangle } from "./row-batches.ts";
import type { RowSolver } from "./row-solver.ts";
import { type Sequences, sequenceOf, userCount } from "./sequences.ts";

interface NextOptions {
  readonly recency: Recency;
  readonly nextShare: number;
  readonly nextStates: number;
}

/**
 * Adds to what belongs together what comes next: Y = argmin Σ_t |e_{item t+1} − Y·u_t|² + ε|Y|², ridge regression of the next item on the
 * user as folded in from the faded past at t. It is the transition model of SLIST (Choi et al., WWW 2021) in few dimensions. Returns
 * V + share·s·Y, where s makes both sides' scores equally large over these states.
 *
 * @param past whitened item vectors [size + 1 × d], the last of them zero
 */
export async function addNextItems(
  workers: FitWorkers,
  past: Matrix,
  sequences: Sequences,
  options: NextOptions,
  random: Random,
  { signal, onProgress }: FitContext,
): Promise<Matrix> {
  const { algebra } = workers;
  const d = past.columns;
  const sums = zeros(past.rows, d);
  const gram = zeros(d, d);
  const expected = Math.min(options.nextStates, sequences.items.length);
  let done = 0;
  for (const states of sampled(sequences, options.nextStates, random)) {
    const users = await foldIn(workers.solver, past, states, options.recency);
    addInto(gram, await algebra.multiplyTransposed(users, users));
    for (const [line, item] of states.next.entries()) {
      for (let k = 0; k < d; k++) {
        sums.data[item * d + k] = (sums.data[item * d + k] ?? 0) + (users.data[line * d + k] ?? 0);
      }
    }
    done += states.next.length;
    onProgress?.(Math.min(1, done / expected));
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
  const size = trace(gram);
  if (size === 0) return past;
  const metric = { ...gram, data: gram.data.slice() };
  for (let k = 0; k < d; k++) metric.data[k * d + k] = (metric.data[k * d + k] ?? 0) + (RIDGE * size) / d;
  const next = await algebra.multiply(sums, await algebra.invert(metric));
  const scale = Math.sqrt((await energy(algebra, past, gram)) / (await energy(algebra, next, gram)));
  const share = Number.isFinite(scale) ? options.nextShare * scale : 0;
  for (let cell = 0; cell < next.data.length; cell++) {
    next.data[cell] = (past.data[cell] ?? 0) + share * (next.data[cell] ?? 0);
  }
  onProgress?.(1);
  return next;
}

/** ε, relative to the mean of the diagonal. */
const RIDGE = 0.01;
/** Of a state's past no more than this is looked at: what is older has faded. */
const LONGEST = 100;
/** States that are folded in together. */
const CHUNK = 8192;

interface States {
  /** The past of each state. */
  readonly lists: Lists;
  /** The item that followed it. */
  readonly next: Int32Array;
}

/** Positions with a past and a next item, in file order, each with the same chance so that about `most` are left. */
function* sampled(sequences: Sequences, most: number, random: Random): Generator<States> {
  const chance = most / Math.max(1, sequences.items.length);
  let pasts: Int32Array[] = [];
  let next: number[] = [];
  for (let user = 0; user < userCount(sequences); user++) {
    const items = sequenceOf(sequences, user);
    for (let t = 1; t < items.length; t++) {
      if (random() >= chance) continue;
      pasts.push(items.subarray(Math.max(0, t - LONGEST), t));
      next.push(items[t] ?? 0);
      if (pasts.length < CHUNK) continue;
      yield statesOf(pasts, next);
      pasts = [];
      next = [];
    }
  }
  if (pasts.length > 0) yield statesOf(pasts, next);
}

function statesOf(pasts: readonly Int32Array[], next: readonly number[]): States {
  const offsets = new Int32Array(pasts.length + 1);
  for (const [row, past] of pasts.entries()) offsets[row + 1] = (offsets[row] ?? 0) + past.length;
  const members = new Int32Array(offsets[pasts.length] ?? 0);
  for (const [row, past] of pasts.entries()) members.set(past, offsets[row] ?? 0);
  return { lists: { offsets, members }, next: Int32Array.from(next) };
}

/** The users as of these states [states × d], in the basis where what all share is the identity. */
async function foldIn(
  solver: RowSolver,
  past: Matrix,
  { lists, next }: States,
  recency: Recency,
): Promise<Matrix> {
  const d = past.columns;
  const unit = identity(d);
  const users = zeros(next.length, d);
  for (const batch of batchesOf(lists)) {
    const { rows } = batch;
    const found = await solver.solve(
      { table: past, common: unit, preconditioner: unit },
      {
        cells: rectangle(lists, batch, past.rows - 1),
        weights: fadedWeights(lists, batch, recency),
        ridges: new Float32Array(rows.length),
        start: new Float32Array(rows.length * d),
      },
    );
    for (const [line, row] of rows.entries()) {
      users.data.set(found.subarray(line * d, (line + 1) * d), row * d);
    }
  }
  return users;
}

/** `fade` of recency.ts for likes alone, as a rectangle like the members'. */
function fadedWeights({ offsets }: Lists, { rows, length }: Batch, recency: Recency): Float32Array {
  const weights = new Float32Array(rows.length * length);
  for (const [line, row] of rows.entries()) {
    const own = (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
    for (let k = 0; k < own; k++) {
      weights[line * length + k] = kept(own - 1 - k, recency);
    }
  }
  return weights;
}

function identity(d: number): Matrix {
  const unit = zeros(d, d);
  for (let k = 0; k < d; k++) unit.data[k * d + k] = 1;
  return unit;
}

function addInto(sum: Matrix, part: Matrix): void {
  for (let cell = 0; cell < sum.data.length; cell++) {
    sum.data[cell] = (sum.data[cell] ?? 0) + (part.data[cell] ?? 0);
  }
}

function trace({ data, columns }: Matrix): number {
  let sum = 0;
  for (let k = 0; k < columns; k++) sum += data[k * columns + k] ?? 0;
  return sum;
}

/** Σ over items and states of (row · state)². */
async function energy(algebra: Algebra, rows: Matrix, gram: Matrix): Promise<number> {
  const through = await algebra.multiply(rows, gram);
  let sum = 0;
  for (let cell = 0; cell < rows.data.length; cell++)
    sum += (rows.data[cell] ?? 0) * (through.data[cell] ?? 0);
  return sum;
}
