import type { Toolbox } from "../../../agents/toolbox.ts";
import { ItemId, UserId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { Candidate } from "../../../memory/items/shortlist.ts";
import { type HistoryEvent, metItems } from "../../../memory/users/history.ts";
import { EMPTY_REQUEST } from "../../../tools/retrieval/request.ts";
import { type PastItem, type RankingSystem, scoresOfList } from "../ranking/ranker.ts";

/** How far along the pipeline a list is taken. */
export interface PipelineStage {
  readonly name: string;
  /** Undefined: the candidates as they were fused, not scored. */
  readonly diversity: number | "usual" | undefined;
  readonly ranksBy: string;
}

/** As in table 2 of the LLM4Rec poster: what each stage adds. */
export const PIPELINE_STAGES: readonly PipelineStage[] = [
  { name: "retrieve", diversity: undefined, ranksBy: "reciprocal ranks of the retrievers, fused" },
  { name: "retrieve+score", diversity: 0, ranksBy: "the fused candidates, reordered by taste alone" },
  {
    name: "retrieve+score+re-rank",
    diversity: "usual",
    ranksBy: "as the chat shows it: reordered by taste, then for variety",
  },
];

/** Candidates that the chat fetches for its scorer. */
const WIDTH = 300;
/** What the agent may show at once at most. */
const MOST_SHOWN = 50;

export interface PipelineParts {
  readonly catalogue: Catalogue;
  readonly toolbox: Pick<Toolbox, "retrieve" | "score">;
  /**
   * All that a user did before the held-out interaction, low ratings too: more than the positives that are predicted. Absent: the history
   * that is asked about.
   */
  readonly historyOf?: (user: number) => readonly PastItem[];
}

/** The agent's own tools, one after the other, for somebody who has said nothing but what they took. */
export function pipelineSystem(
  stage: PipelineStage,
  { catalogue, toolbox, historyOf }: PipelineParts,
): RankingSystem {
  return {
    name: stage.name,
    async fit() {
      return {
        ranksBy: stage.ranksBy,
        device: "cpu",
        parameters: { width: WIDTH },
        async rank({ user, depth, history }, signal = new AbortController().signal) {
          const person = { history: eventsOf(historyOf?.(user) ?? history, catalogue), facts: [] };
          const request = { ...EMPTY_REQUEST, count: Math.min(depth, MOST_SHOWN) };
          const exclude = metItems(person.history);
          const found = await toolbox.retrieve({ ...person, request, exclude, limit: WIDTH }, signal);
          const ordered = await order(found.candidates, { ...person, request }, signal);
          const list = ordered.flatMap(({ item }) => catalogue.indexOf(item) ?? []);
          return scoresOfList(list, catalogue.size);
        },
        close: async () => {},
      };
    },
  };

  async function order(
    candidates: readonly Candidate[],
    asking: Pick<Parameters<Toolbox["score"]>[0], "history" | "facts" | "request">,
    signal: AbortSignal,
  ): Promise<readonly Candidate[]> {
    if (stage.diversity === undefined) return candidates;
    const diversity = stage.diversity === "usual" ? undefined : stage.diversity;
    return (await toolbox.score({ ...asking, candidates, diversity }, signal)).candidates;
  }
}

const NOBODY = UserId.parse("measured");

/** A history as the chat would remember it: ratings where there are any, else likes. */
export function eventsOf(history: readonly PastItem[], catalogue: Catalogue): HistoryEvent[] {
  return history.map(({ item, value }, at) => ({
    id: at + 1,
    user: NOBODY,
    dataset: catalogue.name,
    item: ItemId.parse(catalogue.id(item)),
    ...(value === undefined || catalogue.scale === undefined
      ? { verdict: "liked" as const }
      : { verdict: "rated" as const, value }),
    scope: "always",
    provenance: { thread: "import/measured", turn: 0, said: "", at },
  }));
}
