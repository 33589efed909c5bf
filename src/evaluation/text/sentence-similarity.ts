import { countsOf } from "./ngrams.ts";

/** One sentence's likeness to another, 0..1. */
export interface Similarity {
  readonly sentence: number;
  readonly cosine: number;
}

/**
 * The idf-modified cosine of Erkan & Radev (JAIR 2004, eq. 1) between all sentences of a text: Σ tf·tf·idf² over the two lengths in
 * tf·idf, with idf(w) = ln(N / n(w)) over the text's own N sentences. A sentence is like itself by 1, also where all its words weigh
 * nothing (they stand in every sentence).
 * @param sentences tokens of each
 * @param beyond cosines up to this are left out
 * @returns for each sentence those that are like it, itself among them, in order
 */
export function sentenceSimilarities(sentences: readonly (readonly string[])[], beyond = 0): Similarity[][] {
  const { rows, postings } = weighed(sentences);
  const dots = new Float64Array(sentences.length);
  return rows.map((row, own) => {
    dots.fill(0);
    for (const { word, weight } of row) {
      for (const { sentence, weight: other } of postings[word] ?? []) {
        dots[sentence] = (dots[sentence] ?? 0) + weight * other;
      }
    }
    dots[own] = 1;
    const alike: Similarity[] = [];
    dots.forEach((cosine, sentence) => {
      if (cosine > beyond) alike.push({ sentence, cosine });
    });
    return alike;
  });
}

interface Cell {
  readonly sentence: number;
  /** A word's number. */
  readonly word: number;
  readonly weight: number;
}

/** tf·idf rows of length 1, by sentence and by word; words of every sentence, which weigh nothing, are in none. */
function weighed(sentences: readonly (readonly string[])[]): { rows: Cell[][]; postings: Cell[][] } {
  const counts = sentences.map(countsOf);
  const frequencies = countsOf(counts.flatMap((row) => [...row.keys()]));
  const numbers = new Map([...frequencies.keys()].map((word, number) => [word, number]));
  const postings = Array.from(numbers, (): Cell[] => []);
  const rows = counts.map((row, sentence) => {
    const cells = [...row].map(([word, count]) => {
      const idf = Math.log(sentences.length / (frequencies.get(word) ?? 1));
      return { sentence, word: numbers.get(word) ?? 0, weight: count * idf };
    });
    const length = Math.sqrt(cells.reduce((sum, { weight }) => sum + weight * weight, 0));
    const unit = cells
      .filter(({ weight }) => weight > 0)
      .map((cell) => ({ ...cell, weight: cell.weight / length }));
    for (const cell of unit) postings[cell.word]?.push(cell);
    return unit;
  });
  return { rows, postings };
}
