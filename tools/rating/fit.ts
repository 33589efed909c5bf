import { setImmediate } from "node:timers/promises";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import { CiceroneError } from "../../memory/errors.ts";
import { calibrate, shuffled } from "./calibrate.ts";
import { type Factorisation, improve, startFactorisation } from "./factorise.ts";
import { type ItemSide, predict } from "./fold-in.ts";
import {
  DEFAULT_PARAMETERS,
  type RaterModel,
  type RaterParameters,
  type Scale,
  toQuarters,
} from "./model.ts";
import { type RatingMatrix, ratingMatrix } from "./rating-matrix.ts";

export interface FitRaterOptions {
  /** Size of the catalogue. */
  readonly items: number;
  readonly seed: number;
  /** Probability that intervals shall hold the rating; 0.8 if absent. */
  readonly level?: number;
  readonly parameters?: Partial<RaterParameters>;
  readonly signal?: AbortSignal;
  /** 0..1, after each round. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Fits the statistical rater. First on the ratings of everybody but the calibrators (a seeded tenth of the users, at least
 * 30, at most 1,000 and at most half), on whose ratings the intervals are calibrated; then a few more rounds on everybody.
 * Yields to the event loop between rounds; rejects when the signal aborts. Same input and seed, same model.
 *
 * @throws CiceroneError `no-ratings` when no interaction carries a value
 */
export async function fitRater(
  interactions: Interactions,
  scale: Scale,
  options: FitRaterOptions,
): Promise<RaterModel> {
  const parameters = { ...DEFAULT_PARAMETERS, ...options.parameters };
  const random = seededUniform(options.seed);
  const all = ratingMatrix(interactions, options.items, (value) => toQuarters(scale, value));
  if (all.count === 0) {
    throw new CiceroneError("no-ratings", "there are no ratings to learn from", {
      hint: "the rater needs interactions with values; without them answers carry no predicted rating",
    });
  }
  const calibrators = chooseCalibrators(all, random);
  const held = new Set(calibrators);
  const others = ratingMatrix(
    interactions,
    options.items,
    (value) => toQuarters(scale, value),
    (user) => !held.has(user),
  );

  const model = startFactorisation(others, parameters.factors, random);
  const total = parameters.rounds + parameters.finalRounds;
  const round = async (matrix: RatingMatrix, number: number): Promise<void> => {
    options.signal?.throwIfAborted();
    improve(matrix, model, parameters);
    options.onProgress?.(number / total);
    await setImmediate();
  };
  for (let r = 1; r <= parameters.rounds; r++) await round(others, r);
  const calibration = calibrate(
    sideOf(model, others, parameters),
    all.byUser,
    countsOf(others),
    calibrators,
    options.level ?? 0.8,
    (scale.max - scale.min) / 4,
    random,
  );
  for (let r = 1; r <= parameters.finalRounds; r++) await round(all, parameters.rounds + r);
  options.signal?.throwIfAborted();

  const { mean, width, items, spreads } = sideOf(model, all, parameters);
  const counts = countsOf(all);
  const means = meansOf(all, scale);
  return { scale, seed: options.seed, parameters, mean, width, items, counts, means, spreads, calibration };
}

function chooseCalibrators(all: RatingMatrix, random: () => number): number[] {
  const { start } = all.byUser;
  const rated = shuffled(all.users, random).filter(
    (user) => (start[user + 1] as number) - (start[user] as number) > 1,
  );
  const wanted = Math.min(Math.max(30, rated.length / 10), 1000, rated.length / 2);
  return rated.slice(0, Math.floor(wanted));
}

/** As many ratings of average scatter as an item's own scatter is weighed against. */
const SPREAD_DAMPING = 20;

function sideOf(model: Factorisation, matrix: RatingMatrix, penalties: RaterParameters): ItemSide {
  const { start, other, value } = matrix.byItem;
  const spreads = new Float32Array(matrix.items);
  const side: ItemSide = { mean: model.mean, width: model.width, items: model.items, spreads, penalties };
  let sum = 0;
  for (let item = 0; item < matrix.items; item++) {
    let squares = 0;
    for (let at = start[item] as number; at < (start[item + 1] as number); at++) {
      const user = (other[at] as number) * model.width;
      squares +=
        ((value[at] as number) - predict(side, model.users.subarray(user, user + model.width), item)) ** 2;
    }
    spreads[item] = squares;
    sum += squares;
  }
  const average = sum / Math.max(1, matrix.count);
  for (let item = 0; item < matrix.items; item++) {
    const n = (start[item + 1] as number) - (start[item] as number);
    spreads[item] = ((spreads[item] as number) + SPREAD_DAMPING * average) / (n + SPREAD_DAMPING);
  }
  return side;
}

function countsOf(matrix: RatingMatrix): Float32Array {
  const { start } = matrix.byItem;
  return Float32Array.from(
    { length: matrix.items },
    (_, item) => (start[item + 1] as number) - (start[item] as number),
  );
}

function meansOf(matrix: RatingMatrix, scale: Scale): Float32Array {
  const { start, value } = matrix.byItem;
  return Float32Array.from({ length: matrix.items }, (_, item) => {
    const from = start[item] as number;
    const to = start[item + 1] as number;
    let sum = 0;
    for (let at = from; at < to; at++) sum += value[at] as number;
    return from === to ? Number.NaN : scale.min + ((sum / (to - from)) * (scale.max - scale.min)) / 4;
  });
}

/** Uniform numbers in [0, 1) from a seed (mulberry32, a 32-bit generator: good enough to shuffle and to start from). */
function seededUniform(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
