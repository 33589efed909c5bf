import { fitDialogueScorer } from "../../../tools/dialogue/dialogue-scorer.ts";
import { addTogether, countMentions } from "../../../tools/dialogue/mention-counts.ts";
import { itemsIn, occasionsOf, type Said } from "../../../tools/dialogue/said.ts";
import { best } from "../../../tools/retrieval/best.ts";
import type { FittedTurnSystem, TurnSystem } from "./turns-system.ts";

/** What was recommended in most of the training dialogues, whatever is said. */
export const POPULAR_TURNS: TurnSystem = {
  name: "popular",
  about: "what was recommended in most training dialogues, whatever is said",
  async fit(training, { catalogue }) {
    const counts = new Float32Array(catalogue.size);
    for (const dialogue of training) {
      const recommended = new Set(occasionsOf(dialogue).flatMap(({ named }) => named));
      for (const item of recommended) counts[item] = (counts[item] ?? 0) + 1;
    }
    return scored(() => counts);
  },
};

/** A little of the popular ones: it orders what nothing else orders. */
const REST = 1e-3;

/** What is named in the same training dialogues as what was named now. */
export const MENTION_TURNS: TurnSystem = {
  name: "mentions",
  about:
    "what is named in the same training dialogues as the items named so far (item to item, shrunk cosine)",
  async fit(training, { catalogue }) {
    const counts = countMentions(training, catalogue.size);
    return scored((said) => {
      const scores = counts.dialogues.map((count) => (REST * count) / training.length);
      for (const item of itemsIn(said)) addTogether(counts, item, 1, scores);
      return scores;
    });
  },
};

/** The product's learner from recorded dialogues. */
export const DIALOGUE_TURNS: TurnSystem = {
  name: "dialogue",
  about:
    "the dialogue scorer: words, kinds and people named, the items named so far, their texts and how often items are named, weighed by a conditional logit learned from the training dialogues",
  async fit(training, { catalogue, vectors, seed, signal }) {
    const scorer = await fitDialogueScorer(training, { catalogue, vectors, seed, signal });
    return scored((said) => scorer.score(said));
  },
};

/** The best of those not named before; equals in the order of the catalogue. */
function scored(score: (said: readonly Said[]) => Float32Array): FittedTurnSystem {
  return {
    async recommend({ before }, k) {
      const scores = score(before);
      const allowed = new Uint8Array(scores.length).fill(1);
      for (const item of itemsIn(before)) allowed[item] = 0;
      return best(scores, allowed, k).map(({ index }) => index);
    },
    close: async () => undefined,
  };
}
