import type { Fact } from "../../memory/users/profile.ts";
import type { UserStore } from "../../memory/users/user-store.ts";
import type { Request } from "../../tools/retrieval/request.ts";
import type { Known, StepNode } from "../turn.ts";

export interface ForgetDependencies {
  readonly users: Pick<UserStore, "forget">;
  readonly dataset: string;
}

/**
 * Deletes at once: before another tool runs or a word is said, and for good even if the turn is cancelled afterwards.
 * What the request took from a forgotten preference leaves the request too.
 */
export function forgetNode({ users, dataset }: ForgetDependencies): StepNode<"forget"> {
  return async (turn) => {
    const selection = turn.extraction.forget;
    const forgotten =
      turn.forgotten ??
      (selection === undefined ? { facts: [], events: [] } : users.forget(turn.user, dataset, selection));
    const gone = new Set(
      [...forgotten.facts, ...forgotten.events].map((row) => JSON.stringify(row.provenance)),
    );
    const stays = (row: { readonly provenance: unknown }): boolean =>
      !gone.has(JSON.stringify(row.provenance));
    const without = ({ facts, history }: Known): Known => ({
      facts: facts.filter(stays),
      history: history.filter(stays),
    });
    return {
      update: {
        forgotten,
        recalled: without(turn.recalled),
        known: without(turn.known),
        request: withoutForgotten(turn.request, forgotten.facts),
      },
      summary: `${forgotten.facts.length + forgotten.events.length} deleted`,
    };
  };
}

function withoutForgotten(request: Request, facts: readonly Fact[]): Request {
  const said = new Set(facts.map(({ subject, provenance }) => `${subject.facet}\n${provenance.said}`));
  return {
    ...request,
    constraints: request.constraints.filter(
      (constraint) => constraint.source === "said" || !said.has(`${constraint.facet}\n${constraint.said}`),
    ),
  };
}
