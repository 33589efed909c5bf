import type { UserStore } from "../../memory/users/user-store.ts";
import type { Conversation } from "../conversation.ts";
import type { Turn, Utterance } from "../turn.ts";
import { cleaned } from "../utterance.ts";

export interface RecallDependencies {
  readonly users: Pick<UserStore, "facts" | "history">;
  readonly dataset: string;
  readonly clock: () => number;
}

/** Opens the turn: what memory knows of the person, and the thread as the last turn left it. */
export function recall(said: Utterance, before: Conversation, dependencies: RecallDependencies): Turn {
  const { users, dataset, clock } = dependencies;
  const recalled = {
    facts: users.facts(said.user, dataset, said.thread),
    history: users.history(said.user, dataset, said.thread),
  };
  return {
    ...said,
    ...cleaned(said.text),
    number: before.turn + 1,
    startedAt: clock(),
    before,
    recalled,
    known: recalled,
    attempts: 0,
    plan: { acts: [{ act: "out-of-scope" }], request: before.request, steps: [], understood: "" },
    mind: "grammar",
    step: 0,
    extraction: NOTHING,
    critique: undefined,
    barred: [],
    request: before.request,
    shortlist: before.shortlist,
    offered: before.offered,
    relaxed: before.relaxed,
    ...NOTHING_FOUND,
    forgotten: undefined,
    items: [],
    reply: "",
  };
}

const NOTHING: Turn["extraction"] = { facts: [], events: [], forget: undefined };

/** The findings of a turn in which no tool has run yet. */
export const NOTHING_FOUND = {
  matching: undefined,
  lookUps: [],
  notes: [],
  comparison: undefined,
  opinions: [],
  ratings: [],
  reasons: [],
  claims: [],
  question: undefined,
  undone: undefined,
} as const satisfies Partial<Turn>;
