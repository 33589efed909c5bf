import { words } from "../../../tools/language/words.ts";
import { type Similarity, sentenceSimilarities } from "./sentence-similarity.ts";
import { sentencesOf } from "./sentences.ts";
import { cutToWords, type Summariser, type SummaryLength, wordsAsTheyStand } from "./summary-length.ts";

/** Two sentences are neighbours from beyond this cosine on. */
const THRESHOLD = 0.1;
const DAMPING = 0.85;
const TOLERANCE = 1e-10;
/** .85 to the 200th is below the tolerance. */
const MOST_STEPS = 200;

export interface LexRankOptions {
  /** Edges weigh their cosine, without a threshold (the paper's "continuous LexRank"). Default: false. */
  readonly continuous?: boolean;
}

/**
 * LexRank (Erkan & Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization", JAIR 2004): the sentences that
 * are most like the other sentences of the text, in the order of the text. Sentences: `sentencesOf`; words: folded, unstemmed,
 * stop words kept, since idf weighs them down.
 *
 * Tie rule: of equal sentences the earlier. A limit in words takes sentences from the best on while they fit; where the best alone
 * is too long, its first words. Default: one sentence.
 */
export function lexRank(length: SummaryLength = { sentences: 1 }, options: LexRankOptions = {}): Summariser {
  return (text) => {
    const sentences = sentencesOf(text);
    const scores = lexRankScores(sentences, options);
    const order = sentences.map((_, at) => at).sort((a, b) => byScore(scores, a, b));
    if ("sentences" in length) return inOrder(sentences, order.slice(0, length.sentences));
    const fitting = fittingSentences(sentences, order, length.words);
    if (fitting.length === 0) return cutToWords(sentences[order[0] ?? 0] ?? "", length.words);
    return inOrder(sentences, fitting);
  };
}

/**
 * Each sentence's score; they add up to 1. The stationary distribution of a walk that with .85 goes to one of the sentence's neighbours
 * (cosine above .1, itself among them, all alike) and with .15 anywhere: p = .15 / N + .85 Σ p(v) / deg(v). By power iteration
 * until the scores move by less than 1e-10 together, at most 200 steps.
 */
export function lexRankScores(
  sentences: readonly string[],
  { continuous = false }: LexRankOptions = {},
): Float64Array {
  const similarities = sentenceSimilarities(sentences.map(words), continuous ? 0 : THRESHOLD);
  const edges = similarities.map((row) => transitions(row, continuous));
  const size = sentences.length;
  let scores = new Float64Array(size).fill(1 / size);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = new Float64Array(size).fill((1 - DAMPING) / size);
    edges.forEach((row, from) => {
      for (const { to, chance } of row) next[to] = (next[to] ?? 0) + DAMPING * chance * (scores[from] ?? 0);
    });
    const moved = next.reduce((sum, score, at) => sum + Math.abs(score - (scores[at] ?? 0)), 0);
    scores = next;
    if (moved < TOLERANCE) break;
  }
  return scores;
}

interface Transition {
  readonly to: number;
  readonly chance: number;
}

function transitions(row: readonly Similarity[], continuous: boolean): Transition[] {
  const edges = row.map(({ sentence, cosine }) => ({ to: sentence, weight: continuous ? cosine : 1 }));
  const total = edges.reduce((sum, { weight }) => sum + weight, 0);
  return edges.map(({ to, weight }) => ({ to, chance: weight / total }));
}

/** Best first; scores nearer than the iteration is exact are equal. */
function byScore(scores: Float64Array, a: number, b: number): number {
  const rounded = (at: number): number => Math.round((scores[at] ?? 0) * 1e8);
  return rounded(b) - rounded(a) || a - b;
}

function fittingSentences(sentences: readonly string[], order: readonly number[], most: number): number[] {
  const taken: number[] = [];
  let left = most;
  for (const at of order) {
    const long = wordsAsTheyStand(sentences[at] ?? "").length;
    if (long > left) break;
    left -= long;
    taken.push(at);
  }
  return taken;
}

function inOrder(sentences: readonly string[], chosen: readonly number[]): string {
  return [...chosen]
    .sort((a, b) => a - b)
    .map((at) => sentences[at] ?? "")
    .join(" ");
}
