import { CiceroneError } from "../../memory/errors.ts";
import type { Progress } from "../progress.ts";
import type { Recommender } from "../recommender.ts";
import { type Resumption, startTalk, type Talk } from "../talk/talk.ts";
import { newTurn, type TurnView } from "../talk/turn.ts";
import { type Welcome, welcome } from "../talk/welcome.ts";

/** Something that is over and stays on the screen. */
export type Entry =
  | { readonly kind: "welcome"; readonly welcome: Welcome }
  | { readonly kind: "resumed"; readonly before: Resumption }
  | { readonly kind: "turn"; readonly turn: TurnView }
  | { readonly kind: "notice"; readonly line: string; readonly lines: readonly string[] }
  | {
      readonly kind: "mistake";
      readonly line: string;
      readonly message: string;
      readonly hint: string | undefined;
    };

export interface ChatState {
  readonly past: readonly Entry[];
  /** The turn in the making. */
  readonly live: TurnView | undefined;
  /** Lines sent while something else was going on; they are said in order. */
  readonly waiting: readonly string[];
  /** What getting ready is at; undefined once ready. */
  readonly progress: Progress | undefined;
  readonly talk: Talk | undefined;
  /** Set when the chat is over. */
  readonly ended: { readonly error?: unknown } | undefined;
}

export interface ChatOptions {
  readonly user: string;
  readonly thread: string;
  readonly open: (onProgress: (progress: Progress) => void, signal: AbortSignal) => Promise<Recommender>;
}

/** The chat without its looks: opens the recommender, says lines one after another, keeps what is to be seen. */
export interface ChatModel {
  readonly state: () => ChatState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Starts opening the recommender. Lines may be sent before it is there. */
  readonly start: () => void;
  readonly send: (line: string) => void;
  /** Stops the running turn and drops the waiting lines. @returns whether there was anything to stop. */
  readonly cancel: () => boolean;
  readonly quit: () => void;
  /** Resolves when nothing runs any more and the recommender is closed. Call after `quit`. */
  readonly closed: () => Promise<void>;
}

export function createChatModel(options: ChatOptions): ChatModel {
  const listeners = new Set<() => void>();
  const life = new AbortController();
  let state: ChatState = {
    past: [],
    live: undefined,
    waiting: [],
    progress: { stage: "getting ready", fraction: undefined },
    talk: undefined,
    ended: undefined,
  };
  let recommender: Recommender | undefined;
  let turn: AbortController | undefined;
  let work: Promise<void> = Promise.resolve();

  function change(next: Partial<ChatState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  async function open(): Promise<void> {
    recommender = await options.open((progress) => change({ progress }), life.signal);
    const talk = startTalk(recommender, options);
    const before = await talk.resume();
    const entry: Entry =
      before === undefined
        ? { kind: "welcome", welcome: welcome(talk.catalogue) }
        : { kind: "resumed", before };
    change({ talk, progress: undefined, past: [entry] });
    await sayWaiting(talk);
  }

  async function sayWaiting(talk: Talk): Promise<void> {
    for (;;) {
      const [line, ...waiting] = state.waiting;
      if (line === undefined || state.ended !== undefined) return;
      change({ waiting });
      await say(talk, line);
    }
  }

  async function say(talk: Talk, line: string): Promise<void> {
    turn = new AbortController();
    const signal = AbortSignal.any([life.signal, turn.signal]);
    change({ live: newTurn(line) });
    try {
      for await (const shown of talk.send(line, signal)) {
        if (shown.kind === "quit") end({});
        else if (shown.kind === "event") change({ live: shown.turn });
        else change({ past: [...state.past, { line, ...shown }] });
      }
    } catch (error) {
      // One command that fails is no reason to lose the talk.
      change({ past: [...state.past, mistakeOf(line, error)] });
    }
    turn = undefined;
    const { live, past } = state;
    const over = live?.answer !== undefined || live?.failure !== undefined;
    change({ live: undefined, past: over ? [...past, { kind: "turn", turn: live }] : past });
  }

  function end(ended: { readonly error?: unknown }): void {
    if (state.ended === undefined) change({ ended });
    life.abort();
  }

  function guard(doing: Promise<void>): Promise<void> {
    return doing.catch((error: unknown) => end(life.signal.aborted ? {} : { error }));
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      work = guard(open());
    },
    send: (line) => {
      change({ waiting: [...state.waiting, line] });
      const { talk } = state;
      const idle = turn === undefined && state.waiting.length === 1;
      if (talk !== undefined && idle) work = guard(sayWaiting(talk));
    },
    cancel: () => {
      const busy = turn !== undefined || state.waiting.length > 0;
      if (busy) change({ waiting: [] });
      turn?.abort();
      return busy;
    },
    quit: () => end({}),
    closed: async () => {
      await work;
      recommender?.close();
    },
  };
}

function mistakeOf(line: string, error: unknown): Entry {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: "mistake", line, message, hint: error instanceof CiceroneError ? error.hint : undefined };
}
