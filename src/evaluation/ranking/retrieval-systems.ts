import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { collaborativeRetriever } from "../../../tools/retrieval/collaborative.ts";
import { nearestByScan } from "../../../tools/retrieval/nearest.ts";
import type { Retriever } from "../../../tools/retrieval/retriever.ts";
import { semanticRetriever } from "../../../tools/retrieval/semantic.ts";
import { fitTextVectors, type TextVectors } from "../../../tools/retrieval/text-vectors.ts";
import type { Ranker, RankerDescription, RankingSystem } from "./ranker.ts";
import type { SharedFits } from "./shared-fits.ts";

/** A retriever of the chat that is asked with nothing but a history; what it does not find is left out. */
export function retrieverRanker(
  retriever: Retriever,
  itemCount: number,
  description: RankerDescription,
  close: () => Promise<void> = async () => {},
): Ranker {
  return {
    ...description,
    async rank({ history, candidates, depth }, signal) {
      const query = { text: undefined, like: [], unlike: [], history };
      const scores = new Float32Array(itemCount).fill(Number.NaN);
      for (const { index, score } of await retriever.retrieve(query, candidates, depth, signal)) {
        scores[index] = score;
      }
      return scores;
    },
    close,
  };
}

/** The neighbours of a history through an item-item or factor model, as the chat's collaborative retriever finds them. */
export function collaborativeSystem(name: string, fits: SharedFits): RankingSystem {
  return {
    name,
    async fit(training, fitting) {
      const { scorer, fitSeconds, ranksBy, parameters, device } = await fits.get(name, training, fitting);
      const retriever = collaborativeRetriever((history, signal) => scorer.score(history, signal));
      const ranker = retrieverRanker(retriever, training.itemCount, { ranksBy, parameters, device });
      return { ...ranker, fitSeconds };
    },
  };
}

/** What of an item an embedder reads. */
export type TextKind = "text-short" | "text-full";

/**
 * Nearest in meaning to what the user took lately, in the space of the chat's own embedder (latent semantic analysis), fitted on titles,
 * categories and years alone (as table 1 of the LLM4Rec poster has it), or on all that the catalogue says, plots included.
 */
export function textSystem(kind: TextKind, catalogue: Catalogue): RankingSystem {
  return {
    name: kind,
    async fit({ itemCount }, { signal, onProgress }) {
      const read = kind === "text-full" ? catalogue : inShort(catalogue);
      const text = await fitTextVectors(read, { signal, onProgress: (fraction) => onProgress?.(fraction) });
      return textRanker(text, itemCount, READ[kind]);
    },
  };
}

const READ: Readonly<Record<TextKind, string>> = {
  "text-short": "title, categories and year, no prose",
  "text-full": "title, all facets and prose",
};

/** The same over vectors that are there already. */
export function textSystemOver(text: TextVectors): RankingSystem {
  return { name: "text-full", fit: async ({ itemCount }) => textRanker(text, itemCount, READ["text-full"]) };
}

function textRanker({ embedder, vectors }: TextVectors, itemCount: number, read: string): Ranker {
  const retriever = semanticRetriever({ embeddings: embedder, vectors, nearest: nearestByScan(vectors) });
  return retrieverRanker(retriever, itemCount, {
    ranksBy: `cosine to the mean of the last 20 items in latent semantic space; read: ${read}`,
    parameters: { dimensions: vectors.dimensions },
    device: "cpu",
  });
}

/** A category has few values: what a person or a keyword facet has not. */
const MOST_CATEGORIES = 100;

function inShort(catalogue: Catalogue): Catalogue {
  const isShort = ({ name, kind }: Catalogue["facets"][number]): boolean =>
    kind === "year" ||
    ((kind === "category" || kind === "tags") && catalogue.values(name).length <= MOST_CATEGORIES);
  const facets = catalogue.facets.filter(isShort);
  const kept = new Set(facets.map(({ name }) => name));
  return Object.assign(Object.create(catalogue) as Catalogue, {
    facets,
    text: () => undefined,
    value: (index: number, facet: string) => (kept.has(facet) ? catalogue.value(index, facet) : undefined),
  });
}
