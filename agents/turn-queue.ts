/** Runs the turns of one thread one after another, whoever holds a session on it; threads do not wait for each other. */
export class TurnQueue {
  readonly #last = new Map<string, Promise<void>>();

  /** Resolves when it is this turn's turn, with the function that ends it. A turn that never ends blocks its thread. */
  async enter(thread: string): Promise<() => void> {
    const before = this.#last.get(thread);
    let leave: () => void = () => {};
    const mine = new Promise<void>((resolve) => {
      leave = resolve;
    });
    this.#last.set(thread, mine);
    await before;
    return () => {
      if (this.#last.get(thread) === mine) this.#last.delete(thread);
      leave();
    };
  }
}
