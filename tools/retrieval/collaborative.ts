import type { Scorer, Taste } from "../scoring/scorer.ts";
import { best } from "./best.ts";
import type { RetrievalQuery, Retriever } from "./retriever.ts";

/**
 * Items that go together with others in what people did: the neighbours of the examples if there are any, else of what the
 * user liked, away from what was named as unwanted, through the item-item model that `score` is (any scorer's). Nothing without something liked, and nothing the
 * model does not draw towards (score ≤ 0).
 */
export function collaborativeRetriever(score: Scorer["score"]): Retriever {
  return {
    name: "collaborative",
    async retrieve(query, allowed, limit, signal) {
      signal?.throwIfAborted();
      const tastes = asked(query);
      if (limit < 1 || !tastes.some(({ weight }) => weight > 0)) return [];
      const scores = await score(tastes, signal);
      signal?.throwIfAborted();
      return best(scores, allowed, limit, 0);
    },
  };
}

function asked(query: RetrievalQuery): readonly Taste[] {
  const unlike = query.unlike.map((item) => ({ item, weight: -1 }));
  const like = query.like.map((item) => ({ item, weight: 1 }));
  return [...unlike, ...(like.length > 0 ? like : query.history)];
}
