import { statSync } from "node:fs";
import { importNamed } from "../memory/datasets/importing/import-named.ts";
import type { ImportReport } from "../memory/datasets/importing/import-report.ts";
import { openDataset } from "../memory/datasets/open-dataset.ts";
import { snapshotPaths } from "../memory/store/snapshot.ts";
import type { RaterModel, RaterParameters } from "../tools/rating/model.ts";
import { raterOrigin } from "../tools/rating/origin.ts";
import { fitTextVectors, saveTextVectors, type TextVectors } from "../tools/retrieval/text-vectors.ts";
import type { ScorerCard } from "../tools/scoring/card.ts";
import type { LinearOptions } from "../tools/scoring/linear-defaults.ts";
import type { Progress } from "./progress.ts";
import type { ScorerKind } from "./training/choose-scorer.ts";
import { trainRater } from "./training/rater.ts";
import { trainScorer } from "./training/scorer.ts";

export interface PrepareOptions {
  readonly home: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ImportSource extends PrepareOptions {
  /** A built-in dataset's name, or the path of a .yaml descriptor. */
  readonly dataset: string;
  /** The folder with the dataset's files; a descriptor's own folder by default. */
  readonly from?: string | undefined;
  /** The folder with texts, for descriptors that read some. */
  readonly text?: string | undefined;
}

/** What a fit left behind. */
export interface FitReport {
  readonly scorer: ScorerCard;
  /** Why the scorer is what it is, where that is not plain: for its size, or for want of interactions or texts. */
  readonly note: string | undefined;
  /** Undefined where the dataset has no ratings. */
  readonly rater: RaterModel["calibration"] | undefined;
  readonly seconds: { readonly scorer: number; readonly rater: number; readonly text: number };
}

/** Imports a dataset, fits its models and indexes its texts: afterwards one can talk about it. */
export async function prepareDataset(
  options: ImportSource,
): Promise<{ readonly imported: ImportReport; readonly fitted: FitReport }> {
  const { dataset, from, text, home, clock, onProgress, signal } = options;
  const imported = await importNamed({ dataset, from, text, home, clock, signal, onProgress });
  const fitted = await fitModels({ ...options, name: imported.name });
  return { imported, fitted };
}

interface FitOptions extends PrepareOptions {
  readonly name: string;
  readonly scorer?: ScorerKind | undefined;
  /** Where they are made already. */
  readonly textVectors?: TextVectors | undefined;
  /** The scorer's model file before items or interactions were added. */
  readonly formerScorer?: Uint8Array | undefined;
  /** Options of the linear scorer that were found already. */
  readonly linear?: LinearOptions | undefined;
  /** Rounds of the rater's fit, where nobody will ask it much. */
  readonly raterRounds?: Pick<RaterParameters, "rounds" | "finalRounds"> | undefined;
}

/** Imports that keep overtaking each other are somebody's mistake. */
const MOST_FITS = 4;

/**
 * Fits what a snapshot needs beside its catalogue: text vectors, the scorer, the rater. Each artefact lands as a whole. Where another
 * import takes the snapshot's place meanwhile, what was fitted belongs to the old one, and the new one is fitted too.
 */
export async function fitModels(options: FitOptions): Promise<FitReport> {
  const { directory } = snapshotPaths(options.home, options.name);
  for (let fit = 1; ; fit++) {
    const place = placeOf(directory);
    // What was made before belongs to the snapshot that it was made for.
    const given = fit === 1 ? options : { ...options, textVectors: undefined };
    try {
      const report = await fitOnce(given);
      if (fit === MOST_FITS || placeOf(directory) === place) return report;
    } catch (error) {
      if (fit === MOST_FITS || placeOf(directory) === place) throw error;
    }
  }
}

/** Tells one snapshot's folder from the next of that name, which may get a freed number again; undefined between two. */
function placeOf(directory: string): string | undefined {
  const found = statSync(directory, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.birthtimeMs}`;
}

async function fitOnce(options: FitOptions): Promise<FitReport> {
  const { home, name, clock, onProgress, signal } = options;
  const shared = { home, name, clock, ...(onProgress && { onProgress }), ...(signal && { signal }) };
  const { manifest, catalogue, paths } = openDataset(home, name);
  try {
    const started = clock();
    const text =
      options.textVectors ??
      (await fitTextVectors(catalogue, {
        signal,
        onProgress: (fraction) => onProgress?.({ stage: "indexing text", fraction }),
      }));
    await saveTextVectors(paths.vectors, text, { source: raterOrigin(manifest).source });
    const indexed = clock();
    const scorer = await trainScorer({
      ...shared,
      vectors: text.vectors,
      ...(options.scorer && { kind: options.scorer }),
      former: options.formerScorer,
      linear: options.linear,
    });
    const scored = clock();
    const rater = await trainRater({ ...shared, rounds: options.raterRounds });
    return {
      scorer,
      note: scorer.note,
      rater: rater?.model.calibration,
      seconds: {
        text: (indexed - started) / 1000,
        scorer: (scored - indexed) / 1000,
        rater: (clock() - scored) / 1000,
      },
    };
  } finally {
    catalogue.close();
  }
}
