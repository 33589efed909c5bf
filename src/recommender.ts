import type { DynamicStructuredTool } from "@langchain/core/tools";
import type { VectorStore } from "@langchain/core/vectorstores";
import type { BaseCheckpointSaver } from "@langchain/langgraph";
import { bindTools } from "../agents/bind-tools.ts";
import { buildGraph, type CompiledAgent } from "../agents/graph.ts";
import { createGrammarMind } from "../agents/minds/grammar/grammar-mind.ts";
import { createUnderstanding } from "../agents/minds/grammar/understand.ts";
import type { Mind } from "../agents/minds/mind.ts";
import { createSession, type Session } from "../agents/session.ts";
import type { Toolbox } from "../agents/toolbox.ts";
import { TurnQueue } from "../agents/turn-queue.ts";
import { CiceroneError } from "../memory/errors.ts";
import { UserId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { type OpenMemory, openMemory } from "../memory/users/sqlite-user-store.ts";
import type { UserStore } from "../memory/users/user-store.ts";
import { createTitleLinker } from "../tools/language/title-linker.ts";
import type { Rater } from "../tools/rating/rater.ts";
import type { Retriever } from "../tools/retrieval/retriever.ts";
import type { Scorer } from "../tools/scoring/scorer.ts";
import { createAgentTools } from "./agent-tools.ts";
import { boundTools } from "./bound-tools.ts";
import { currentConfig } from "./config.ts";
import { openOrPrepare } from "./open-or-prepare.ts";
import type { OwnCatalogue } from "./own-catalogue.ts";
import type { Progress } from "./progress.ts";
import { retrieversOver, type VectorStoreParts } from "./retrievers.ts";
import { openThreads, type Threads } from "./threads.ts";

/** Everything is optional: without any option this is the embedded demo, the grammar and the platform's data folder. */
export interface RecommenderOptions {
  /** Name of an imported dataset; default "demo", which is prepared at first use. */
  readonly data?: string;
  /** A catalogue of your own, from memory, instead of an imported dataset. */
  readonly catalogue?: OwnCatalogue;
  /** Where everything imported, trained and remembered lives; default: CICERONE_HOME, else the platform's data folder. */
  readonly home?: string;
  /** How the agent understands and speaks; the grammar stands in wherever it fails. Default: the grammar. */
  readonly mind?: Mind;
  /** Instead of the dataset's own. */
  readonly scorer?: Scorer;
  readonly rater?: Rater;
  /** Asked beside the built-in ones. */
  readonly retrievers?: readonly Retriever[];
  /**
   * Opens a vector store of one's own (PGVector, Qdrant …) instead of the embedded one. It must hold the vectors it is given:
   * `fillStore(store, catalogue, vectors)` puts them in, once.
   */
  readonly vectorStore?: (parts: VectorStoreParts) => Promise<VectorStore>;
  /** User memory, instead of `<home>/memory.sqlite`. */
  readonly users?: UserStore;
  /** Where threads resume from, instead of `<home>/threads.sqlite`. */
  readonly checkpointer?: BaseCheckpointSaver;
  /** How long a turn may take, in milliseconds; default 30,000. */
  readonly turnBudgetMs?: number;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** The only place where memory, tools and agents meet. Close it when done. */
export interface Recommender {
  readonly catalogue: Catalogue;
  readonly users: UserStore;
  readonly scorer: Scorer;
  /** What the agent's steps are made of, for one-shot use without a conversation. */
  readonly toolbox: Toolbox;
  /**
   * The agent as a node for another LangGraph graph whose state has `user`, `thread`, `text` and `answer`: it reads the first three
   * and writes the last. The thread's state is kept by the outer graph's checkpointer, where it has one.
   */
  readonly graph: CompiledAgent;
  /** A person's thread; default user "you", default thread "main". Throws CiceroneError `bad-user`. */
  session(options?: { user?: string; thread?: string }): Session;
  /** The agent's tools for another agent; with a user, taste and ratings left out of a call are filled in from memory. */
  tools(options?: { user?: string; thread?: string }): DynamicStructuredTool[];
  close(): void;
}

/**
 * Opens a catalogue with everything that belongs to it; at first use it is imported, fitted and indexed.
 * Throws CiceroneError where the dataset is unknown or its artefacts belong to something else, naming the command that helps.
 */
export async function createRecommender(options: RecommenderOptions = {}): Promise<Recommender> {
  const { clock = Date.now, home = currentConfig().home } = options;
  const { dataset, models } = await openOrPrepare({ ...options, clock, home });
  const { catalogue } = dataset;
  const { vectors } = models.text;
  const scorer = options.scorer ?? models.scorer;
  const retrievers = await retrieversOver({
    ...dataset,
    text: models.text,
    scorer,
    store: options.vectorStore,
  });
  const tools = createAgentTools({
    catalogue,
    scorer,
    vectors,
    retrievers: [...retrievers, ...(options.retrievers ?? [])],
    rater: options.rater ?? models.rater,
  });
  const memory = options.users === undefined ? openMemory(home) : undefined;
  const users = options.users ?? (memory as OpenMemory).users;
  const threads = options.checkpointer === undefined ? openThreads(home) : undefined;
  const toolbox = bindTools(catalogue, tools);
  const understanding = createUnderstanding(catalogue, createTitleLinker(catalogue));
  const grammar = createGrammarMind({ catalogue, understanding });
  const stopwatch = (): number => performance.now();
  const builder = buildGraph({
    catalogue,
    users,
    ...(memory && { notes: memory.notes }),
    mind: options.mind ?? grammar,
    grammar,
    toolbox,
    clock,
    stopwatch,
  });
  const graph = builder.compile({ checkpointer: options.checkpointer ?? (threads as Threads).saver });
  const queue = new TurnQueue();
  return {
    catalogue,
    users,
    scorer,
    toolbox,
    graph: builder.compile({ checkpointer: true }),
    session: ({ user = "you", thread = "main" } = {}) =>
      createSession({
        graph,
        user: userNamed(user),
        thread,
        dataset: catalogue.name,
        clock: stopwatch,
        queue,
        ...(options.turnBudgetMs !== undefined && { budgetMs: options.turnBudgetMs }),
        ...(threads && { onKept: threads.prune }),
      }),
    tools: ({ user, thread = "main" } = {}) =>
      boundTools(
        tools,
        catalogue,
        user === undefined ? undefined : () => users.history(userNamed(user), catalogue.name, thread),
      ),
    close: () => {
      void models.scorer.close();
      catalogue.close();
      memory?.users.close();
      threads?.close();
    },
  };
}

function userNamed(name: string): UserId {
  const parsed = UserId.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new CiceroneError("bad-user", `${JSON.stringify(name)} cannot be a user's name.`, {
    hint: "A name is 1 to 200 characters without control characters.",
  });
}
