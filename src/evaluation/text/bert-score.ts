import { setImmediate } from "node:timers/promises";
import { CiceroneError } from "../../../memory/errors.ts";
import { idfWeights } from "./idf-weights.ts";
import { bestMatch, type MatchScore, matchScore, NO_MATCH } from "./match-score.ts";
import type { TokenEmbedder } from "./token-embedder.ts";

/** A text that a system wrote, and what people wrote. */
export interface TextUnit {
  readonly candidate: string;
  readonly references: readonly string[];
}

export interface BertScoreOptions {
  /** Weigh tokens by their idf over all the units' references; default: all tokens count the same. */
  readonly idf?: boolean;
  readonly signal?: AbortSignal;
}

/** Units held as vectors at a time: some 8 MB of 60 tokens and 128 dimensions, and 80 ms between two breaths. */
const BATCH = 64;

/**
 * BERTScore (Zhang et al., ICLR 2020) over any token embedder, one score a unit: every token of the one text is matched greedily with the
 * token of the other whose cosine is largest; precision is the (weighted) mean over the candidate's tokens, recall over the reference's.
 * Without baseline rescaling: figures are comparable only within one embedder, and with published ones only where that is the same model.
 *
 * A tie between tokens changes nothing, since only the cosine counts. Zeros have cosine 0 with everything. Several references: the one
 * with the best F1. F1 is 0 where precision or recall is negative: there the harmonic mean says nothing. A text without tokens, or whose tokens all weigh 0, scores 0; no reference: NaN.
 * Lets other work in between; rejects when the signal aborts.
 * @throws CiceroneError `no-tokens` for idf weights with an embedder that cannot name its tokens
 */
export async function bertScore(
  units: readonly TextUnit[],
  embedder: TokenEmbedder,
  { idf = false, signal }: BertScoreOptions = {},
): Promise<MatchScore[]> {
  const weights = idf ? tokenWeights(units, embedder) : undefined;
  const scores: MatchScore[] = [];
  for (let start = 0; start < units.length; start += BATCH) {
    await setImmediate();
    signal?.throwIfAborted();
    const batch = units.slice(start, start + BATCH);
    const texts = [...new Set(batch.flatMap(({ candidate, references }) => [candidate, ...references]))];
    const vectors = await embedder.embed(texts, signal);
    const embedded = new Map(
      texts.map((text, at) => [text, { vectors: (vectors[at] ?? []).map(unit), weights: weights?.(text) }]),
    );
    for (const { candidate, references } of batch) {
      const own = embedded.get(candidate) ?? NOTHING;
      scores.push(bestMatch(references.map((text) => greedyMatch(own, embedded.get(text) ?? NOTHING))));
    }
  }
  return scores;
}

/** A text's tokens as vectors of length 1 or 0, and how much each counts; undefined = all the same. */
interface EmbeddedText {
  readonly vectors: readonly Float64Array[];
  readonly weights: readonly number[] | undefined;
}

const NOTHING: EmbeddedText = { vectors: [], weights: undefined };

function greedyMatch(candidate: EmbeddedText, reference: EmbeddedText): MatchScore {
  const columns = reference.vectors.length;
  if (candidate.vectors.length === 0 || columns === 0) return NO_MATCH;
  const ofCandidate = new Float64Array(candidate.vectors.length).fill(-1);
  const ofReference = new Float64Array(columns).fill(-1);
  candidate.vectors.forEach((own, row) => {
    reference.vectors.forEach((other, column) => {
      const cosine = dot(own, other);
      if (cosine > (ofCandidate[row] ?? -1)) ofCandidate[row] = cosine;
      if (cosine > (ofReference[column] ?? -1)) ofReference[column] = cosine;
    });
  });
  return matchScore(mean(ofCandidate, candidate.weights), mean(ofReference, reference.weights));
}

function mean(values: Float64Array, weights: readonly number[] | undefined): number {
  let sum = 0;
  let total = 0;
  values.forEach((value, at) => {
    const weight = weights === undefined ? 1 : (weights[at] ?? 0);
    sum += weight * value;
    total += weight;
  });
  return total > 0 ? sum / total : 0;
}

function tokenWeights(units: readonly TextUnit[], embedder: TokenEmbedder): (text: string) => number[] {
  if (embedder.tokens === undefined) {
    throw new CiceroneError("no-tokens", `the token embedder ${embedder.name} cannot name its tokens`, {
      hint: "score without idf weights, or give the embedder a method tokens(text)",
    });
  }
  const tokens = embedder.tokens.bind(embedder);
  const weight = idfWeights(units.flatMap(({ references }) => references.map(tokens)));
  return (text) => tokens(text).map(weight);
}

function unit(vector: Float32Array): Float64Array {
  const copy = Float64Array.from(vector);
  const length = Math.sqrt(dot(copy, copy));
  return length > 0 ? copy.map((value) => value / length) : copy;
}

/** Four sums side by side, which need not wait for each other: half the time. */
function dot(a: Float64Array, b: Float64Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = a.length - (a.length % 4);
  for (let at = 0; at < whole; at += 4) {
    first += (a[at] ?? 0) * (b[at] ?? 0);
    second += (a[at + 1] ?? 0) * (b[at + 1] ?? 0);
    third += (a[at + 2] ?? 0) * (b[at + 2] ?? 0);
    fourth += (a[at + 3] ?? 0) * (b[at + 3] ?? 0);
  }
  for (let at = whole; at < a.length; at++) first += (a[at] ?? 0) * (b[at] ?? 0);
  return first + second + third + fourth;
}
