import type { TurnFinished } from "../../../agents/events.ts";
import type { Session } from "../../../agents/session.ts";
import { UserId } from "../../../memory/ids.ts";
import type { UserStore } from "../../../memory/users/user-store.ts";
import type { Recommender } from "../../../src/recommender.ts";
import type { Request } from "../../../tools/retrieval/request.ts";

/** What a recommender made of a message: what it took it to ask for, what it answered, and what it keeps. */
export interface Heard {
  readonly request: Request;
  readonly answer: Pick<TurnFinished, "items" | "constraints" | "relaxed" | "reply">;
  /** How many memories of the user the message added that hold in other conversations as well. */
  readonly remembered: number;
}

/** Says it in a thread and listens. Rejects where the turn fails. */
export async function hear(
  { session, users }: Pick<Recommender, "session" | "users">,
  said: { readonly user: string; readonly thread: string; readonly text: string },
): Promise<Heard> {
  const { user, thread, text } = said;
  const before = lasting(users, user);
  const answered = await listen(session({ user, thread }), text);
  return { ...answered, remembered: lasting(users, user) - before };
}

/** Of several plans the last one counts. */
async function listen(session: Session, text: string): Promise<Pick<Heard, "request" | "answer">> {
  let request: Request | undefined;
  for await (const event of session.say(text)) {
    if (event.type === "plan-made") request = event.plan.request;
    if (event.type === "turn-failed") throw new Error(`“${text}” failed: ${event.message} (${event.code})`);
    if (event.type === "turn-finished" && request !== undefined) return { request, answer: event };
  }
  throw new Error(`“${text}” got no answer`);
}

function lasting(users: UserStore, user: string): number {
  const memories = users.everythingOf(UserId.parse(user));
  const all = memories.flatMap(({ facts, events }) => [...facts, ...events]);
  return all.filter(({ scope }) => scope === "always").length;
}
