import type { Catalogue } from "../../memory/items/catalogue.ts";
import { topicWords } from "../language/words.ts";
import { byScore, countAllowed } from "./best.ts";
import type { Retriever } from "./retriever.ts";

/**
 * A first look asks for as many hits as leave this many for one that is wanted, if the mask leaves its share of them; if it leaves
 * too few, all are looked at.
 */
const OVERFETCH = 4;

/** So many hits are all there is to look at: more would be a second of work for what a word in every tenth item says. */
const MOST_HITS = 20_000;

/** Items whose title, facets or text hold the words that carry the topic of the query's text (BM25). */
export function fullTextRetriever(catalogue: Pick<Catalogue, "search" | "size">): Retriever {
  return {
    name: "full-text",
    async retrieve(query, allowed, limit, signal) {
      signal?.throwIfAborted();
      const words = topicWords(query.text ?? "").join(" ");
      if (words === "" || limit < 1) return [];
      const available = countAllowed(allowed);
      if (available === 0) return [];
      const look = (most: number) => {
        const hits = Math.min(catalogue.size, MOST_HITS, most);
        const found = catalogue.search(words, hits);
        return { all: found.length < hits, kept: found.filter(({ index }) => allowed[index] === 1) };
      };
      const first = look(Math.ceil((OVERFETCH * limit * catalogue.size) / available));
      const enough = first.all || first.kept.length >= Math.min(limit, available);
      const { kept } = enough ? first : look(MOST_HITS);
      return [...kept].sort(byScore).slice(0, limit);
    },
  };
}
