import { setImmediate } from "node:timers/promises";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { type Random, seededRandom } from "../../memory/random.ts";
import type { ItemVectors } from "../retrieval/item-vectors.ts";
import { type Choice, fitChoices } from "./choice-model.ts";
import { type DialogueFeatures, dialogueFeatures, FEATURES, type Feature, textLikeness } from "./features.ts";
import { itemTraits } from "./item-traits.ts";
import { countMentions } from "./mention-counts.ts";
import { itemsIn, type Occasion, occasionsOf, type RecordedDialogue, type Said } from "./said.ts";
import { spokenValues } from "./spoken-values.ts";
import { matchTexts, wordIndex } from "./text-matches.ts";
import { itemProfiles, learnDirections } from "./word-directions.ts";

/** What has been said → one number for each item of the catalogue: larger is likelier to be recommended next. */
export interface DialogueScorer {
  readonly name: string;
  /** What each feature is worth, for whoever asks what was learned. */
  readonly weights: Readonly<Record<Feature, number>>;
  /** Items named already are scored like all others. Deterministic. @returns Float32Array[catalogue.size] */
  score(said: readonly Said[]): Float32Array;
}

export interface DialogueFit {
  readonly catalogue: Catalogue;
  /** Of the items' texts. */
  readonly vectors: ItemVectors;
  readonly seed?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Counts that a weight is fitted on must come from other dialogues, and from other days: people of one day speak of the same new items, and
 * what is learned is for days to come.
 */
const FOLDS = 5;
/** Alternatives of each occasion: the strongest, and some of the others. */
const RIVALS = 500;
const DRAWN = 300;

/**
 * Learns from recorded dialogues, oldest first, what a recommender names next. What an item has to speak for it (`FEATURES`) is weighed by a conditional
 * logit; mention counts and word directions are taken from four fifths of the dialogues for the choices in the fifth, and from all for use. Half
 * a minute for a thousand dialogues over seven thousand items. Rejects when the signal aborts.
 */
export async function fitDialogueScorer(
  dialogues: readonly RecordedDialogue[],
  { catalogue, vectors, seed = 1, signal }: DialogueFit,
): Promise<DialogueScorer> {
  const random = seededRandom(seed);
  const traits = itemTraits(catalogue, vectors);
  const shared = { traits, spoken: spokenValues(catalogue, traits), likeness: textLikeness(traits) };
  const profiles = itemProfiles(traits);
  const words = wordIndex(catalogue);
  const learn = (given: readonly RecordedDialogue[]): DialogueFeatures => {
    const occasions = given.flatMap(occasionsOf);
    return dialogueFeatures({
      ...shared,
      counts: countMentions(given, catalogue.size),
      directions: learnDirections(occasions, profiles),
      matches: matchTexts(words, occasions, catalogue.size),
    });
  };
  const foldOf = (place: number): number => Math.floor((FOLDS * place) / dialogues.length);
  const choices: Choice[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const features = learn(dialogues.filter((_, place) => foldOf(place) !== fold));
    for (const occasion of dialogues.filter((_, place) => foldOf(place) === fold).flatMap(occasionsOf)) {
      await setImmediate();
      signal?.throwIfAborted();
      const choice = choiceOf(occasion, features, catalogue.size, random);
      if (choice !== undefined) choices.push(choice);
    }
  }
  const weights = fitChoices(choices, FEATURES.length);
  const features = learn(dialogues);
  signal?.throwIfAborted();
  return {
    name: "dialogue",
    weights: Object.fromEntries(FEATURES.map((name, k) => [name, weights[k] ?? 0])) as Record<
      Feature,
      number
    >,
    score: (said) => joined(features(said), weights, catalogue.size),
  };
}

function joined(
  features: Readonly<Record<Feature, Float32Array>>,
  weights: Float64Array,
  size: number,
): Float32Array {
  const scores = new Float32Array(size);
  for (const [k, name] of FEATURES.entries()) {
    const [weight, column] = [weights[k] ?? 0, features[name]];
    for (let index = 0; index < size; index++)
      scores[index] = (scores[index] ?? 0) + weight * (column[index] ?? 0);
  }
  return scores;
}

/** Undefined where nothing new was named. */
function choiceOf(
  { before, named }: Occasion,
  features: DialogueFeatures,
  size: number,
  random: Random,
): Choice | undefined {
  const known = new Set(itemsIn(before));
  const fresh = named.filter((item) => !known.has(item));
  if (fresh.length === 0) return undefined;
  const columns = features(before);
  const { rivals, drawn, drawnFrom } = othersThan(new Set([...known, ...named]), columns, size, random);
  const rows = (items: readonly number[]): Float32Array =>
    Float32Array.from(items.flatMap((item) => FEATURES.map((name) => columns[name][item] ?? 0)));
  const stands = new Float32Array(rivals.length + drawn.length).fill(1);
  stands.fill(drawnFrom / Math.max(1, drawn.length), rivals.length);
  return { chosen: rows(fresh), others: rows([...rivals, ...drawn]), stands };
}

/**
 * Alternatives that could have been chosen: the strongest all, because a few of them hold most of the probability and an even draw would miss
 * them, and of the rest some at random. Strong is who has the largest plain sum of features.
 */
function othersThan(
  out: ReadonlySet<number>,
  columns: Readonly<Record<Feature, Float32Array>>,
  size: number,
  random: Random,
): { readonly rivals: number[]; readonly drawn: number[]; readonly drawnFrom: number } {
  const strength = joined(columns, new Float64Array(FEATURES.length).fill(1), size);
  const bar = strength.slice().sort()[Math.max(0, size - RIVALS)] ?? 0;
  const rivals: number[] = [];
  const weak: number[] = [];
  for (let index = 0; index < size; index++) {
    if (out.has(index)) continue;
    if ((strength[index] ?? 0) > bar) rivals.push(index);
    else weak.push(index);
  }
  const drawn =
    weak.length === 0
      ? []
      : Array.from({ length: DRAWN }, () => weak[Math.floor(weak.length * random())] ?? 0);
  return { rivals, drawn, drawnFrom: weak.length };
}
