import { END, type LangGraphRunnableConfig, START, StateGraph } from "@langchain/langgraph";
import { UserId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { NoteStore } from "../memory/items/notes.ts";
import type { UserStore } from "../memory/users/user-store.ts";
import type { AgentEvent } from "./events.ts";
import { ABOUT_TO_REMEMBER, Keeping } from "./keeping.ts";
import type { Mind } from "./minds/mind.ts";
import { type Narration, narrate, type Telling } from "./narration.ts";
import { askNode } from "./nodes/ask.ts";
import { compareNode } from "./nodes/compare.ts";
import { explainNode } from "./nodes/explain.ts";
import { forgetNode } from "./nodes/forget.ts";
import { lookUpNode } from "./nodes/look-up.ts";
import { rateNode } from "./nodes/rate.ts";
import { retrieveNode } from "./nodes/retrieve.ts";
import { scoreNode } from "./nodes/score.ts";
import { undoNode } from "./nodes/undo.ts";
import { whyNotNode } from "./nodes/why-not.ts";
import type { ToolName } from "./plan.ts";
import { afterReflection, nextStep } from "./route.ts";
import { AgentState } from "./state.ts";
import type { Toolbox } from "./toolbox.ts";
import type { StepNode, Turn, TurnUpdate } from "./turn.ts";

export interface GraphDependencies {
  readonly catalogue: Catalogue;
  readonly users: UserStore;
  /** Understands and speaks; where it is a model, the grammar stands in for any step that it fails. */
  readonly mind: Mind;
  /** Keeps what a person says about single items, and tells it again when they ask about them; absent: nothing of the kind. */
  readonly notes?: Pick<NoteStore, "add" | "about">;
  readonly grammar: Mind;
  readonly toolbox: Toolbox;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Milliseconds from any origin, for durations; default: the clock. */
  readonly stopwatch?: () => number;
  /**
   * How long a model may take for all its steps of one turn, before the grammar does the rest of it; default 10,000. A session cuts it
   * to half of its turn budget.
   */
  readonly mindTimeoutMs?: number;
}

type State = typeof AgentState.State;
type Node = (state: State, config: LangGraphRunnableConfig) => Promise<typeof AgentState.Update>;
type NodeName = ToolName | "recall" | "plan" | "reflect" | "respond" | "remember";

/** A third of a turn's own budget: what a silent model leaves is enough for the grammar and the tools. */
const MIND_TIMEOUT_MS = 10_000;

/** Super-steps of the longest turn (three plans of fourteen steps and what surrounds them), with room to spare. */
export const RECURSION_LIMIT = 64;

/**
 * One turn as a graph: recall → plan → the plan's tools → reflect → respond → remember. Uncompiled: compile it with a checkpointer
 * so that threads resume, or put it as a node into another graph whose state has `user`, `thread`, `text` and `answer`.
 * While it runs it writes AgentEvents to the custom stream. Run it with durability "exit": one checkpoint for each turn.
 */
export function buildGraph(dependencies: GraphDependencies): AgentGraph {
  const { clock } = dependencies;
  const narration = narrate({ stopwatch: clock, mindTimeoutMs: MIND_TIMEOUT_MS, ...dependencies });
  const tools = toolNodes(dependencies, narration);
  const graph = new StateGraph(AgentState).addNode({ ...mindNodes(narration), ...tools } satisfies Record<
    NodeName,
    Node
  >);
  graph.addEdge(START, "recall").addEdge("recall", "plan");
  const names = Object.keys(tools) as ToolName[];
  for (const name of ["plan", ...names] as const) {
    graph.addConditionalEdges(name, ({ turn }) => nextStep(turn), [...names, "reflect"]);
  }
  graph.addConditionalEdges("reflect", ({ turn }) => afterReflection(turn), ["plan", "respond"]);
  graph.addEdge("respond", "remember").addEdge("remember", END);
  return graph;
}

export type AgentGraph = ReturnType<typeof withNodes>;
export type CompiledAgent = ReturnType<AgentGraph["compile"]>;

/** A function of its own so that LangGraph's type of a graph with these nodes can be named. */
const withNodes = (nodes: Record<NodeName, Node>) => new StateGraph(AgentState).addNode(nodes);

function toolNodes(
  { catalogue, users, toolbox, notes }: GraphDependencies,
  narration: Narration,
): Record<ToolName, Node> {
  const node =
    <Tool extends ToolName>(name: Tool, run: StepNode<Tool>): Node =>
    async ({ turn }, config) => {
      const update = await narration.step(name, run, turn, telling(config));
      const keeping = keepingOf(config);
      const { facts, events } = update.forgotten ?? { facts: [], events: [] };
      if (keeping !== undefined && facts.length + events.length > 0) keeping.forgot = true;
      return merged(turn, update);
    };
  return {
    retrieve: node("retrieve", retrieveNode(toolbox)),
    score: node("score", scoreNode(toolbox)),
    rate: node("rate", rateNode(toolbox)),
    explain: node("explain", explainNode(toolbox)),
    "look-up": node("look-up", lookUpNode({ lookUp: toolbox.lookUp, notes, dataset: catalogue.name })),
    compare: node("compare", compareNode(toolbox)),
    "why-not": node("why-not", whyNotNode(catalogue)),
    ask: node("ask", askNode),
    forget: node("forget", forgetNode({ users, dataset: catalogue.name })),
    undo: node("undo", undoNode(catalogue)),
  };
}

function mindNodes(narration: Narration): Record<Exclude<NodeName, ToolName>, Node> {
  return {
    recall: async ({ user, thread, text, conversation }, config) => ({
      turn: narration.recall({ user: UserId.parse(user), thread, text }, conversation, telling(config)),
    }),
    plan: async ({ turn }, config) => merged(turn, await narration.plan(turn, telling(config))),
    reflect: async ({ turn }, config) => merged(turn, await narration.reflect(turn, telling(config))),
    respond: async ({ turn }, config) => merged(turn, await narration.respond(turn, telling(config))),
    remember: async ({ turn }, config) => {
      const keeping = keepingOf(config);
      if (keeping !== undefined) {
        config.writer?.(ABOUT_TO_REMEMBER);
        await keeping.leave();
      }
      return narration.remember(turn, {
        ...telling(config),
        written: (takeBack) => {
          if (keeping !== undefined) keeping.takeBack = takeBack;
        },
      });
    },
  };
}

function merged(turn: Turn, update: TurnUpdate): typeof AgentState.Update {
  return { turn: { ...turn, ...update } };
}

/** Where a session runs the graph: what it and the run agree on about the turn. */
function keepingOf({ configurable }: LangGraphRunnableConfig): Keeping | undefined {
  const keeping: unknown = configurable?.keeping;
  return keeping instanceof Keeping ? keeping : undefined;
}

/** The stream and the signal of a run; a graph that nobody streams tells nobody. */
function telling(config: LangGraphRunnableConfig): Telling {
  return {
    signal: config.signal ?? new AbortController().signal,
    tell: (event: AgentEvent) => config.writer?.(event),
    budgetMs: keepingOf(config)?.budgetMs,
  };
}
