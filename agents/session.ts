import { GraphRecursionError } from "@langchain/langgraph";
import { CiceroneError } from "../memory/errors.ts";
import type { UserId } from "../memory/ids.ts";
import type { Answer } from "./answer.ts";
import { Conversation, NEW_CONVERSATION } from "./conversation.ts";
import type { AgentEvent, TurnFinished } from "./events.ts";
import { type CompiledAgent, RECURSION_LIMIT } from "./graph.ts";
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
  /** Runs a turn. The stream ends with `turn-finished` or `turn-failed`; aborting ends it with code "cancelled" and keeps nothing of the turn. */
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
  /** How long a turn may take; default 30,000. */
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
    const leave = await queue.enter(checkpointThread);
    const abandoned = new AbortController();
    const budget = AbortSignal.timeout(budgetMs);
    const stop = AbortSignal.any([abandoned.signal, budget, ...(signal ? [signal] : [])]);
    const start = clock();
    let turn = 0;
    let finished: AgentEvent | undefined;
    try {
      stop.throwIfAborted();
      const stream = await graph.stream(
        { user, thread, text },
        {
          configurable,
          signal: stop,
          streamMode: "custom",
          durability: "exit",
          recursionLimit: RECURSION_LIMIT,
        },
      );
      for await (const chunk of stream) {
        const event = chunk as AgentEvent;
        turn = event.turn;
        // Held back until the checkpoint is written: a turn that is said to be finished is kept.
        if (event.type === "turn-finished") finished = event;
        else yield event;
      }
      options.onKept?.(checkpointThread);
      if (finished !== undefined) yield finished;
    } catch (error) {
      const { code, message, hint } = failureOf(error, { signal, budget, budgetMs });
      yield {
        type: "turn-failed",
        turn: Math.max(1, turn),
        code,
        message,
        ...(hint !== undefined && { hint }),
        milliseconds: Math.max(0, clock() - start),
      };
    } finally {
      abandoned.abort();
      leave();
    }
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
      const { values } = await graph.getState({ configurable });
      const { said, last } = Conversation.parse(values.conversation ?? NEW_CONVERSATION);
      return { said, last };
    },
  };
}

/** Where a checkpointer keeps the thread: users and datasets never share one. */
export function checkpointThreadOf(dataset: string, user: UserId, thread: string): string {
  return [dataset, user, thread].map(encodeURIComponent).join("/");
}

interface Limits {
  readonly signal: AbortSignal | undefined;
  readonly budget: AbortSignal;
  readonly budgetMs: number;
}

function failureOf(error: unknown, { signal, budget, budgetMs }: Limits): CiceroneError {
  if (signal?.aborted)
    return new CiceroneError("cancelled", "The turn was cancelled; nothing of it is kept.");
  if (budget.aborted || error instanceof GraphRecursionError) {
    return new CiceroneError(
      "budget-exceeded",
      `The turn took more than its ${budgetMs} ms; nothing of it is kept.`,
      {
        hint: "Ask for less at once, or give turns a larger budget.",
        cause: error,
      },
    );
  }
  if (error instanceof CiceroneError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new CiceroneError("turn-failed", `The turn failed: ${message}`, {
    hint: "The conversation is as it was before; say it again, or say it differently.",
    cause: error,
  });
}
