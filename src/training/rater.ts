import type { Interactions } from "../../memory/datasets/interactions.ts";
import { readInteractions } from "../../memory/datasets/read-interactions.ts";
import { openCatalogue } from "../../memory/items/catalogue-sqlite.ts";
import { readManifest } from "../../memory/store/manifest.ts";
import { snapshotPaths } from "../../memory/store/snapshot.ts";
import { fitRater } from "../../tools/rating/fit.ts";
import type { RaterModel, RaterParameters } from "../../tools/rating/model.ts";
import { raterOrigin } from "../../tools/rating/origin.ts";
import { saveRater } from "../../tools/rating/store.ts";
import type { Progress } from "../progress.ts";

interface TrainRaterOptions {
  readonly home: string;
  /** Of an imported dataset. */
  readonly name: string;
  readonly seed?: number;
  /** Of the fit's two parts, instead of the rater's own numbers. */
  readonly rounds?: Pick<RaterParameters, "rounds" | "finalRounds"> | undefined;
  /** If they were read already; else they are read from the snapshot. */
  readonly interactions?: Interactions;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Milliseconds; any origin. */
  readonly clock: () => number;
}

const SEED = 20;

/**
 * Fits the statistical rater on a snapshot and writes it beside the snapshot's other models. Undefined, and nothing written,
 * where the dataset has no ratings.
 *
 * @throws CiceroneError `no-snapshot` or `foreign-snapshot` where there is nothing (usable) of that name
 */
export async function trainRater(
  options: TrainRaterOptions,
): Promise<{ readonly model: RaterModel; readonly seconds: number } | undefined> {
  const { home, name, signal, onProgress, clock } = options;
  const paths = snapshotPaths(home, name);
  const manifest = readManifest(paths, name);
  const catalogue = openCatalogue(paths.catalogue);
  const { scale, size } = catalogue;
  catalogue.close();
  if (scale === undefined) return undefined;
  const interactions = options.interactions ?? (await readInteractions(paths, signal));
  if (interactions.values?.some((value) => !Number.isNaN(value)) !== true) return undefined;
  const start = clock();
  const model = await fitRater(interactions, scale, {
    items: size,
    seed: options.seed ?? SEED,
    ...(options.rounds && { parameters: options.rounds }),
    ...(signal && { signal }),
    onProgress: (fraction) => onProgress?.({ stage: "fitting the rater", fraction }),
  });
  saveRater(paths.rater, model, raterOrigin(manifest));
  return { model, seconds: (clock() - start) / 1000 };
}
