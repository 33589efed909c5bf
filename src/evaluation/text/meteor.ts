import { porterStem } from "./porter.ts";
import { wordTokens } from "./word-tokens.ts";

/** Kinds of match, in the order they are tried. WordNet's synonyms, the third stage of the papers, are not here. */
const METEOR_STAGES = ["exact", "stem"] as const;
export type MeteorStage = (typeof METEOR_STAGES)[number];

export interface MeteorScore {
  /** 0..1; NaN without references. */
  readonly score: number;
  /** The stages of matching that were used, so that nobody compares it with a METEOR that knows synonyms. */
  readonly stages: readonly MeteorStage[];
}

const ALPHA = 0.9;
const BETA = 3;
const GAMMA = 0.5;

/**
 * METEOR (Banerjee & Lavie, ACL Workshop 2005) with the parameters of Lavie & Agarwal (WMT 2007), as NLTK: with P and R the matched words
 * over the candidate's and the reference's, F = PR / (αP + (1 − α)R), score = F · (1 − γ · (chunks / matches)^β); α = .9, β = 3,
 * γ = .5. A chunk is a run of matches that are neighbours in both texts. Tokens: `wordTokens`.
 *
 * Two stages: the same word, then the same stem (`porterStem`). The stage of synonyms is absent, since it needs WordNet: scores are at
 * most those of a METEOR that has it, up to chance in the alignment.
 *
 * Tie rule: the alignment is NLTK's greedy one. In each stage the candidate's words choose from the last to the first, each the last free
 * match in the reference; the chunks are not searched for the fewest, as the papers do.
 *
 * Several references: the best score. A text without tokens, or without a match, scores 0; no reference: NaN.
 */
export function meteor(candidate: string, references: readonly string[]): MeteorScore {
  const tokens = wordTokens(candidate);
  const scores = references.map((reference) => single(tokens, wordTokens(reference)));
  return { score: scores.length === 0 ? Number.NaN : Math.max(...scores), stages: METEOR_STAGES };
}

function single(candidate: readonly string[], reference: readonly string[]): number {
  const partners = align(candidate, reference);
  const matches = partners.filter((partner) => partner !== FREE).length;
  if (matches === 0) return 0;
  const precision = matches / candidate.length;
  const recall = matches / reference.length;
  const mean = (precision * recall) / (ALPHA * precision + (1 - ALPHA) * recall);
  return mean * (1 - GAMMA * (chunksOf(partners) / matches) ** BETA);
}

const FREE = -1;

/** Each candidate word's place in the reference, or FREE. */
function align(candidate: readonly string[], reference: readonly string[]): Int32Array {
  const partners = new Int32Array(candidate.length).fill(FREE);
  const taken = new Uint8Array(reference.length);
  for (const form of [asIs, porterStem]) {
    const places = freePlaces(reference, taken, form);
    for (let at = candidate.length - 1; at >= 0; at--) {
      if (partners[at] !== FREE) continue;
      const place = places.get(form(candidate[at] ?? ""))?.pop();
      if (place === undefined) continue;
      partners[at] = place;
      taken[place] = 1;
    }
  }
  return partners;
}

/** Form → the free places where the reference has it, ascending. */
function freePlaces(
  reference: readonly string[],
  taken: Uint8Array,
  form: (word: string) => string,
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  reference.forEach((word, place) => {
    if (taken[place] === 1) return;
    const key = form(word);
    const known = places.get(key);
    if (known === undefined) places.set(key, [place]);
    else known.push(place);
  });
  return places;
}

function asIs(word: string): string {
  return word;
}

function chunksOf(partners: Int32Array): number {
  let chunks = 0;
  let previous = FREE;
  for (const partner of partners) {
    if (partner !== FREE && (previous === FREE || partner !== previous + 1)) chunks += 1;
    previous = partner;
  }
  return chunks;
}
