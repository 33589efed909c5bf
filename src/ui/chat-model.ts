import type { Progress } from "../progress.ts";
import { type CatalogueFace, faceOf } from "../talk/catalogue-face.ts";
import { type Chat, type ChatOptions, openChat } from "../talk/chat.ts";
import type { Completion } from "../talk/completion.ts";
import { mistakeOf } from "../talk/mistake-of.ts";
import type { OpenHost } from "../talk/place.ts";
import type { Arrival, Resumption, Table } from "../talk/shown.ts";
import { newTurn, type TurnView } from "../talk/turn.ts";
import type { Welcome } from "../talk/welcome.ts";

/** Something that is over and stays on the screen. */
export type Entry =
  | { readonly kind: "welcome"; readonly welcome: Welcome }
  | { readonly kind: "resumed"; readonly before: Resumption; readonly catalogue: CatalogueFace }
  | { readonly kind: "turn"; readonly turn: TurnView; readonly catalogue: CatalogueFace }
  | { readonly kind: "notice"; readonly line: string; readonly lines: readonly string[] }
  | {
      readonly kind: "mistake";
      readonly line: string;
      readonly message: string;
      readonly hint: string | undefined;
    };

/** With whom, about what, and what was said in the thread before this process. */
export interface Whereabouts {
  readonly user: string;
  readonly catalogue: CatalogueFace;
  /** Oldest first. */
  readonly earlier: readonly string[];
}

export interface ChatState {
  readonly past: readonly Entry[];
  /** The turn in the making. */
  readonly live: TurnView | undefined;
  /** Lines sent while something else was going on; they are said in order. */
  readonly waiting: readonly string[];
  /** What getting ready is at; undefined once ready. */
  readonly progress: Progress | undefined;
  /** Undefined until the first dataset is open. */
  readonly where: Whereabouts | undefined;
  readonly table: Table;
  /** Set when the chat is over. */
  readonly ended: { readonly error?: unknown } | undefined;
}

export interface ChatModelOptions extends Omit<ChatOptions, "open"> {
  readonly open: (
    data: string,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ) => Promise<OpenHost>;
}

/** The chat without its looks: opens datasets, says lines one after another, keeps what is to be seen. */
export interface ChatModel {
  readonly state: () => ChatState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Starts opening the recommender. Lines may be sent before it is there. */
  readonly start: () => void;
  readonly send: (line: string) => void;
  /** How a line could go on at the cursor; undefined where nothing fits, or nothing is open yet. */
  readonly complete: (text: string, cursor: number) => Promise<Completion | undefined>;
  /** Stops the running turn and drops the waiting lines. @returns whether there was anything to stop. */
  readonly cancel: () => boolean;
  readonly quit: () => void;
  /** Resolves when nothing runs any more and the recommender is closed. Call after `quit`. */
  readonly closed: () => Promise<void>;
}

export const EMPTY_TABLE: Table = { items: [], options: [] };

export function createChatModel(options: ChatModelOptions): ChatModel {
  const listeners = new Set<() => void>();
  const life = new AbortController();
  let state: ChatState = {
    past: [],
    live: undefined,
    waiting: [],
    progress: { stage: "getting ready", fraction: undefined },
    where: undefined,
    table: EMPTY_TABLE,
    ended: undefined,
  };
  let chat: Chat | undefined;
  let turn: AbortController | undefined;
  let work: Promise<void> = Promise.resolve();

  function change(next: Partial<ChatState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  async function open(): Promise<void> {
    const opened = await openChat(
      { ...options, open: (data, signal) => options.open(data, (progress) => change({ progress }), signal) },
      life.signal,
    );
    chat = opened;
    arrive(opened, await opened.arrive(), []);
    await sayWaiting(opened);
  }

  /** Shows where the chat is now, `entries` above it. */
  function arrive(at: Chat, arrival: Arrival | undefined, entries: readonly Entry[]): void {
    const talk = at.talk();
    const { user } = talk;
    const catalogue = faceOf(talk.catalogue);
    const earlier = arrival?.kind === "resumed" ? arrival.before.said.map((exchange) => exchange.user) : [];
    const shown: Entry[] =
      arrival === undefined ? [] : [arrival.kind === "welcome" ? arrival : { ...arrival, catalogue }];
    change({
      where: { user, catalogue, earlier },
      table: talk.table(),
      progress: undefined,
      past: [...state.past, ...entries, ...shown],
    });
  }

  async function sayWaiting(to: Chat): Promise<void> {
    for (;;) {
      const [line, ...waiting] = state.waiting;
      if (line === undefined || state.ended !== undefined) return;
      change({ waiting });
      await say(to, line);
    }
  }

  async function say(to: Chat, line: string): Promise<void> {
    turn = new AbortController();
    const signal = AbortSignal.any([life.signal, turn.signal]);
    change({ live: newTurn(line) });
    try {
      for await (const shown of to.send(line, signal)) {
        if (shown.kind === "quit") end({});
        else if (shown.kind === "event") change({ live: shown.turn });
        else if (shown.kind === "moved")
          arrive(to, shown.arrival, [{ kind: "notice", line, lines: shown.lines }]);
        else change({ past: [...state.past, { line, ...shown }] });
      }
    } catch (error) {
      // One command that fails is no reason to lose the talk; one that was stopped did not fail.
      const mistake = signal.aborted
        ? { message: "Stopped; nothing has changed.", hint: undefined }
        : mistakeOf(error);
      change({ past: [...state.past, { kind: "mistake", line, ...mistake }] });
    }
    turn = undefined;
    finish(to.talk().table());
  }

  /** The turn in the making, if there is one, joins what is over. */
  function finish(table: Table): void {
    const { live, past, where } = state;
    const over = live?.answer !== undefined || live?.failure !== undefined;
    const entries: Entry[] =
      over && where !== undefined ? [{ kind: "turn", turn: live, catalogue: where.catalogue }] : [];
    change({ live: undefined, progress: undefined, table, past: [...past, ...entries] });
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
      const idle = turn === undefined && state.waiting.length === 1;
      if (chat !== undefined && state.where !== undefined && idle) work = guard(sayWaiting(chat));
    },
    complete: async (text, cursor) => chat?.complete(text, cursor),
    cancel: () => {
      const busy = turn !== undefined || state.waiting.length > 0;
      if (busy) change({ waiting: [] });
      turn?.abort();
      return busy;
    },
    quit: () => end({}),
    closed: async () => {
      await work;
      chat?.close();
    },
  };
}
