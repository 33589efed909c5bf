import { type BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph";
import type { AgentEvent, TurnFinished } from "../../agents/events.ts";
import { buildGraph, type GraphDependencies } from "../../agents/graph.ts";
import { createGrammarMind } from "../../agents/minds/grammar/grammar-mind.ts";
import { createSession, type Session, type SessionOptions } from "../../agents/session.ts";
import { UserId } from "../../memory/ids.ts";
import type { UserStore } from "../../memory/users/user-store.ts";
import { filmCatalogue } from "../fixtures/films.ts";
import { type Meaning, scriptedUnderstanding } from "./scripted-understanding.ts";
import { filmToolbox } from "./film-toolbox.ts";
import { userMemory } from "./user-memory.ts";

export interface TestAgent {
  readonly users: UserStore;
  session(options?: Partial<SessionOptions> & { user?: UserId; thread?: string }): Session;
}

/** The whole agent over the film fixture: the real graph and tools, a scripted understanding and a clock that ticks. */
export async function agentOf(
  script: Parameters<typeof scriptedUnderstanding>[0],
  overrides: Partial<GraphDependencies> & { saver?: BaseCheckpointSaver } = {},
): Promise<TestAgent> {
  const catalogue = overrides.catalogue ?? filmCatalogue();
  const users = overrides.users ?? userMemory();
  const grammar = createGrammarMind({ catalogue, understanding: scriptedUnderstanding(script) });
  let now = 1_000_000;
  const clock = (): number => now++;
  const graph = buildGraph({
    catalogue,
    users,
    mind: grammar,
    grammar,
    toolbox: overrides.toolbox ?? (await filmToolbox()),
    clock,
    ...overrides,
  }).compile({ checkpointer: overrides.saver ?? new MemorySaver() });
  return {
    users,
    session: (options = {}) =>
      createSession({
        graph,
        user: UserId.parse("ada"),
        thread: "t1",
        dataset: catalogue.name,
        clock,
        ...options,
      }),
  };
}

export async function eventsOf(stream: AsyncIterable<AgentEvent>): Promise<AgentEvent[]> {
  const events: AgentEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

export const titlesOf = (turn: Pick<TurnFinished, "items">): string[] => turn.items.map(({ title }) => title);

/** "Recommend": retrieve and score what the request says. */
export function seeking(request?: Meaning["request"]): Meaning {
  return {
    acts: [{ act: "seek" }],
    ...(request && { request }),
    steps: [{ tool: "retrieve" }, { tool: "score" }],
  };
}
