import { GraphRecursionError } from "@langchain/langgraph";
import { CiceroneError } from "../memory/errors.ts";
import type { UserId } from "../memory/ids.ts";
import type { Answer } from "./answer.ts";
import { Conversation, NEW_CONVERSATION } from "./conversation.ts";
import type { AgentEvent, TurnFinished } from "./events.ts";
import { type CompiledAgent, RECURSION_LIMIT } from "./graph.ts";
import { ABOUT_TO_REMEMBER, Keeping } from "./keeping.ts";
import type { Plan } from "./plan.ts";
import { TurnQueue } from "./turn-queue.ts";

/** What was said in one turn, by both. */
export interface Exchange {
  readonly user: string;
  readonly agent: string;
}

export interface Resumed {
  /** Oldest first, at most ten; empty in a new thread. */
  readonly said: readonly Exchange[];
  /** The last turn's plan and answer. */
  readonly last?: { readonly plan: Plan; readonly answer: Answer } | undefined;
}

/** One person's thread with the agent. Turns of a session run one after another; threads resume after a restart. */
export interface Session {
  readonly user: string;
  readonly thread: string;
  /**
   * Runs a turn, after those of the thread that were said before. The stream ends with `turn-finished` or `turn-failed`; aborting before the last of
   * these ends it with code "cancelled" and keeps nothing of the turn; only what it was told to forget stays forgotten.
   */
  say(text: string, options?: { signal?: AbortSignal }): AsyncIterable<AgentEvent>;
  /** `say` without the stream. Rejects with a CiceroneError when the turn fails. */
  ask(text: string, options?: { signal?: AbortSignal }): Promise<TurnFinished>;
  /** The thread as earlier turns left it, also from before a restart; a session that keeps none lacks it. */
  resume?(): Promise<Resumed>;
}

export interface SessionOptions {
  /** Compiled with a checkpointer, so that the thread is there next time. */
  readonly graph: CompiledAgent;
  readonly user: UserId;
  readonly thread: string;
  /** The catalogue's name: the same thread name in another dataset is another thread. */
  readonly dataset: string;
  /** Milliseconds from any origin, for durations. */
  readonly clock: () => number;
  /** How long a turn may take, waiting for the thread's earlier ones included; default 30,000. */
  readonly budgetMs?: number;
  /** Shared by all sessions of a graph, so that two of them on one thread do not run at once; default: one of its own. */
  readonly queue?: TurnQueue;
  /** Told the checkpoint thread after each turn that was kept: for pruning older checkpoints. */
  readonly onKept?: (checkpointThread: string) => void;
}

const BUDGET_MS = 30_000;

export function createSession(options: SessionOptions): Session {
  const { graph, user, thread, clock, budgetMs = BUDGET_MS, queue = new TurnQueue() } = options;
  const checkpointThread = checkpointThreadOf(options.dataset, user, thread);
  const configurable = { thread_id: checkpointThread };

  async function* say(text: string, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<AgentEvent> {
    const abandoned = new AbortController();
    const budget = AbortSignal.timeout(budgetMs);
    const stop = AbortSignal.any([abandoned.signal, budget, ...(signal ? [signal] : [])]);
    const keeping = new Keeping(budgetMs);
    const start = clock();
    let turn = 0;
    let finished: AgentEvent | undefined;
    let leave: (() => void) | undefined;
    try {
      leave = await queue.enter(checkpointThread, stop);
      stop.throwIfAborted();
      const stream = await graph.stream(
        { user, thread, text },
        {
          configurable: { ...configurable, keeping },
          signal: untilSealed(stop, keeping),
          streamMode: "custom",
          durability: "exit",
          recursionLimit: RECURSION_LIMIT,
        },
      );
      for await (const chunk of stream) {
        if (chunk === ABOUT_TO_REMEMBER) {
          // Whoever listens has had every event so far: had they aborted at one of them, it would show here.
          stop.throwIfAborted();
          keeping.seal();
          continue;
        }
        const event = chunk as AgentEvent;
        turn = event.turn;
        // Held back until the checkpoint is written: a turn that is said to be finished is kept.
        if (event.type === "turn-finished") finished = event;
        else yield event;
      }
      keeping.takeBack = undefined;
      options.onKept?.(checkpointThread);
      if (finished !== undefined) yield finished;
    } catch (error) {
      keeping.takeBack?.();
      const { code, message, hint } = failureOf(error, { signal, budget, budgetMs, forgot: keeping.forgot });
      yield {
        type: "turn-failed",
        turn: turn > 0 ? turn : await nextTurn(),
        code,
        message,
        ...(hint !== undefined && { hint }),
        milliseconds: Math.max(0, clock() - start),
      };
    } finally {
      abandoned.abort();
      leave?.();
    }
  }

  /** The number that the thread's next turn has; 1 where the thread can't be read. */
  async function nextTurn(): Promise<number> {
    try {
      return (await conversation()).turn + 1;
    } catch {
      return 1;
    }
  }

  async function conversation(): Promise<Conversation> {
    const { values } = await graph.getState({ configurable });
    return Conversation.parse(values.conversation ?? NEW_CONVERSATION);
  }

  return {
    user,
    thread,
    say,
    ask: async (text, asked) => {
      for await (const event of say(text, asked)) {
        if (event.type === "turn-finished") return event;
        if (event.type === "turn-failed") {
          throw new CiceroneError(event.code, event.message, { ...(event.hint && { hint: event.hint }) });
        }
      }
      throw new CiceroneError("turn-lost", "The turn ended without an answer.", { hint: "Say it again." });
    },
    resume: async () => {
      const { said, last } = await conversation();
      return { said, last };
    },
  };
}

/** Where a checkpointer keeps the thread: users and datasets never share one. */
export function checkpointThreadOf(dataset: string, user: UserId, thread: string): string {
  return [dataset, user, thread].map(encodeURIComponent).join("/");
}

/** The signal as the run sees it: nothing of it, once the turn is being kept. */
function untilSealed(signal: AbortSignal, keeping: Keeping): AbortSignal {
  const run = new AbortController();
  const stop = (): void => {
    if (!keeping.isSealed) run.abort(signal.reason);
  };
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  return run.signal;
}

interface Limits {
  readonly signal: AbortSignal | undefined;
  readonly budget: AbortSignal;
  readonly budgetMs: number;
  readonly forgot: boolean;
}

function failureOf(error: unknown, { signal, budget, budgetMs, forgot }: Limits): CiceroneError {
  const left = forgot
    ? "nothing of it is kept, but what was forgotten stays forgotten"
    : "nothing of it is kept";
  if (signal?.aborted) return new CiceroneError("cancelled", `The turn was cancelled; ${left}.`);
  if (budget.aborted || error instanceof GraphRecursionError) {
    return new CiceroneError("budget-exceeded", `The turn took more than its ${budgetMs} ms; ${left}.`, {
      hint: "Ask for less at once, or give turns a larger budget.",
      cause: error,
    });
  }
  const stays = forgot ? " What was forgotten stays forgotten." : "";
  if (error instanceof CiceroneError) {
    const { code, message, hint, cause } = error;
    return forgot ? new CiceroneError(code, `${message}${stays}`, { ...(hint && { hint }), cause }) : error;
  }
  const message = error instanceof Error ? error.message : String(error);
  return new CiceroneError("turn-failed", `The turn failed: ${message}${forgot ? `.${stays}` : ""}`, {
    hint: forgot
      ? "Say it again, or say it differently."
      : "The conversation is as it was before; say it again, or say it differently.",
    cause: error,
  });
}
