import type { Situation } from "./minds/mind.ts";
import type { Turn } from "./turn.ts";

/** What the mind knows: the thread as the turn found it, and memory as the turn has left it so far. */
export function situationOf(turn: Turn): Situation {
  const { before } = turn;
  return {
    text: turn.text,
    thread: turn.thread,
    turn: turn.number,
    now: turn.startedAt,
    request: before.request,
    shortlist: before.shortlist,
    focus: before.focus,
    question: before.question,
    facts: turn.recalled.facts,
    history: turn.recalled.history,
    said: before.said,
  };
}
