import { best } from "../../../tools/retrieval/best.ts";
import { fuse } from "../../../tools/retrieval/fusion.ts";
import type { Retrieved } from "../../../tools/retrieval/retriever.ts";
import { sequencesOf } from "../../../tools/scoring/sequences.ts";
import { leaveOneOut } from "../splits/by-time.ts";
import { rowsOf } from "../splits/split.ts";
import { casesOf, type RankingCase, sampleCases } from "./cases.ts";
import { chooseWeights, type FoundLists } from "./hybrid-weights.ts";
import type { Fitting, Ranker, RankingQuery, RankingSystem, Training } from "./ranker.ts";

/** Users on whom weights are chosen, and how far down every member's list is looked at. */
const SAMPLE = 500;
const DEPTH = 200;
const SEED = 1;

/**
 * Several retrievers joined by weighted reciprocal-rank fusion, as the chat joins its own. The weights are chosen on the last training
 * interaction of a sample of users, by members that were fitted without it: nothing held out is seen.
 */
export function hybridSystem(members: readonly RankingSystem[]): RankingSystem {
  return {
    name: "hybrid",
    async fit(training, fitting) {
      const weights = await weightsFor(members, training, fitting);
      const chosen = members.filter((_, at) => (weights[at] ?? 0) > 0);
      const rankers = await fitAll(chosen, training, fitting);
      const kept = weights.filter((weight) => weight > 0);
      return {
        ranksBy: "reciprocal ranks, fused with weights chosen on the last training interaction of each user",
        device: "cpu",
        parameters: Object.fromEntries(members.map(({ name }, at) => [name, weights[at] ?? 0])),
        async rank(query, signal) {
          const lists = await ask(rankers, query, signal);
          const scores = new Float32Array(training.itemCount).fill(Number.NaN);
          for (const { index, score } of fuse(
            lists.map((found, at) => ({ name: `${at}`, found, weight: kept[at] ?? 1 })),
          )) {
            scores[index] = score;
          }
          return scores;
        },
        close: () => closeAll(rankers),
      };
    },
  };
}

async function weightsFor(
  members: readonly RankingSystem[],
  { interactions, itemCount }: Training,
  fitting: Fitting,
): Promise<readonly number[]> {
  const split = leaveOneOut(interactions, "test");
  const seen = rowsOf(interactions, split.train);
  const training: Training = { interactions: seen, sequences: sequencesOf(seen), itemCount };
  const inPlay = new Uint8Array(itemCount);
  for (const item of interactions.items) inPlay[item] = 1;
  const rankers = await fitAll(members, training, fitting);
  try {
    const found: FoundLists[] = [];
    for (const { user, history, truth } of sampleCases(casesOf(split), SAMPLE, SEED)) {
      const query = { user, history, candidates: unseen(inPlay, history), depth: DEPTH };
      found.push({ lists: await ask(rankers, query, fitting.signal), truth: truth[0] ?? -1 });
    }
    return chooseWeights(found, members.length);
  } finally {
    await closeAll(rankers);
  }
}

function unseen(inPlay: Uint8Array, history: RankingCase["history"]): Uint8Array {
  const open = inPlay.slice();
  for (const { item } of history) open[item] = 0;
  return open;
}

async function fitAll(
  members: readonly RankingSystem[],
  training: Training,
  fitting: Fitting,
): Promise<Ranker[]> {
  const rankers: Ranker[] = [];
  for (const member of members)
    rankers.push(await member.fit(training, { signal: fitting.signal, linear: fitting.linear }));
  return rankers;
}

async function ask(
  rankers: readonly Ranker[],
  query: RankingQuery,
  signal: AbortSignal | undefined,
): Promise<Retrieved[][]> {
  const lists: Retrieved[][] = [];
  for (const ranker of rankers) {
    const scores = await ranker.rank({ ...query, depth: DEPTH }, signal);
    lists.push(best(scores, query.candidates, DEPTH));
  }
  return lists;
}

async function closeAll(rankers: readonly Ranker[]): Promise<void> {
  for (const ranker of rankers) await ranker.close();
}
