import type { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { dropped } from "../../memory/items/shortlist.ts";
import { isMendable, problemsOf } from "../checks.ts";
import type { Critique, Problem } from "../critique.ts";
import { findingsOf } from "../findings.ts";
import type { Mind } from "../minds/mind.ts";
import { situationOf } from "../situation.ts";
import type { Turn, TurnUpdate } from "../turn.ts";

/** Plans a turn may make in all: the first, and two revisions. */
export const MOST_PLANS = 3;

export interface ReflectDependencies {
  readonly mind: Pick<Mind, "critique">;
  readonly catalogue: Catalogue;
}

/** What reflection changes of the turn. */
export type Judged = TurnUpdate & { readonly critique: Critique };

/**
 * Judges the answer before it is given: first in code, then, when the code finds nothing, by the mind. "revise" sends the turn back to the
 * planner with the offending items barred. When no revision is left, what offends leaves the list, and what is still wrong is said.
 */
export async function reflect(
  turn: Turn,
  dependencies: ReflectDependencies,
  signal: AbortSignal,
): Promise<Judged> {
  const { mind, catalogue } = dependencies;
  const problems = problemsOf(turn, catalogue);
  const critique = problems.some(isMendable)
    ? verdictOn(problems)
    : withProblems(problems, await mind.critique(situationOf(turn), findingsOf(turn, catalogue), signal));
  if (critique.verdict === "accept") return { critique };
  if (turn.attempts < MOST_PLANS) return { critique, barred: [...turn.barred, ...offenders(critique)] };
  return withoutOffenders(turn, critique);
}

function verdictOn(problems: readonly Problem[]): Critique {
  return { verdict: problems.some(isMendable) ? "revise" : "accept", problems: [...problems] };
}

function withProblems(problems: readonly Problem[], critique: Critique): Critique {
  return { ...critique, problems: [...problems, ...critique.problems] };
}

function offenders(critique: Critique): ItemId[] {
  return critique.problems.filter(isMendable).flatMap(({ items }) => items);
}

/** Monotony and the mind's taste are no reason to show nothing; everything else is. */
function withoutOffenders(turn: Turn, critique: Critique): Judged {
  const unbearable = critique.problems.filter(({ check }) => check !== "diversity" && check !== "mind");
  const shortlist = unbearable.reduce(
    (list, { items, message }) => dropped(list, "reflect", items, message, list.shown - items.length),
    turn.shortlist,
  );
  return { shortlist, critique: { verdict: "accept", problems: critique.problems } };
}
