/** Runs the turns of one thread one after another, whoever holds a session on it; threads do not wait for each other. */
export class TurnQueue {
  readonly #last = new Map<string, Promise<void>>();

  /**
   * Resolves when it is this turn's turn, with the function that ends it. A turn that never ends blocks its thread. Rejects with the
   * signal's reason when it aborts first; the turns behind then wait only for those before.
   */
  async enter(thread: string, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const before = this.#last.get(thread);
    const { promise: mine, resolve } = Promise.withResolvers<void>();
    this.#last.set(thread, mine);
    const leave = (): void => {
      if (this.#last.get(thread) === mine) this.#last.delete(thread);
      resolve();
    };
    try {
      await (signal === undefined ? before : unlessAborted(before, signal));
    } catch (error) {
      void before?.then(leave);
      throw error;
    }
    return leave;
  }
}

async function unlessAborted(work: Promise<void> | undefined, signal: AbortSignal): Promise<void> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
