import type { Catalogue } from "../../memory/items/catalogue.ts";
import { shownItems } from "../../memory/items/shortlist.ts";
import type { NewHistoryEvent } from "../../memory/users/history.ts";
import type { Request } from "../../tools/retrieval/request.ts";
import type { Extraction, Mind } from "../minds/mind.ts";
import { withPending } from "../pending.ts";
import type { Plan } from "../plan.ts";
import { completed, requireRunnable } from "../plan-check.ts";
import { situationOf } from "../situation.ts";
import { withoutRuledOut } from "../standing.ts";
import { afterActs } from "../table.ts";
import type { Turn, TurnUpdate } from "../turn.ts";
import { NOTHING_FOUND } from "./recall.ts";

export interface PlanDependencies {
  readonly mind: Pick<Mind, "plan" | "extract">;
  readonly catalogue: Catalogue;
}

/**
 * Understands the utterance and decides what to do. The plan is checked before anything runs. What the person just said about
 * themselves and the items counts for every tool of this turn, though nothing is written before the turn ends.
 *
 * A second attempt starts from the table as the turn found it, with what the critic objected to barred.
 */
export async function makePlan(
  turn: Turn,
  dependencies: PlanDependencies,
  signal: AbortSignal,
): Promise<TurnUpdate & Pick<Turn, "plan" | "attempts">> {
  const { mind, catalogue } = dependencies;
  const situation = situationOf(turn);
  const plan = await mind.plan(situation, turn.critique, signal);
  const first = turn.attempts === 0;
  const extraction = first
    ? withTurnedDown(await mind.extract(situation, plan, signal), plan, turn)
    : turn.extraction;
  const { before } = turn;
  const known = withPending(turn.recalled, extraction, { user: turn.user, dataset: catalogue.name });
  const said = afterActs(before, plan.acts, saidOnly(plan.request), extraction);
  const table =
    extraction.facts.length === 0
      ? said
      : { ...said, shortlist: withoutRuledOut(said.shortlist, plan.request, known.facts, catalogue) };
  const whole = completed(plan, table, before, catalogue);
  requireRunnable(whole, catalogue);
  return {
    ...NOTHING_FOUND,
    ...table,
    plan: whole,
    extraction,
    known,
    attempts: turn.attempts + 1,
    step: 0,
  };
}

/** What memory rules out is added afresh wherever it counts, so that a forgotten preference leaves nothing behind in the thread. */
function saidOnly(request: Request): Request {
  return { ...request, constraints: request.constraints.filter(({ source }) => source === "said") };
}

/** "Not those" turns the shown items down for this thread, whether or not the mind noted it. */
function withTurnedDown(extraction: Extraction, plan: Plan, turn: Turn): Extraction {
  if (!plan.acts.some((act) => act.act === "more" && act.instead)) return extraction;
  const noted = new Set(extraction.events.map(({ item }) => item));
  const turnedDown = shownItems(turn.before.shortlist)
    .filter((item) => !noted.has(item))
    .map(
      (item): NewHistoryEvent => ({
        item,
        verdict: "rejected",
        scope: "tonight",
        provenance: { thread: turn.thread, turn: turn.number, said: turn.text, at: turn.startedAt },
      }),
    );
  return { ...extraction, events: [...extraction.events, ...turnedDown] };
}
