import type { Conversation } from "./conversation.ts";
import type { Situation } from "./minds/mind.ts";
import type { Turn } from "./turn.ts";

/** What the mind knows: the thread as the turn found it, and memory as the turn has left it so far. */
export function situationOf(turn: Turn): Situation {
  const { before } = turn;
  const version = before.versions.at(-1);
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
    said: withoutForgotten(turn),
    last: before.last?.plan,
    earlier: version?.turn === before.turn ? version.request : undefined,
  };
}

/** What was said, less the sentences that something forgotten came from: a mind that reads it would know it still. */
export function withoutForgotten({ before, forgotten }: Turn): Conversation["said"] {
  if (forgotten === undefined) return before.said;
  const sentences = [...forgotten.facts, ...forgotten.events].map(({ provenance }) => provenance.said);
  return before.said.filter(({ user }) => !sentences.some((sentence) => user.includes(sentence)));
}
