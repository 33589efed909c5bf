import { setTimeout as sleep } from "node:timers/promises";
import { CiceroneError } from "../../memory/errors.ts";
import { asDownloadError, StatusError, troubleOf } from "./network-errors.ts";

/** How long a download is tried. */
export interface Patience {
  /** Attempts in a row that bring nothing before it is given up. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled each time. */
  readonly pause: number;
  /** Milliseconds of silence after which a connection counts as dead. */
  readonly stall: number;
}

export const PATIENCE: Patience = { attempts: 5, pause: 1_000, stall: 30_000 };

/** However much each attempt brings, this many are enough. */
const MOST_ATTEMPTS = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Tries again what may go better the next time, for as long as attempts bring something: `progress` counts it. Where nothing
 * can be reached at the first attempt there is no second. Throws CiceroneError `download-…`.
 */
export async function retrying<Result>(
  url: URL,
  attempt: () => Promise<Result>,
  options: {
    readonly patience: Patience;
    readonly progress?: () => number;
    readonly signal: AbortSignal | undefined;
  },
): Promise<Result> {
  const { patience, progress = () => 0, signal } = options;
  // The furthest so far: a server that makes us begin anew each time brings nothing.
  let furthest = progress();
  for (let number = 1, fruitless = 0; ; number++) {
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof CiceroneError) throw error;
      const reached = progress();
      fruitless = reached > furthest ? 0 : fruitless + 1;
      furthest = Math.max(furthest, reached);
      const trouble = troubleOf(error);
      const hopeless = trouble === "final" || (trouble === "unreachable" && number === 1);
      if (hopeless || fruitless >= patience.attempts || number >= MOST_ATTEMPTS)
        throw asDownloadError(error, url);
      await sleep(pauseAfter(error, fruitless, patience), undefined, signal === undefined ? {} : { signal });
    }
  }
}

/** As long as the server asks, within reason, else twice as long as before. */
function pauseAfter(error: unknown, fruitless: number, patience: Patience): number {
  const asked = error instanceof StatusError ? error.wait : undefined;
  return Math.min(asked ?? patience.pause * 2 ** Math.max(0, fruitless - 1), LONGEST_PAUSE);
}
