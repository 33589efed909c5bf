import { best } from "../retrieval/best.ts";
import type { RetrievalQuery, Retriever } from "../retrieval/retriever.ts";
import type { DialogueScorer } from "./dialogue-scorer.ts";
import type { Said } from "./said.ts";

/**
 * What people recommended at such a moment of recorded dialogues: the request's words, its examples and the likes of the history are heard as
 * said by the seeker, the latest last. Nothing without a word, an example or a like.
 */
export function dialogueRetriever(scorer: Pick<DialogueScorer, "score">): Retriever {
  return {
    name: "dialogue",
    async retrieve(query, allowed, limit, signal) {
      signal?.throwIfAborted();
      const said = heard(query);
      if (limit < 1 || said.length === 0) return [];
      return best(scorer.score(said), allowed, limit);
    },
  };
}

function heard({ text, like, unlike, history }: RetrievalQuery): Said[] {
  const unwanted = new Set([...unlike, ...history.flatMap(({ item, weight }) => (weight < 0 ? [item] : []))]);
  const liked = history.flatMap(({ item, weight }) => (weight > 0 && !unwanted.has(item) ? [item] : []));
  const said: Said[] = liked.map((item) => ({ by: "seeker", text: "", items: [item] }));
  if (text !== undefined || like.length > 0) said.push({ by: "seeker", text: text ?? "", items: like });
  return said;
}
