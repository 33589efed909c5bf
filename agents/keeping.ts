/** Written to the stream before memory is, by a run that a session keeps; never passed on to whoever listens. */
export const ABOUT_TO_REMEMBER = "about-to-remember";

/**
 * What a session and the graph's run agree on about one turn: from when on it is kept. Until the session gives leave, the turn can be
 * cancelled and leaves nothing; from then on it is carried through, and what it wrote is taken back should its checkpoint fail.
 */
export class Keeping {
  readonly #leave = Promise.withResolvers<void>();
  #given = false;
  /** Takes back what the turn wrote into memory; undefined while it wrote nothing. */
  takeBack: (() => void) | undefined;
  /** Whether the turn deleted memories: that holds however it ends. */
  forgot = false;
  /** Milliseconds that the session lets the turn take. */
  readonly budgetMs: number;

  constructor(budgetMs: number) {
    this.budgetMs = budgetMs;
  }

  get isSealed(): boolean {
    return this.#given;
  }

  /** From here on the turn is not cancelled any more. */
  seal(): void {
    this.#given = true;
    this.#leave.resolve();
  }

  /** Settles once the session gave leave; never, where the turn is over before. */
  leave(): Promise<void> {
    return this.#leave.promise;
  }
}
