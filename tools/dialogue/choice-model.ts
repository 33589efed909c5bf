import { solveSymmetric } from "./solve-symmetric.ts";

/** One choice out of many alternatives: the features of those chosen and of some of the others. */
export interface Choice {
  /** [chosen × features], row-major. */
  readonly chosen: Float32Array;
  /** [others × features], row-major. */
  readonly others: Float32Array;
  /** For how many alternatives each of the others stands: more than one where it was drawn from many. */
  readonly stands: Float32Array;
}

const STEPS = 12;
/** Of the weights of features in units of their spread. */
const RIDGE = 1e-3;

/**
 * The conditional logit (McFadden 1974): weights w that make the choices most likely when P(item) ∝ exp(w · features), with a ridge.
 * The alternatives not drawn are stood for by those that were. Newton's method, steps halved where the fit would grow worse.
 * @returns one weight for each feature
 */
export function fitChoices(choices: readonly Choice[], features: number): Float64Array {
  const spread = spreadOf(choices, features);
  let weights: Float64Array = new Float64Array(features);
  let { loss, gradient, curvature } = derivatives(choices, weights, spread);
  for (let step = 0; step < STEPS; step++) {
    const full = solveSymmetric(curvature, gradient);
    let found = false;
    for (let share = 1; share > 0.01 && !found; share /= 2) {
      const tried = weights.map((weight, k) => weight - share * (full[k] ?? 0));
      const there = derivatives(choices, tried, spread);
      if (there.loss >= loss) continue;
      found = true;
      weights = tried;
      ({ loss, gradient, curvature } = there);
    }
    if (!found) break;
  }
  return weights.map((weight, k) => weight / (spread[k] ?? 1));
}

interface Derivatives {
  /** Mean over what was chosen. */
  readonly loss: number;
  readonly gradient: Float64Array;
  /** [features × features], row-major. */
  readonly curvature: Float64Array;
}

function derivatives(choices: readonly Choice[], weights: Float64Array, spread: Float64Array): Derivatives {
  const features = weights.length;
  const scaled = weights.map((weight, k) => weight / (spread[k] ?? 1));
  const gradient = new Float64Array(features);
  const curvature = new Float64Array(features * features);
  let [loss, count] = [0, 0];
  for (const choice of choices) {
    const times = choice.chosen.length / features;
    const { logSum, mean, covariance } = moments(choice, scaled);
    count += times;
    for (let row = 0; row < times; row++) loss += logSum - along(choice.chosen, row, scaled);
    for (let k = 0; k < features; k++) {
      let chosen = 0;
      for (let row = 0; row < times; row++) chosen += choice.chosen[row * features + k] ?? 0;
      gradient[k] = (gradient[k] ?? 0) + times * (mean[k] ?? 0) - chosen;
    }
    for (let at = 0; at < curvature.length; at++) {
      curvature[at] = (curvature[at] ?? 0) + times * (covariance[at] ?? 0);
    }
  }
  const penalty = (RIDGE / 2) * weights.reduce((sum, weight) => sum + weight * weight, 0);
  return {
    loss: loss / count + penalty,
    gradient: gradient.map((sum, k) => sum / count / (spread[k] ?? 1) + RIDGE * (weights[k] ?? 0)),
    curvature: curvature.map((sum, at) => {
      const [row, column] = [Math.floor(at / features), at % features];
      const scale = (spread[row] ?? 1) * (spread[column] ?? 1);
      return sum / count / scale + (row === column ? RIDGE : 0);
    }),
  };
}

/** Over all alternatives: log Σ exp, and mean and covariance of the features under the model. */
function moments(
  { chosen, others, stands }: Choice,
  weights: Float64Array,
): { readonly logSum: number; readonly mean: Float64Array; readonly covariance: Float64Array } {
  const features = weights.length;
  const [first, second] = [chosen.length / features, others.length / features];
  const scores = new Float64Array(first + second);
  for (let row = 0; row < first; row++) scores[row] = along(chosen, row, weights);
  for (let row = 0; row < second; row++) {
    scores[first + row] = along(others, row, weights) + Math.log(stands[row] ?? 1);
  }
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const mean = new Float64Array(features);
  const covariance = new Float64Array(features * features);
  for (const [row, share] of shares.entries()) {
    const [from, at] = row < first ? [chosen, row * features] : [others, (row - first) * features];
    const part = share / total;
    for (let k = 0; k < features; k++) {
      const value = part * (from[at + k] ?? 0);
      if (value === 0) continue;
      mean[k] = (mean[k] ?? 0) + value;
      for (let l = 0; l <= k; l++) {
        const cell = k * features + l;
        covariance[cell] = (covariance[cell] ?? 0) + value * (from[at + l] ?? 0);
      }
    }
  }
  for (let k = 0; k < features; k++) {
    for (let l = 0; l <= k; l++) {
      const value = (covariance[k * features + l] ?? 0) - (mean[k] ?? 0) * (mean[l] ?? 0);
      covariance[k * features + l] = value;
      covariance[l * features + k] = value;
    }
  }
  return { logSum: top + Math.log(total), mean, covariance };
}

function along(rows: Float32Array, row: number, weights: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (rows[row * weights.length + k] ?? 0);
  return sum;
}

/** Standard deviation of each feature over the alternatives drawn; 1 for one that never differs. */
function spreadOf(choices: readonly Choice[], features: number): Float64Array {
  const sums = new Float64Array(features);
  const squares = new Float64Array(features);
  let count = 0;
  for (const { others } of choices) {
    count += others.length / features;
    for (let at = 0; at < others.length; at++) {
      const value = others[at] ?? 0;
      sums[at % features] = (sums[at % features] ?? 0) + value;
      squares[at % features] = (squares[at % features] ?? 0) + value * value;
    }
  }
  return sums.map((sum, k) => {
    const variance = (squares[k] ?? 0) / count - (sum / count) ** 2;
    return variance > 1e-12 ? Math.sqrt(variance) : 1;
  });
}
