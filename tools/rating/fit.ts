import { setImmediate } from "node:timers/promises";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import { seededRandom } from "../../memory/random.ts";
import { openAlgebra } from "../scoring/algebra.ts";
import { calibrate } from "./calibrate.ts";
import { calibratorGroups, noRatings } from "./calibrators.ts";
import { itemEffects } from "./effects-rater.ts";
import { countsOf, meansOf, spreadsOf } from "./item-facts.ts";
import {
  DEFAULT_PARAMETERS,
  type RaterModel,
  type RaterParameters,
  type Scale,
  toQuarters,
} from "./model.ts";
import { type RatingMatrix, ratingMatrix } from "./rating-matrix.ts";
import { foldInOf } from "./statistical-rater.ts";
import { expectedRating, type TasteSide } from "./taste.ts";
import { type BothTraits, implicitTraits } from "./traits.ts";
import { heldOutTrials, type Trial } from "./trials.ts";
import { type Beliefs, impliedTastes, learnRound, startBeliefs } from "./variational.ts";

export interface FitRaterOptions {
  /** Size of the catalogue. */
  readonly items: number;
  readonly seed: number;
  /** Probability that intervals shall hold the rating; 0.8 if absent. */
  readonly level?: number;
  readonly parameters?: Partial<RaterParameters>;
  /** Ratings up to which every round is over all of them; beyond, most are over users with about half so many. Two million if absent. */
  readonly sample?: number;
  readonly signal?: AbortSignal;
  /** 0..1, after each round. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Fits the statistical rater: effects, factors and implicit feedback, joined in one Gaussian model whose rows are solved in closed
 * form. First on the ratings of everybody but a tenth of the users, on whose ratings the intervals are
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
  if (all.count === 0) throw noRatings();
  options.signal?.throwIfAborted();
  const groups = calibratorGroups(all, random);
  const { sample = SAMPLE } = options;
  const large = all.count > sample;
  const wholeRounds = large ? Math.min(WHOLE_ROUNDS, parameters.rounds) : parameters.rounds;
  const finalRounds = large ? Math.min(WHOLE_ROUNDS, parameters.finalRounds) : parameters.finalRounds;
  const sampleRounds = large ? Math.min(SAMPLE_ROUNDS, parameters.rounds - wholeRounds) : 0;
  const share = sample / 2 / all.count;
  const total = all.count * (groups.length * (wholeRounds + sampleRounds * share) + finalRounds);
  let done = 0;
  const breathe = async (): Promise<void> => {
    await setImmediate();
    options.signal?.throwIfAborted();
  };
  const algebra = await openAlgebra();
  try {
    const learn = async (beliefs: Beliefs, matrix: RatingMatrix, rounds: number): Promise<BothTraits> => {
      const traits = await implicitTraits(matrix, traitCount(matrix, parameters), algebra, random, breathe);
      for (let round = 0; round < rounds; round++) {
        options.signal?.throwIfAborted();
        await learnRound(matrix, beliefs, traits, algebra, breathe);
        done += matrix.count;
        options.onProgress?.(Math.min(1, done / total));
        await setImmediate();
      }
      return traits;
    };
    const sideOf = async (
      matrix: RatingMatrix,
      beliefs: Beliefs,
      traits: BothTraits,
    ): Promise<TasteSide> => ({
      plain: itemEffects(matrix).items,
      mean: beliefs.mean,
      width: beliefs.items.width,
      items: beliefs.items.means,
      covariances: beliefs.items.covariances,
      implied: await impliedTastes(beliefs, traits, algebra),
      variances: [...beliefs.userVariances],
      noise: beliefs.noise,
    });

    const trials: Trial[] = [];
    const mean = all.byUser.value.reduce((sum, value) => sum + value, 0) / all.count;
    let beliefs = startBeliefs(all, mean, parameters.factors, random);
    for (const group of groups) {
      const held = new Set(group);
      const others = ratingMatrix(interactions, options.items, measure, (user) => !held.has(user));
      beliefs = startBeliefs(others, mean, parameters.factors, random);
      if (sampleRounds > 0) {
        const drawn = Uint8Array.from({ length: all.users }, () => Number(random() < share));
        const keep = (user: number): boolean => drawn[user] === 1 && !held.has(user);
        await learn(beliefs, ratingMatrix(interactions, options.items, measure, keep), sampleRounds);
        beliefs.userWeights = undefined;
      }
      const side = await sideOf(others, beliefs, await learn(beliefs, others, wholeRounds));
      const facts = { counts: countsOf(others), spreads: spreadsIn(others, beliefs, side) };
      // One by one: a call takes no hundred thousand arguments.
      for (const trial of heldOutTrials(foldInOf(side), facts, all.byUser, group, random)) trials.push(trial);
    }
    const calibration = calibrate(trials, options.level ?? 0.8, (scale.max - scale.min) / 4);
    beliefs.userWeights = undefined;
    const side = await sideOf(all, beliefs, await learn(beliefs, all, finalRounds));
    options.signal?.throwIfAborted();
    options.onProgress?.(1);
    return {
      ...side,
      scale,
      seed: options.seed,
      parameters,
      counts: countsOf(all),
      means: meansOf(all, scale),
      spreads: spreadsIn(all, beliefs, side),
      calibration,
    };
  } finally {
    await algebra.close();
  }
}

const SAMPLE = 2_000_000;
/** Rounds over everybody that follow those over a sample. */
const WHOLE_ROUNDS = 2;
const SAMPLE_ROUNDS = 10;

/** Traits where there are more ratings than SAMPLE; and cells of traits that a side may have: 64 MiB. */
const LARGE_TRAITS = 16;
const MOST_TRAIT_CELLS = 16_000_000;

/** Traits are no more than a quarter of the users or items, and fewer where a matrix of them would be large. */
function traitCount({ users, items, count }: RatingMatrix, { traits }: RaterParameters): number {
  const small = Math.floor(Math.min(users, items) / 4);
  const large = Math.floor(MOST_TRAIT_CELLS / Math.max(users, items));
  const many = count > SAMPLE ? LARGE_TRAITS : traits;
  return Math.max(1, Math.min(traits, many, small, large));
}

function spreadsIn(matrix: RatingMatrix, { users }: Beliefs, side: TasteSide): Float32Array {
  const { width, means } = users;
  const { start } = matrix.byUser;
  return spreadsOf(matrix, (user, item) =>
    expectedRating(
      side,
      means.subarray(user * width, (user + 1) * width),
      item,
      (start[user + 1] ?? 0) - (start[user] ?? 0),
    ),
  );
}
