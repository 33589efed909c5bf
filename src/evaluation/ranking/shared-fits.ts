import type { Fitting, RankingSystem, Training } from "./ranker.ts";
import { type FittedScorer, SCORERS, scorerRanker } from "./scorers.ts";

export interface SharedFit extends FittedScorer {
  readonly fitSeconds: number;
}

/**
 * Scorers that are fitted once for one training part and used by several systems: a hybrid retriever looks into the same models that are
 * measured alone. Close it when all of them are done.
 */
export interface SharedFits {
  /** @throws RangeError for a name that is not in SCORERS */
  get(name: string, training: Training, fitting: Fitting): Promise<SharedFit>;
  close(): Promise<void>;
}

export function sharedFits(clock: () => number): SharedFits {
  const fits = new Map<Training, Map<string, Promise<SharedFit>>>();
  return {
    get(name, training, fitting) {
      const own = fits.get(training) ?? new Map<string, Promise<SharedFit>>();
      fits.set(training, own);
      const make = SCORERS[name];
      if (make === undefined) throw new RangeError(`no scorer ${name}`);
      const found = own.get(name) ?? timed(() => make(training, fitting), clock);
      own.set(name, found);
      return found;
    },
    async close() {
      for (const own of fits.values()) {
        for (const fit of own.values()) await (await fit).scorer.close();
      }
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
