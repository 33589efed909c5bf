import type { AnswerItem } from "../../agents/answer.ts";
import type { AgentEvent, TurnFinished } from "../../agents/events.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { plainConditions } from "./conditions.ts";
import type { ItemNames } from "./item-names.ts";
import type { Statement } from "./statements.ts";

/** Why a turn ended without an answer. */
export interface TurnFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** Everything about a turn that can be expected of it. A turn that failed recommended nothing and said nothing. */
export interface SeenTurn {
  /** The how-many-eth turn of the dialogue, from 1. */
  readonly number: number;
  readonly said: string;
  readonly user: string;
  readonly thread: string;
  readonly items: readonly AnswerItem[];
  /** Of the items, in their order; each finds exactly its item. */
  readonly titles: readonly string[];
  /** The constraints that hold, as plain conditions. */
  readonly constraints: readonly string[];
  /** Facets on which constraints were let go, each once. */
  readonly relaxed: readonly string[];
  /** Titles of the examples that are gone by. */
  readonly like: readonly string[];
  readonly reply: string;
  readonly understood: string;
  /** Of all items, and of those that a "why?" was about. */
  readonly reasons: readonly string[];
  readonly acts: readonly string[];
  readonly plan: readonly string[];
  /** Answers to the question that is asked; empty where none is. */
  readonly options: readonly string[];
  readonly failure: TurnFailure | undefined;
  readonly memory: SeenMemory;
}

/** What is remembered of the turn's user when it has ended. */
export interface SeenMemory {
  /** As the turn's conversation knows them. */
  readonly statements: readonly Statement[];
  /** Nothing is left in any conversation. */
  readonly empty: boolean;
  /** Other statements than before the turn. */
  readonly changed: boolean;
}

type Happened = Omit<SeenTurn, "number" | "said" | "user" | "thread" | "memory">;

const NOTHING: Happened = {
  items: [],
  titles: [],
  constraints: [],
  relaxed: [],
  like: [],
  reply: "",
  understood: "",
  reasons: [],
  acts: [],
  plan: [],
  options: [],
  failure: undefined,
};

/** A turn's events, folded. Of several plans the last one counts. */
export async function happened(
  events: AsyncIterable<AgentEvent>,
  catalogue: Catalogue,
  names: ItemNames,
): Promise<Happened> {
  let seen = NOTHING;
  for await (const event of events) {
    if (event.type === "plan-made") {
      const { acts, steps, request } = event.plan;
      const like = request.like.map(names.name);
      seen = { ...seen, acts: acts.map(({ act }) => act), plan: steps.map(({ tool }) => tool), like };
    }
    if (event.type === "turn-finished") seen = { ...seen, ...answered(event, catalogue, names) };
    if (event.type === "turn-failed") {
      const { code, message, hint } = event;
      seen = { ...seen, failure: { code, message, hint } };
    }
  }
  return seen;
}

function answered(
  { items, constraints, relaxed, reply, understood, options, claims = [] }: TurnFinished,
  catalogue: Catalogue,
  names: ItemNames,
): Omit<Happened, "acts" | "plan" | "like" | "failure"> {
  const given = [...items.map(({ reasons }) => reasons), ...claims.map((asked) => asked.claims)].flat();
  return {
    items,
    titles: items.map(({ id }) => names.name(id)),
    constraints: plainConditions(constraints, catalogue),
    relaxed: [...new Set(relaxed.map(({ facet }) => facet))],
    reply,
    understood,
    options,
    reasons: given.map(({ claim }) => claim),
  };
}
