import type { Session } from "../../agents/session.ts";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { UserStore } from "../../memory/users/user-store.ts";
import { planLines, whyLines } from "./account.ts";
import { helpLines } from "./help.ts";
import { memoryLines, type Recalled } from "./memory-lines.ts";
import type { Resumption, Shown, Table } from "./shown.ts";
import type { SlashAction } from "./slash-action.ts";
import { foldEvent, newTurn, resumedTurn, type TurnView } from "./turn.ts";

/** What a talk needs of a recommender. */
export interface TalkHost {
  readonly catalogue: Catalogue;
  readonly users: UserStore;
  session(options?: { user?: string; thread?: string; keep?: boolean }): Session;
}

export interface TalkOptions {
  readonly user: string;
  readonly thread: string;
  /** False: the thread is not kept when the program ends. */
  readonly keep?: boolean;
  /** Lines of help about the surface's keys. */
  readonly keys?: readonly string[];
}

/** What a talk does by itself; the rest of the commands move the chat or look at all of it. */
export type TalkAction = Exclude<SlashAction, { readonly kind: "data" | "user" | "export" }>;

/** One person's talk about one catalogue, in one thread. */
export interface Talk {
  readonly catalogue: Catalogue;
  readonly user: string;
  readonly thread: string;
  table(): Table;
  /** Says something to the agent. A failing agent shows as `turn-failed`. */
  say(text: string, signal: AbortSignal): AsyncIterable<Shown>;
  /** Does what a slash command asks. `typed` is what the person sees of it. */
  perform(action: TalkAction, typed: string, signal: AbortSignal): AsyncIterable<Shown>;
  /** What was said in this thread before now, which "/why" and "/plan" then know; undefined in a new thread. */
  resume(): Promise<Resumption | undefined>;
}

export function startTalk(host: TalkHost, options: TalkOptions): Talk {
  const session = host.session(options);
  const { catalogue } = host;
  let last: TurnView | undefined;
  /** The latest turn that recommended something: "/why 2" still means that list after small talk. */
  let table: Table = { items: [], options: [] };

  async function* say(text: string, signal: AbortSignal, typed = text): AsyncGenerator<Shown> {
    let turn = newTurn(typed);
    for await (const event of session.say(text, { signal })) {
      turn = foldEvent(turn, event);
      const { answer } = turn;
      if (answer !== undefined) {
        last = turn;
        table = { items: answer.items.length > 0 ? answer.items : table.items, options: answer.options };
      }
      yield { kind: "event", event, turn };
    }
  }

  async function* perform(action: TalkAction, typed: string, signal: AbortSignal): AsyncGenerator<Shown> {
    switch (action.kind) {
      case "help":
        return yield { kind: "notice", lines: helpLines(catalogue.noun.many, options.keys ?? []) };
      case "memory":
        return yield {
          kind: "notice",
          lines: memoryLines(await recalled(host, session), catalogue, MOST_REMEMBERED),
        };
      case "why":
        return yield why(table, action.place, catalogue.noun.one);
      case "plan":
        return yield { kind: "notice", lines: planLines(last) };
      case "say":
        return yield* absent(table, action.place) ?? say(action.text, signal, typed);
      case "mistake":
        return yield action;
      case "quit":
        return yield { kind: "quit" };
    }
  }

  async function resume(): Promise<Resumption | undefined> {
    const before = await session.resume?.();
    const exchange = before?.said.at(-1);
    if (before === undefined || exchange === undefined) return undefined;
    if (before.last !== undefined) {
      const { plan, answer } = before.last;
      last = resumedTurn(exchange.user, plan);
      table = { items: answer.items, options: answer.options };
    }
    return { said: before.said, exchange, ...table };
  }

  return { catalogue, user: session.user, thread: session.thread, table: () => table, say, perform, resume };
}

/** A screen holds no thousand lines. */
const MOST_REMEMBERED = 15;

async function recalled(host: TalkHost, session: Session): Promise<Recalled> {
  // Loaded here: schemas are not needed to paint the first frame.
  const { UserId } = await import("../../memory/ids.ts");
  const user = UserId.safeParse(session.user);
  if (!user.success) throw new CiceroneError("user-invalid", `“${session.user}” cannot be a user's name.`);
  const dataset = host.catalogue.name;
  return {
    facts: host.users.facts(user.data, dataset, session.thread),
    events: host.users.history(user.data, dataset, session.thread),
  };
}

function why({ items }: Table, place: number | undefined, noun: string): Shown {
  if (items.length === 0) {
    return { kind: "mistake", message: "Nothing is on the table yet.", hint: `Ask for ${noun} ideas first.` };
  }
  return notThere(items.length, place) ?? { kind: "notice", lines: whyLines(items, place) };
}

/** A place beyond the list is no sentence; without a list the agent may know one from before. */
function absent({ items }: Table, place: number | undefined): readonly Shown[] | undefined {
  const mistake = items.length === 0 ? undefined : notThere(items.length, place);
  return mistake && [mistake];
}

function notThere(length: number, place: number | undefined): Shown | undefined {
  if (place === undefined || place <= length) return undefined;
  const range = length === 1 ? "There is only number 1." : `The list goes from 1 to ${length}.`;
  return { kind: "mistake", message: `There is no number ${place}.`, hint: range };
}
