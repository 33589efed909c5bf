import type { RunnableLambda } from "@langchain/core/runnables";
import type { DynamicStructuredTool } from "@langchain/core/tools";
import type { VectorStore } from "@langchain/core/vectorstores";
import { type BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph";
import { bindTools } from "../agents/bind-tools.ts";
import { buildGraph, type CompiledAgent } from "../agents/graph.ts";
import type { Mind } from "../agents/minds/mind.ts";
import { createSession, type Session } from "../agents/session.ts";
import type { Person, Toolbox } from "../agents/toolbox.ts";
import { TurnQueue } from "../agents/turn-queue.ts";
import type { OpenDataset } from "../memory/datasets/open-dataset.ts";
import { CiceroneError } from "../memory/errors.ts";
import { UserId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { UserStore } from "../memory/users/user-store.ts";
import type { Rater } from "../tools/rating/rater.ts";
import type { Retriever } from "../tools/retrieval/retriever.ts";
import { openScorer } from "../tools/scoring/open-scorer.ts";
import type { Scorer } from "../tools/scoring/scorer.ts";
import { type AgentTools, createAgentTools } from "./agent-tools.ts";
import { boundTools } from "./bound-tools.ts";
import { currentConfig } from "./config.ts";
import { grammarMind } from "./grammar.ts";
import { type GraphNodeInput, type GraphNodeOutput, graphNode } from "./graph-node.ts";
import type { Models } from "./models.ts";
import { openOrPrepare } from "./open-or-prepare.ts";
import type { OwnCatalogue } from "./own-catalogue.ts";
import { openPersistence, type Persistence } from "./persistence.ts";
import type { Progress } from "./progress.ts";
import { retrieversOver, type VectorStoreParts } from "./retrievers.ts";

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
  /** Instead of the dataset's own: a scorer, or the path of an ONNX model with its card beside it ("mine.onnx", "mine.card.json"). */
  readonly scorer?: Scorer | string;
  readonly rater?: Rater;
  /** 0 = lists by relevance alone, 1 = by difference alone (maximal marginal relevance); default .15, and more for a surprise. */
  readonly diversity?: number;
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
   * and writes the last. (The bare StateGraph, to compile otherwise, is `buildGraph`.)
   */
  readonly graph: RunnableLambda<GraphNodeInput, GraphNodeOutput>;
  /**
   * A person's thread; default user "you", default thread "main". With `keep: false` the thread lasts as long as this recommender;
   * what the person's tastes are is remembered all the same. Throws CiceroneError `bad-user`.
   */
  session(options?: { user?: string; thread?: string; keep?: boolean }): Session;
  /** The agent's tools for another agent; with a user, taste and ratings left out of a call are filled in from memory. */
  tools(options?: { user?: string; thread?: string }): DynamicStructuredTool[];
  close(): void;
}

/** A dataset opened once with its models, for any number of recommenders that remember apart from each other. Close it after them. */
export interface Stage {
  readonly catalogue: Catalogue;
  /**
   * A recommender that remembers in `<folder>/memory.sqlite` and `<folder>/threads.sqlite` and goes on from what is there. Closing it
   * closes these two files only.
   */
  recommender(folder: string): Recommender;
  close(): void;
}

/** What a stage is opened with: everything but what its recommenders remember. */
export type StageOptions = Omit<RecommenderOptions, "users" | "checkpointer">;

/**
 * Opens a catalogue with everything that belongs to it; at first use it is imported, fitted and indexed.
 * Throws CiceroneError where the dataset is unknown or its artefacts belong to something else, naming the command that helps.
 */
export async function createRecommender(options: RecommenderOptions = {}): Promise<Recommender> {
  const home = options.home ?? currentConfig().home;
  const { close, recommenderWith } = await openParts({ ...options, home });
  try {
    const recommender = recommenderWith(openPersistence(home, options));
    return {
      ...recommender,
      close: () => {
        recommender.close();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** As `createRecommender`, for several recommenders on the same data. Throws as it does. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { catalogue, close, recommenderWith } = await openParts(options);
  return { catalogue, close, recommender: (folder) => recommenderWith(openPersistence(folder, {})) };
}

/** What recommenders on one dataset share. */
interface Parts {
  readonly catalogue: Catalogue;
  /** Takes the persistence over: closing the recommender closes it. */
  readonly recommenderWith: (persistence: Persistence) => Recommender;
  readonly close: () => void;
}

async function openParts(options: StageOptions): Promise<Parts> {
  const { clock = Date.now, home = currentConfig().home } = options;
  const { dataset, models } = await openOrPrepare({ ...options, clock, home });
  const close = onceOnly(() => {
    void models.scorer.close();
    dataset.catalogue.close();
  });
  try {
    return {
      catalogue: dataset.catalogue,
      close,
      recommenderWith: await assemble({ ...options, clock }, dataset, models),
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function assemble(
  options: StageOptions & { readonly clock: () => number },
  dataset: OpenDataset,
  models: Models,
): Promise<Parts["recommenderWith"]> {
  const { catalogue } = dataset;
  const scorer = await scorerOf(options.scorer, models, catalogue);
  const store = options.vectorStore;
  const retrievers = await retrieversOver({ ...dataset, text: models.text, scorer, store });
  const tools = createAgentTools({
    catalogue,
    scorer,
    vectors: models.text.vectors,
    retrievers: [...retrievers, ...(options.retrievers ?? [])],
    rater: options.rater ?? models.rater,
    diversity: options.diversity,
  });
  const grammar = grammarMind(catalogue);
  const shared = { catalogue, scorer, tools, toolbox: bindTools(catalogue, tools), grammar };
  return (persistence) => remembering(options, shared, persistence);
}

interface Shared {
  readonly catalogue: Catalogue;
  readonly scorer: Scorer;
  readonly tools: AgentTools;
  readonly toolbox: Toolbox;
  readonly grammar: Mind;
}

function remembering(
  options: StageOptions & { readonly clock: () => number },
  { catalogue, scorer, tools, toolbox, grammar }: Shared,
  persistence: Persistence,
): Recommender {
  const { users, notes } = persistence;
  const stopwatch = (): number => performance.now();
  const agent = buildGraph({
    catalogue,
    users,
    ...(notes && { notes }),
    mind: options.mind ?? grammar,
    grammar,
    toolbox,
    clock: options.clock,
    stopwatch,
  });
  const kept = agent.compile({ checkpointer: persistence.checkpointer });
  let passing: CompiledAgent | undefined;
  const queue = new TurnQueue();
  const session: Recommender["session"] = ({ user: name = "you", thread = "main", keep = true } = {}) => {
    const user = userNamed(name);
    // What is not kept is never written: nothing is left behind even where the process is killed.
    if (!keep) passing ??= agent.compile({ checkpointer: new MemorySaver() });
    return createSession({
      graph: passing !== undefined && !keep ? passing : kept,
      user,
      thread,
      dataset: catalogue.name,
      clock: stopwatch,
      queue,
      ...(options.turnBudgetMs !== undefined && { budgetMs: options.turnBudgetMs }),
      ...(keep && persistence.onKept && { onKept: persistence.onKept }),
    });
  };
  return {
    catalogue,
    users,
    scorer,
    toolbox,
    graph: graphNode(session),
    session,
    tools: ({ user, thread = "main" } = {}) =>
      boundTools(tools, catalogue, user === undefined ? undefined : remembered(userNamed(user), thread)),
    close: onceOnly(persistence.close),
  };

  function remembered(user: UserId, thread: string): () => Person {
    return () => ({
      history: users.history(user, catalogue.name, thread),
      facts: users.facts(user, catalogue.name, thread),
    });
  }
}

function onceOnly(close: () => void): () => void {
  let open = true;
  return () => {
    if (!open) return;
    open = false;
    close();
  };
}

async function scorerOf(
  own: RecommenderOptions["scorer"],
  { scorer, text }: Models,
  catalogue: Catalogue,
): Promise<Scorer> {
  if (typeof own !== "string") return own ?? scorer;
  const scorerCard = own.replace(/\.onnx$/i, ".card.json");
  return openScorer({ scorer: own, scorerCard }, catalogue, { vectors: text.vectors });
}

function userNamed(name: string): UserId {
  const parsed = UserId.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new CiceroneError("bad-user", `${JSON.stringify(name)} cannot be a user's name.`, {
    hint: "A name is 1 to 200 characters without control characters.",
  });
}
