import type { AnswerItem } from "../../agents/answer.ts";
import type { AgentEvent } from "../../agents/events.ts";
import type { Exchange, Session } from "../../agents/session.ts";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { UserStore } from "../../memory/users/user-store.ts";
import { planLines, whyLines } from "./account.ts";
import { memoryLines, type Recalled } from "./memory-lines.ts";
import { isSlash, parseSlash, SLASH_COMMANDS } from "./slash.ts";
import { foldEvent, newTurn, resumedTurn, type TurnView } from "./turn.ts";

/** What comes back from one line typed: the events of a turn, or an answer that needed no agent. */
export type Shown =
  | { readonly kind: "event"; readonly event: AgentEvent; readonly turn: TurnView }
  | { readonly kind: "notice"; readonly lines: readonly string[] }
  | { readonly kind: "mistake"; readonly message: string; readonly hint: string | undefined }
  | { readonly kind: "quit" };

/** How a thread was left: what was said last, and what lay on the table then. */
export interface Resumption {
  readonly exchange: Exchange;
  readonly items: readonly AnswerItem[];
}

/** What a talk needs of a recommender. */
export interface TalkHost {
  readonly catalogue: Catalogue;
  readonly users: UserStore;
  session(options?: { user?: string; thread?: string; keep?: boolean }): Session;
}

/** A conversation as a surface sees it: lines in, things to show out. Slash commands are answered here. */
export interface Talk {
  readonly catalogue: Catalogue;
  readonly session: Session;
  /** Runs one line. Never throws for what the line says; a failing agent shows as `turn-failed`. */
  send(line: string, signal: AbortSignal): AsyncIterable<Shown>;
  /** What was said last in this thread before now, which "/why" and "/plan" then know; undefined in a new thread. */
  resume(): Promise<Resumption | undefined>;
}

export function startTalk(
  host: TalkHost,
  options: { readonly user?: string; readonly thread?: string; readonly keep?: boolean },
): Talk {
  const session = host.session(options);
  const { catalogue } = host;
  let last: TurnView | undefined;
  /** The latest turn that recommended something: "/why 2" still means that list after small talk. */
  let listed: readonly AnswerItem[] = [];

  /** `typed` is what the person sees of it: a slash command stays as it was written. */
  async function* say(text: string, signal: AbortSignal, typed = text): AsyncGenerator<Shown> {
    let turn = newTurn(typed);
    for await (const event of session.say(text, { signal })) {
      turn = foldEvent(turn, event);
      if (turn.answer !== undefined) {
        last = turn;
        if (turn.answer.items.length > 0) listed = turn.answer.items;
      }
      yield { kind: "event", event, turn };
    }
  }

  async function* send(line: string, signal: AbortSignal): AsyncGenerator<Shown> {
    if (!isSlash(line)) return yield* say(line, signal);
    const action = parseSlash(line, catalogue.scale);
    switch (action.kind) {
      case "help":
        return yield { kind: "notice", lines: helpLines(catalogue.noun.many) };
      case "memory":
        return yield {
          kind: "notice",
          lines: memoryLines(await recalled(host, session), catalogue, MOST_REMEMBERED),
        };
      case "why":
        return yield why(listed, action.number, catalogue.noun.one);
      case "plan":
        return yield { kind: "notice", lines: planLines(last) };
      case "say":
        return yield* say(action.text, signal, line.trim());
      case "mistake":
        return yield action;
      case "quit":
        return yield { kind: "quit" };
    }
  }

  async function resume(): Promise<Resumption | undefined> {
    const before = await session.resume?.();
    const exchange = before?.said.at(-1);
    if (exchange === undefined) return undefined;
    if (before?.last !== undefined) {
      last = resumedTurn(exchange.user, before.last.plan);
      listed = before.last.answer.items;
    }
    return { exchange, items: listed };
  }

  return { catalogue, session, send, resume };
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

function why(items: readonly AnswerItem[], number: number | undefined, noun: string): Shown {
  if (items.length === 0) {
    return { kind: "mistake", message: "Nothing is on the table yet.", hint: `Ask for ${noun} ideas first.` };
  }
  if (number !== undefined && number > items.length) {
    const range = items.length === 1 ? "There is only number 1." : `The list goes from 1 to ${items.length}.`;
    return { kind: "mistake", message: `There is no number ${number}.`, hint: range };
  }
  return { kind: "notice", lines: whyLines(items, number) };
}

function helpLines(many: string): string[] {
  const width = Math.max(...SLASH_COMMANDS.map((command) => command.usage.length));
  return [
    `Say what you want in your own words: kinds of ${many}, people, years, lengths, “like …”, “without …”.`,
    "Then refine: “shorter”, “newer”, “more like the second”, “seen the first”, “why?”, “undo”.",
    ...SLASH_COMMANDS.map((command) => `${command.usage.padEnd(width)}  ${command.purpose}`),
    "Esc stops an answer in the making. Ctrl-C twice leaves.",
  ];
}
