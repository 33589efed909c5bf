import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { type DialogueScorer, fitDialogueScorer } from "../../../tools/dialogue/dialogue-scorer.ts";
import { best } from "../../../tools/retrieval/best.ts";
import { keepRows } from "../../../tools/scoring/interaction-rows.ts";
import { grammarMind } from "../../grammar.ts";
import { openStage, type Recommender, type Stage } from "../../recommender.ts";
import { openTrainingStage } from "../training-stage.ts";
import { type Heard, listener } from "./turns-listener.ts";
import type { FittedTurnSystem, TurnContext, TurnSystem } from "./turns-system.ts";

/**
 * The agent as it is talked to: its grammar reads what the seeker says, its memory keeps verdicts and tastes, its retrievers and scorer make
 * the list. Each dialogue is heard once; what the other person said takes the place of the agent's own answers.
 */
export const AGENT_TURNS: TurnSystem = {
  name: "agent",
  about:
    "the agent: what its grammar understood of the seeker's words (titles typed with their years), retrieved and ordered by its own tools",
  fit: (_training, context) =>
    listening(context, ({ toolbox, catalogue }) => async (heard, _k, signal) => {
      const candidates = await toolbox.retrieve({ ...heard, limit: WIDTH }, signal);
      const given = { ...heard, candidates: candidates.candidates, diversity: undefined };
      const ranking = await toolbox.score(given, signal);
      return ranking.candidates.flatMap(({ item }) => catalogue.indexOf(item) ?? []);
    }),
};

/** The agent with the dialogue scorer in place of its own retrievers and scorer: the words are read by its grammar, not by the marks of the data. */
export const AGENT_DIALOGUE_TURNS: TurnSystem = {
  name: "agent-dialogue",
  about:
    "the agent's memory and grammar with the dialogue scorer to order what is left: it hears the titles that the grammar understood, not the marks of the data",
  async fit(training, context) {
    const scorer = await fitDialogueScorer(training, context);
    return listening(context, (recommender) => async (heard, k) => byDialogue(scorer, recommender, heard, k));
  },
};

/** As many candidates as the agent fetches for its scorer. */
const WIDTH = 300;
const NEVER = new AbortController().signal;

type MakeList = (
  recommender: Recommender,
) => (heard: Heard, k: number, signal: AbortSignal) => Promise<readonly number[]>;

async function listening(context: TurnContext, make: MakeList): Promise<FittedTurnSystem> {
  const folder = await mkdtemp(join(tmpdir(), "cicerone-turns-"));
  let stage: Stage | undefined;
  const close = async (): Promise<void> => {
    stage?.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    stage = await openOn(context, folder);
    const recommender = stage.recommender(join(folder, "talks"));
    const { catalogue, users } = recommender;
    const listen = listener({ catalogue, users, mind: grammarMind(catalogue) });
    const list = make(recommender);
    return {
      recommend: async (turn, k, signal = NEVER) => list(await listen(turn, signal), k, signal),
      close: async () => {
        recommender.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function byDialogue(
  scorer: DialogueScorer,
  { catalogue }: Recommender,
  { said, exclude }: Heard,
  k: number,
): readonly number[] {
  const allowed = new Uint8Array(catalogue.size).fill(1);
  for (const item of exclude) {
    const index = catalogue.indexOf(item);
    if (index !== undefined) allowed[index] = 0;
  }
  return best(scorer.score(said), allowed, k).map(({ index }) => index);
}

/** On the dataset as it is, where nothing else than the training dialogues is in it; else on that part of it. */
function openOn({ home, name, training, interactions, signal }: TurnContext, folder: string): Promise<Stage> {
  const train = ofDialogues(interactions, training);
  if (train.users.length === interactions.users.length) {
    return openStage({ data: name, home, ...(signal && { signal }) });
  }
  return openTrainingStage({ home, name, train, folder: join(folder, "part"), clock: Date.now, signal });
}

function ofDialogues(interactions: Interactions, dialogues: readonly string[]): Interactions {
  const kept = new Set(dialogues);
  return keepRows(interactions, (row) => kept.has(interactions.userIds[interactions.users[row] ?? 0] ?? ""));
}
