import { type BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph";
import type { AgentEvent, TurnFinished } from "../../agents/events.ts";
import { buildGraph, type GraphDependencies } from "../../agents/graph.ts";
import { createGrammarMind } from "../../agents/minds/grammar/grammar-mind.ts";
import type { Mind } from "../../agents/minds/mind.ts";
import { createSession, type Session, type SessionOptions } from "../../agents/session.ts";
import { type ItemId, UserId } from "../../memory/ids.ts";
import type { Constraint } from "../../memory/items/constraint.ts";
import type { HistoryEvent } from "../../memory/users/history.ts";
import type { UserStore } from "../../memory/users/user-store.ts";
import { filmCatalogue } from "../fixtures/films.ts";
import { filmToolbox } from "./film-toolbox.ts";
import { type Meaning, scriptedUnderstanding } from "./scripted-understanding.ts";
import { userMemory } from "./user-memory.ts";

export interface TestAgent {
  readonly users: UserStore;
  session(options?: Partial<SessionOptions> & { user?: UserId; thread?: string }): Session;
}

/** The whole agent over the film fixture: the real graph and tools, a scripted understanding and a clock that ticks. */
export async function agentOf(
  script: Parameters<typeof scriptedUnderstanding>[0],
  overrides: Partial<GraphDependencies> & {
    saver?: BaseCheckpointSaver;
    /** A mind made from the grammar that the agent would have. */
    wrapMind?: (grammar: Mind) => Mind;
  } = {},
): Promise<TestAgent> {
  const catalogue = overrides.catalogue ?? filmCatalogue();
  const users = overrides.users ?? userMemory();
  const grammar = createGrammarMind({ catalogue, understanding: scriptedUnderstanding(script) });
  let now = 1_000_000;
  const clock = (): number => now++;
  const graph = buildGraph({
    catalogue,
    users,
    mind: overrides.wrapMind?.(grammar) ?? grammar,
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

export function genre(value: string, strength = 0.8): Constraint {
  return {
    facet: "genre",
    test: { op: "any-of", values: [value] },
    strength,
    said: value.toLowerCase(),
    source: "said",
  };
}

export function under(max: number): Constraint {
  return {
    facet: "runtime",
    test: { op: "between", max },
    strength: 0.5,
    said: `under ${max} minutes`,
    source: "said",
  };
}

/** "No horror", for good. */
export function disliking(value: string, rest: Partial<Meaning> = {}): Meaning {
  return {
    acts: [
      {
        act: "prefer",
        subject: { about: "value", facet: "genre", value },
        polarity: "dislike",
        strength: 1,
        scope: "always",
        said: `no ${value.toLowerCase()}`,
      },
    ],
    ...rest,
  };
}

export function judging(verdict: HistoryEvent["verdict"], item: ItemId, value?: number): Meaning {
  return {
    acts: [
      {
        act: "feedback",
        items: [item],
        verdict,
        ...(value !== undefined && { value }),
        scope: "always",
        said: verdict,
      },
    ],
  };
}

export const MORE: Meaning = { acts: [{ act: "more", instead: false }] };
export const NOT_THOSE: Meaning = { acts: [{ act: "more", instead: true }] };
export const UNDO: Meaning = { acts: [{ act: "undo" }], steps: [{ tool: "undo" }] };
