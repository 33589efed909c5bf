import { setImmediate } from "node:timers/promises";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import { CiceroneError } from "../../memory/errors.ts";
import { seededRandom } from "../../memory/random.ts";
import { calibrate } from "./calibrate.ts";
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
import { heldOutTrials, shuffled, type Trial } from "./trials.ts";

interface FitRaterOptions {
  /** Size of the catalogue. */
  readonly items: number;
  readonly seed: number;
  /** Probability that intervals shall hold the rating; 0.8 if absent. */
  readonly level?: number;
  readonly parameters?: Partial<RaterParameters>;
  /** Ratings up to which every round is over all of them; beyond, most are over users with about so many. Two million if absent. */
  readonly sample?: number;
  readonly signal?: AbortSignal;
  /** 0..1, after each round. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Fits the statistical rater. First on the ratings of everybody but a tenth of the users, on whose ratings the intervals are
 * calibrated (split conformal prediction); where there are few users this is done for up to five such groups in turn
 * (cross-conformal prediction, Vovk 2015). Then the last of these models is refined on everybody. From two million ratings on, most
 * rounds are over a sample of the users. Yields to the event loop; rejects when the signal aborts. Same input and seed, same model.
 *
 * @throws CiceroneError `no-ratings` when no interaction carries a value
 */
export async function fitRater(
  interactions: Interactions,
  scale: Scale,
  options: FitRaterOptions,
): Promise<RaterModel> {
  const parameters = { ...DEFAULT_PARAMETERS, ...options.parameters };
  const random = seededRandom(options.seed);
  const measure = (value: number): number => toQuarters(scale, value);
  const all = ratingMatrix(interactions, options.items, measure);
  if (all.count === 0) {
    throw new CiceroneError("no-ratings", "there are no ratings to learn from", {
      hint: "the rater needs interactions with values; without them answers carry no predicted rating",
    });
  }
  const groups = calibratorGroups(all, random);
  const { sample = SAMPLE } = options;
  const warmUp = Math.min(all.count, sample) * Math.max(0, parameters.rounds - WHOLE_ROUNDS);
  const whole = all.count * Math.min(parameters.rounds, WHOLE_ROUNDS);
  const total = groups.length * (warmUp + whole) + parameters.finalRounds * all.count;
  let done = 0;
  const breathe = async (): Promise<void> => {
    await setImmediate();
    options.signal?.throwIfAborted();
  };
  const improveBy = async (model: Factorisation, matrix: RatingMatrix, rounds: number): Promise<void> => {
    for (let round = 0; round < rounds; round++) {
      options.signal?.throwIfAborted();
      await improve(matrix, model, parameters, breathe);
      done += matrix.count;
      options.onProgress?.(Math.min(1, done / total));
      await setImmediate();
    }
  };

  const trials: Trial[] = [];
  const mean = all.byUser.value.reduce((sum, value) => sum + value, 0) / all.count;
  let model = startFactorisation(all, mean, parameters.factors, random);
  for (const group of groups) {
    const held = new Set(group);
    const others = ratingMatrix(interactions, options.items, measure, (user) => !held.has(user));
    model = startFactorisation(others, mean, parameters.factors, random);
    const large = others.count > sample;
    if (large) {
      const drawn = Uint8Array.from({ length: all.users }, () => Number(random() < sample / others.count));
      const some = ratingMatrix(
        interactions,
        options.items,
        measure,
        (user) => drawn[user] === 1 && !held.has(user),
      );
      await improveBy(model, some, parameters.rounds - WHOLE_ROUNDS);
    }
    await improveBy(model, others, large ? WHOLE_ROUNDS : parameters.rounds);
    const side = sideOf(model, others, parameters);
    // One by one: a call takes no hundred thousand arguments.
    for (const trial of heldOutTrials(side, all.byUser, countsOf(others), group, random)) trials.push(trial);
  }
  const calibration = calibrate(trials, options.level ?? 0.8, (scale.max - scale.min) / 4);
  await improveBy(model, all, parameters.finalRounds);
  options.signal?.throwIfAborted();
  options.onProgress?.(1);

  const { width, items, spreads } = sideOf(model, all, parameters);
  const counts = countsOf(all);
  const means = meansOf(all, scale);
  return { scale, seed: options.seed, parameters, mean, width, items, counts, means, spreads, calibration };
}

const SAMPLE = 2_000_000;
/** Rounds over everybody that follow those over a sample. */
const WHOLE_ROUNDS = 2;

const ENOUGH_CALIBRATORS = 150;
const MOST_CALIBRATORS = 1000;
const MOST_GROUPS = 5;

/** Disjoint groups of users with at least two ratings, a tenth of them or a little more each. */
function calibratorGroups(all: RatingMatrix, random: () => number): number[][] {
  const { start } = all.byUser;
  const rated = shuffled(all.users, random).filter((user) => (start[user + 1] ?? 0) - (start[user] ?? 0) > 1);
  const tenth = Math.max(1, Math.ceil(rated.length / 10));
  const groups = Math.min(MOST_GROUPS, Math.ceil(ENOUGH_CALIBRATORS / tenth));
  const size = Math.min(
    MOST_CALIBRATORS,
    Math.max(tenth, Math.ceil(ENOUGH_CALIBRATORS / groups)),
    Math.ceil(rated.length / MOST_GROUPS),
  );
  return Array.from({ length: groups }, (_, group) => rated.slice(group * size, (group + 1) * size));
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
    for (let at = start[item] ?? 0; at < (start[item + 1] ?? 0); at++) {
      const user = (other[at] ?? 0) * model.width;
      squares +=
        ((value[at] ?? 0) - predict(side, model.users.subarray(user, user + model.width), item)) ** 2;
    }
    spreads[item] = squares;
    sum += squares;
  }
  const average = sum / Math.max(1, matrix.count);
  for (let item = 0; item < matrix.items; item++) {
    const n = (start[item + 1] ?? 0) - (start[item] ?? 0);
    spreads[item] = ((spreads[item] ?? 0) + SPREAD_DAMPING * average) / (n + SPREAD_DAMPING);
  }
  return side;
}

function countsOf(matrix: RatingMatrix): Float32Array {
  const { start } = matrix.byItem;
  return Float32Array.from(
    { length: matrix.items },
    (_, item) => (start[item + 1] ?? 0) - (start[item] ?? 0),
  );
}

function meansOf(matrix: RatingMatrix, scale: Scale): Float32Array {
  const { start, value } = matrix.byItem;
  return Float32Array.from({ length: matrix.items }, (_, item) => {
    const from = start[item] ?? 0;
    const to = start[item + 1] ?? 0;
    let sum = 0;
    for (let at = from; at < to; at++) sum += value[at] ?? 0;
    return from === to ? Number.NaN : scale.min + ((sum / (to - from)) * (scale.max - scale.min)) / 4;
  });
}
