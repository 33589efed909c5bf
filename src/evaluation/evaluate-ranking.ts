import { openDataset } from "../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../memory/datasets/read-interactions.ts";
import {
  measureRanking,
  RANKING_DEFAULTS,
  type RankingContext,
  type RankingReport,
  type RankingSetup,
} from "./ranking.ts";

export interface EvaluateRankingOptions extends Partial<RankingSetup>, RankingContext {
  readonly home: string;
  readonly name: string;
}

/**
 * `measureRanking` on an imported dataset. Without `positiveFrom` the dataset's own threshold holds.
 * Throws what `openDataset` and `measureRanking` throw.
 */
export async function evaluateRanking(options: EvaluateRankingOptions): Promise<RankingReport> {
  const { home, name, signal, onProgress, clock, versions, ...setup } = options;
  const { manifest, catalogue, paths } = openDataset(home, name);
  try {
    const interactions = await readInteractions(paths, signal);
    const data = { name, itemCount: catalogue.size, interactions, simulated: manifest.simulated };
    const context = {
      clock,
      versions,
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress }),
    };
    return await measureRanking(
      data,
      { ...RANKING_DEFAULTS, positiveFrom: manifest.positiveFrom, ...setup },
      context,
    );
  } finally {
    catalogue.close();
  }
}
