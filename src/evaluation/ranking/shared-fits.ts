import { interactionsChecksum } from "../../../tools/scoring/interaction-rows.ts";
import type { Fitting, RankingSystem, Training } from "./ranker.ts";
import { type FittedScorer, SCORERS, scorerRanker } from "./scorers.ts";

export interface SharedFit extends FittedScorer {
  readonly fitSeconds: number;
}

/**
 * Scorers that are fitted once for a training part, told by its checksum, and used by several systems: a hybrid retriever looks into the same models that are
 * measured alone. Close it when all of them are done.
 */
export interface SharedFits {
  /** @throws RangeError for a name that is not in SCORERS */
  get(name: string, training: Training, fitting: Fitting): Promise<SharedFit>;
  close(): Promise<void>;
}

export function sharedFits(clock: () => number): SharedFits {
  const fits = new Map<string, Promise<SharedFit>>();
  return {
    get(name, training, fitting) {
      const make = SCORERS[name];
      if (make === undefined) throw new RangeError(`no scorer ${name}`);
      const key = `${name} ${training.itemCount} ${interactionsChecksum(training.interactions)}`;
      const found = fits.get(key) ?? timed(() => make(training, fitting), clock);
      fits.set(key, found);
      return found;
    },
    async close() {
      const all = await Promise.allSettled(fits.values());
      for (const fit of all) if (fit.status === "fulfilled") await fit.value.scorer.close();
    },
  };
}

/** The scorer of that name as a ranking system. */
export function sharedScorerSystem(name: string, fits: SharedFits): RankingSystem {
  return {
    name,
    async fit(training, fitting) {
      const { fitSeconds, ...fitted } = await fits.get(name, training, fitting);
      // Whoever shares closes.
      return { ...scorerRanker(fitted), fitSeconds, close: async () => {} };
    },
  };
}

async function timed(make: () => Promise<FittedScorer>, clock: () => number): Promise<SharedFit> {
  const start = clock();
  const fitted = await make();
  return { ...fitted, fitSeconds: (clock() - start) / 1000 };
}
