/** What the model has cost a turn so far. Plain, so that it travels with the turn from node to node. */
export interface MindUse {
  readonly spentMs: number;
  readonly timedOut: boolean;
  /** Why the grammar stood in, each time that the model had been asked: "plan: 503". */
  readonly fallbacks: readonly string[];
}

export const UNUSED: MindUse = { spentMs: 0, timedOut: false, fallbacks: [] };

/** Steps of one turn that may fail before the model is not asked again in it. */
const MOST_FAILURES = 2;

/**
 * The time a model has for all its steps of one turn together: an outage must not use up the turn. After one step that ran out of time, or
 * two that failed, the model is not asked again this turn.
 */
export class Patience {
  readonly #totalMs: number;
  readonly #stopwatch: () => number;
  #use: MindUse;

  /** @param stopwatch milliseconds from any origin */
  constructor(totalMs: number, stopwatch: () => number, use: MindUse = UNUSED) {
    this.#totalMs = totalMs;
    this.#stopwatch = stopwatch;
    this.#use = use;
  }

  get use(): MindUse {
    return this.#use;
  }

  /** Milliseconds that are left for the model this turn. */
  get leftMs(): number {
    return Math.max(0, this.#totalMs - this.#use.spentMs);
  }

  /** Why the model is not asked any more this turn; undefined while it is. */
  get givenUp(): string | undefined {
    const { timedOut, fallbacks } = this.#use;
    if (timedOut) return "not asked again this turn, because it gave no answer in time";
    if (fallbacks.length >= MOST_FAILURES)
      return `not asked again this turn after ${fallbacks.length} failures`;
    return this.leftMs < 1 ? `its ${this.#totalMs} ms for this turn are used up` : undefined;
  }

  /** Counts the time that the work takes, however it ends. */
  async spend<Value>(work: () => Promise<Value>): Promise<Value> {
    const start = this.#stopwatch();
    try {
      return await work();
    } finally {
      const spent = Math.max(0, this.#stopwatch() - start);
      this.#use = { ...this.#use, spentMs: this.#use.spentMs + spent };
    }
  }

  failed(reason: string, timedOut: boolean): void {
    const { fallbacks } = this.#use;
    this.#use = {
      ...this.#use,
      timedOut: this.#use.timedOut || timedOut,
      fallbacks: [...fallbacks, reason],
    };
  }
}
