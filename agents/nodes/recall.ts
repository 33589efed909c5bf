import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { UserStore } from "../../memory/users/user-store.ts";
import { type Conversation, continued } from "../conversation.ts";
import { UNUSED } from "../minds/patience.ts";
import { stillThere } from "../still-there.ts";
import type { Turn, Utterance } from "../turn.ts";
import { cleaned } from "../utterance.ts";

export interface RecallDependencies {
  readonly users: Pick<UserStore, "facts" | "history">;
  readonly catalogue: Catalogue;
  readonly clock: () => number;
  /** Milliseconds from any origin; default: the clock. */
  readonly stopwatch?: () => number;
}

/** Opens the turn: what memory knows of the person, and the thread as their last turn left it. */
export function recall(said: Utterance, found: Conversation, dependencies: RecallDependencies): Turn {
  const { users, catalogue, clock, stopwatch = clock } = dependencies;
  const dataset = catalogue.name;
  const owner = { user: said.user, thread: said.thread, dataset };
  const before = stillThere(continued(found, owner), catalogue);
  const recalled = {
    facts: users.facts(said.user, dataset, said.thread),
    history: users.history(said.user, dataset, said.thread),
  };
  return {
    ...said,
    ...cleaned(said.text),
    number: before.turn + 1,
    startedAt: clock(),
    openedAt: stopwatch(),
    before,
    recalled,
    known: recalled,
    attempts: 0,
    plan: { acts: [{ act: "out-of-scope" }], request: before.request, steps: [], understood: "" },
    mind: "grammar",
    mindUse: UNUSED,
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
  unlisted: [],
  question: undefined,
  undone: undefined,
} as const satisfies Partial<Turn>;
