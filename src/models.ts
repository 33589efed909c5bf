import type { OpenDataset } from "../memory/datasets/open-dataset.ts";
import { CiceroneError } from "../memory/errors.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { Manifest } from "../memory/store/manifest.ts";
import type { SnapshotPaths } from "../memory/store/snapshot.ts";
import { raterOrigin } from "../tools/rating/origin.ts";
import type { Rater } from "../tools/rating/rater.ts";
import { createStatisticalRater } from "../tools/rating/statistical-rater.ts";
import { openRater } from "../tools/rating/store.ts";
import { loadTextVectors, type TextVectors } from "../tools/retrieval/text-vectors.ts";
import { type OpenScorer, openScorer } from "../tools/scoring/open-scorer.ts";

/** What is fitted on a snapshot and lies beside its catalogue. */
export interface Models {
  readonly text: TextVectors;
  readonly scorer: OpenScorer;
  /** Undefined where the catalogue has no ratings. */
  readonly rater: Rater | undefined;
}

/** Absent, not broken: an import that was stopped before its models were fitted leaves a snapshot like this. */
const ABSENT = new Set(["vectors-missing", "scorer-missing", "no-rater"]);

/** There, but damaged or made for something else. */
const STRANGE = new Set([
  "vectors-stranger",
  "scorer-stranger",
  "scorer-card-invalid",
  "scorer-form",
  "onnx-unusable",
  "foreign-rater",
]);

/**
 * Opens a snapshot's models, first fitting them where there are none yet. What is there but belongs to something else is refused
 * with the command that makes it anew; of the demo, which nobody trained, it is simply made anew.
 */
export async function openModels(dataset: OpenDataset, train: () => Promise<unknown>): Promise<Models> {
  const ours = dataset.manifest.name === "demo";
  try {
    return await load(dataset);
  } catch (error) {
    if (!hasCode(error, ABSENT) && !(ours && hasCode(error, STRANGE))) throw error;
    await train();
    return load(dataset);
  }
}

function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  return error instanceof CiceroneError && codes.has(error.code);
}

async function load({ catalogue, manifest, paths }: OpenDataset): Promise<Models> {
  const text = await loadTextVectors(paths.vectors, {
    dataset: manifest.name,
    source: raterOrigin(manifest).source,
    items: catalogue.size,
  });
  const rater = loadRater(catalogue, manifest, paths);
  return { text, rater, scorer: await openScorer(paths, catalogue, { vectors: text.vectors }) };
}

function loadRater(catalogue: Catalogue, manifest: Manifest, paths: SnapshotPaths): Rater | undefined {
  if (catalogue.scale === undefined || !hasRatings(catalogue)) return undefined;
  return createStatisticalRater(openRater(paths.rater, raterOrigin(manifest)));
}

/** A scale is a promise that the interactions need not keep: they may carry no rating at all. */
function hasRatings(catalogue: Catalogue): boolean {
  for (let index = 0; index < catalogue.size; index++) {
    if (catalogue.statistics(index).mean !== undefined) return true;
  }
  return false;
}
