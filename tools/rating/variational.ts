import { type Algebra, type Matrix, zeros } from "../scoring/algebra.ts";
import { covarianceSize, GaussianRow, type GaussianRows } from "./gaussian-row.ts";
import type { RatingMatrix } from "./rating-matrix.ts";
import { solveUser } from "./taste.ts";
import { type BothTraits, regress } from "./traits.ts";

/**
 * A model while it is fitted: rating = mean + user₀ + item₀ + Σₖ userₖ · itemₖ + noise, rows Gaussian around what their
 * traits foretell. What the priors and the noise are is learned with the rows.
 */
export interface Beliefs {
  readonly mean: number;
  readonly users: GaussianRows;
  readonly items: GaussianRows;
  /** Variances of users and items around their priors' means, for each column. */
  readonly userVariances: Float64Array;
  readonly itemVariances: Float64Array;
  /** How much noisier than average each user's ratings are. */
  readonly scatters: Float32Array;
  noise: number;
  /** Rounds done. */
  rounds: number;
  /** Traits × width: what users' traits say of their rows. */
  userWeights: Matrix | undefined;
}

/** Numbers in covariances above which only variances are kept: a quarter of a gigabyte. */
const MOST_COVARIANCES = 64_000_000;

const START_DAMPING = 10;
const START_NOISE = 0.75;
/** Rounds before priors are learned: the first rows are too far off to learn from. */
const WARM_UP = 2;
/** As many rows as the first guess of a variance counts for. */
const GUESS_ROWS = 10;
const USER_GUESS = { effect: 0.2, factor: 0.3 } as const;
const ITEM_GUESS = { effect: 0.3, factor: 0.06 } as const;

/**
 * A start for `learnRound`: item effects from damped means, item factors small and random. Where there are so many rows
 * that whole covariances would take more than a quarter of a gigabyte, variances alone are kept, at a small cost in accuracy.
 *
 * @param random uniform in [0, 1)
 */
export function startBeliefs(
  matrix: RatingMatrix,
  mean: number,
  factors: number,
  random: () => number,
): Beliefs {
  const width = factors + 1;
  const whole = (matrix.users + matrix.items) * covarianceSize(width, true) <= MOST_COVARIANCES;
  const rowsOf = (rows: number): GaussianRows => ({
    width,
    means: new Float32Array(rows * width),
    covariances: new Float32Array(rows * covarianceSize(width, whole)),
  });
  const items = rowsOf(matrix.items);
  const { start, value } = matrix.byItem;
  for (let item = 0; item < matrix.items; item++) {
    const from = start[item] ?? 0;
    const to = start[item + 1] ?? 0;
    if (from === to) continue;
    let offset = 0;
    for (let at = from; at < to; at++) offset += (value[at] ?? 0) - mean;
    items.means[item * width] = offset / (to - from + START_DAMPING);
    for (let k = 1; k < width; k++) items.means[item * width + k] = random() - 0.5;
  }
  return {
    mean,
    users: rowsOf(matrix.users),
    items,
    userVariances: new Float64Array(width).fill(1).fill(USER_GUESS.effect, 0, 1),
    itemVariances: new Float64Array(width).fill(0.1).fill(ITEM_GUESS.effect, 0, 1),
    scatters: new Float32Array(matrix.users).fill(1),
    noise: START_NOISE,
    rounds: 0,
    userWeights: undefined,
  };
}

/**
 * One round of variational inference, in place: users given items, what traits say of users, items given users likewise,
 * variances by empirical Bayes (Lim & Teh 2007; priors regressed on side information as in Agarwal & Chen 2009, "Regression-based
 * Latent Factor Models"). Users are solved as `solveUser` folds a new one in. User rows are centred, so that the zero row stands for the average user.
 *
 * @param breathe called now and then; rejects to stop, which leaves the model half improved
 */
export async function learnRound(
  matrix: RatingMatrix,
  beliefs: Beliefs,
  traits: BothTraits,
  algebra: Algebra,
  breathe: () => Promise<void>,
): Promise<void> {
  const { users, items, userVariances, itemVariances } = beliefs;
  const learning = beliefs.rounds >= WARM_UP;
  const said = beliefs.userWeights && (await algebra.multiply(traits.users.features, beliefs.userWeights));
  const noise = await solveUsers(matrix, beliefs, said, breathe);
  const rated = ratedRows(matrix.byUser.start);
  const shift = centre(users, rated);
  if (learning) {
    if (said !== undefined)
      for (let cell = 0; cell < said.data.length; cell++)
        said.data[cell] = (said.data[cell] ?? 0) - (shift[cell % users.width] ?? 0);
    learnVariances(users, said, rated, userVariances, USER_GUESS);
    beliefs.noise = noise;
    beliefs.userWeights = await regress(traits.users, asMatrix(users, matrix.users), algebra);
  }
  const itemWeights = learning && (await regress(traits.items, asMatrix(items, matrix.items), algebra));
  const itemSaid = itemWeights ? await algebra.multiply(traits.items.features, itemWeights) : undefined;
  await solveItems(matrix, beliefs, itemSaid, breathe);
  if (learning) learnVariances(items, itemSaid, ratedRows(matrix.byItem.start), itemVariances, ITEM_GUESS);
  beliefs.rounds++;
}

/** Ratings between two breaths: some hundredths of a second. */
const BREATH = 100_000;

/** Solves every user; the noise that is left, the mean expected squared error. */
async function solveUsers(
  matrix: RatingMatrix,
  beliefs: Beliefs,
  said: Matrix | undefined,
  breathe: () => Promise<void>,
): Promise<number> {
  const { users, items, mean, noise, userVariances, scatters } = beliefs;
  const { start, other, value } = matrix.byUser;
  const row = new GaussianRow(users.width);
  const prior = said?.data ?? new Float32Array(users.means.length);
  let breath = BREATH;
  let squares = 0;
  for (let user = 0; user < matrix.users; user++) {
    const from = start[user] ?? 0;
    const to = start[user + 1] ?? 0;
    if (to > breath) {
      await breathe();
      breath = to + BREATH;
    }
    if (from === to) {
      clear(users, user);
      continue;
    }
    row.reset();
    for (let at = from; at < to; at++) row.add(items, other[at] ?? 0, (value[at] ?? 0) - mean, 1);
    scatters[user] = solveUser(row, to - from, noise, prior, user * users.width, userVariances);
    squares += row.expectedSquares();
    row.store(users, user);
  }
  return (squares + GUESS_ROWS * START_NOISE) / (matrix.count + GUESS_ROWS);
}

async function solveItems(
  matrix: RatingMatrix,
  beliefs: Beliefs,
  said: Matrix | undefined,
  breathe: () => Promise<void>,
): Promise<void> {
  const { users, items, mean, noise, itemVariances, scatters } = beliefs;
  const { start, other, value } = matrix.byItem;
  const row = new GaussianRow(items.width);
  const prior = said?.data ?? new Float32Array(items.means.length);
  let breath = BREATH;
  for (let item = 0; item < matrix.items; item++) {
    const from = start[item] ?? 0;
    const to = start[item + 1] ?? 0;
    if (to > breath) {
      await breathe();
      breath = to + BREATH;
    }
    if (from === to) {
      clear(items, item);
      continue;
    }
    row.reset();
    for (let at = from; at < to; at++) {
      const user = other[at] ?? 0;
      row.add(users, user, (value[at] ?? 0) - mean, 1 / (scatters[user] ?? 1));
    }
    row.solve(noise, prior, item * items.width, itemVariances);
    row.store(items, item);
  }
}

function clear({ width, means, covariances }: GaussianRows, row: number): void {
  const size = (covariances.length / means.length) * width;
  means.fill(0, row * width, (row + 1) * width);
  covariances.fill(0, row * size, (row + 1) * size);
}

function ratedRows(start: Int32Array): number[] {
  return Array.from({ length: start.length - 1 }, (_, row) => row).filter(
    (row) => start[row] !== start[row + 1],
  );
}

function asMatrix({ width, means }: GaussianRows, rows: number): Matrix {
  return { rows, columns: width, data: means };
}

/** Subtracts the mean row, which it returns; the item step that follows takes up what was removed. */
function centre({ width, means }: GaussianRows, rated: readonly number[]): Float64Array {
  const mean = new Float64Array(width);
  for (const row of rated) {
    for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) + (means[row * width + k] ?? 0) / rated.length;
  }
  for (const row of rated) {
    for (let k = 0; k < width; k++) means[row * width + k] = (means[row * width + k] ?? 0) - (mean[k] ?? 0);
  }
  return mean;
}

/** The mean squared distance from the prior's mean that the rows are expected to have, drawn a little towards the guess. */
function learnVariances(
  { width, means, covariances }: GaussianRows,
  said: Matrix | undefined,
  rated: readonly number[],
  variances: Float64Array,
  guess: { readonly effect: number; readonly factor: number },
): void {
  const whole = covariances.length !== means.length;
  const size = covarianceSize(width, whole);
  for (let k = 0; k < width; k++) {
    let sum = GUESS_ROWS * (k === 0 ? guess.effect : guess.factor);
    const diagonal = whole ? (k * (k + 3)) / 2 : k;
    for (const row of rated) {
      const distance = (means[row * width + k] ?? 0) - (said?.data[row * width + k] ?? 0);
      sum += distance * distance + (covariances[row * size + diagonal] ?? 0);
    }
    variances[k] = sum / (rated.length + GUESS_ROWS);
  }
}

/** Items × width: what each rated item adds to a user's prior, before it is divided by √(n + SUPPORT_DAMPING). */
export async function impliedTastes(
  beliefs: Beliefs,
  traits: BothTraits,
  algebra: Algebra,
): Promise<Float32Array> {
  const { width } = beliefs.items;
  if (beliefs.userWeights === undefined) return zeros(traits.loadings.rows, width).data;
  return (await algebra.multiply(traits.loadings, beliefs.userWeights)).data;
}
