import { existsSync, readFileSync } from "node:fs";
import { openDataset } from "../memory/datasets/open-dataset.ts";
import { updateDataset } from "../memory/datasets/updating/update-dataset.ts";
import type { UpdateReport } from "../memory/datasets/updating/update-report.ts";
import { CiceroneError } from "../memory/errors.ts";
import { snapshotPaths } from "../memory/store/snapshot.ts";
import { raterOrigin } from "../tools/rating/origin.ts";
import { extendTextVectors } from "../tools/retrieval/extend-text-vectors.ts";
import { loadTextVectors, type TextVectors } from "../tools/retrieval/text-vectors.ts";
import { type FitReport, fitModels, type PrepareOptions } from "./prepare.ts";

export interface UpdateSource extends PrepareOptions {
  /** Name of an imported dataset. */
  readonly name: string;
  /** The folder with its files, or with what is new in them; default: where they were imported from. */
  readonly from?: string | undefined;
  /** The folder with its texts. */
  readonly text?: string | undefined;
}

/**
 * Takes into an imported dataset what its files hold by now, and brings its models up to date: texts of new items are folded into the
 * index that is there, factors go on from those that were fitted before, the rater and other scorers learn anew. `fitted` is undefined where nothing was new.
 * Throws what `updateDataset` throws.
 */
export async function updatePrepared(
  options: UpdateSource,
): Promise<{ readonly updated: UpdateReport; readonly fitted: FitReport | undefined }> {
  const { onProgress, signal } = options;
  const former = await formerTexts(options);
  const formerScorer = formerModel(options);
  const { report, touched, written } = await updateDataset(options);
  // An update that was stopped before its models were fitted left a snapshot without them.
  if (!written && existsSync(snapshotPaths(options.home, options.name).scorerCard))
    return { updated: report, fitted: undefined };
  const textVectors = former && (await extended(former, touched, options));
  const { home, name, clock } = options;
  const fitted = await fitModels({ home, name, clock, textVectors, formerScorer, onProgress, signal });
  return { updated: report, fitted };
}

async function extended(
  former: TextVectors,
  touched: ReadonlySet<number>,
  { home, name, onProgress, signal }: UpdateSource,
): Promise<TextVectors | undefined> {
  const { catalogue } = openDataset(home, name);
  try {
    return await extendTextVectors(former, catalogue, touched, {
      signal,
      onProgress: (fraction) => onProgress?.({ stage: "indexing new texts", fraction }),
    });
  } finally {
    catalogue.close();
  }
}

/** The scorer's file of before; undefined where there was none. */
function formerModel({ home, name }: UpdateSource): Uint8Array | undefined {
  const { scorer } = snapshotPaths(home, name);
  return existsSync(scorer) ? readFileSync(scorer) : undefined;
}

/** Vectors that are absent or of another import leave nothing to build on. */
async function formerTexts({ home, name }: UpdateSource): Promise<TextVectors | undefined> {
  const { manifest, catalogue, paths } = openDataset(home, name);
  const { size } = catalogue;
  catalogue.close();
  try {
    const { source } = raterOrigin(manifest);
    return await loadTextVectors(paths.vectors, { dataset: name, source, items: size });
  } catch (error) {
    if (error instanceof CiceroneError) return undefined;
    throw error;
  }
}
