import type { UserStore } from "../../memory/users/user-store.ts";
import type { Known, StepNode } from "../turn.ts";

export interface ForgetDependencies {
  readonly users: Pick<UserStore, "forget">;
  readonly dataset: string;
}

/**
 * Deletes at once: before another tool runs or a word is said, and for good even if the turn is cancelled afterwards.
 */
export function forgetNode({ users, dataset }: ForgetDependencies): StepNode<"forget"> {
  return async (turn) => {
    const selection = turn.extraction.forget;
    const forgotten =
      turn.forgotten ??
      (selection === undefined ? { facts: [], events: [] } : users.forget(turn.user, dataset, selection));
    const facts = new Set(forgotten.facts.map(({ id }) => id));
    const events = new Set(forgotten.events.map(({ id }) => id));
    const without = (known: Known): Known => ({
      facts: known.facts.filter(({ id }) => !facts.has(id)),
      history: known.history.filter(({ id }) => !events.has(id)),
    });
    return {
      update: {
        forgotten,
        recalled: without(turn.recalled),
        known: without(turn.known),
      },
      summary: `${forgotten.facts.length + forgotten.events.length} deleted`,
    };
  };
}
