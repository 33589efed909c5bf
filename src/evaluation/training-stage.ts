import { deriveDataset } from "../../memory/datasets/deriving/derive-dataset.ts";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import { type OpenDataset, openDataset } from "../../memory/datasets/open-dataset.ts";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { rebuildHint } from "../../memory/store/manifest.ts";
import { raterOrigin } from "../../tools/rating/origin.ts";
import { loadTextVectors, type TextVectors } from "../../tools/retrieval/text-vectors.ts";
import type { LinearOptions } from "../../tools/scoring/linear-defaults.ts";
import { fitModels } from "../prepare.ts";
import { openStage, type Stage, type StageOptions } from "../recommender.ts";

/** What the agent is opened with besides its data: another mind, another scorer, another diversity. */
type AgentOptions = Omit<StageOptions, "data" | "catalogue" | "home" | "clock" | "signal" | "onProgress">;

export interface TrainingStageOptions extends AgentOptions {
  /** Where the dataset was imported; it is only read. */
  readonly home: string;
  /** Of an imported dataset. */
  readonly name: string;
  /** The interactions that are seen: rows of the dataset's own, one for each user and item. */
  readonly train: Interactions;
  /** A scratch home, not `home`: what is derived goes there and stays there. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: StageOptions["onProgress"] | undefined;
  /** False where nobody will ask what somebody would rate: then the rater, for there has to be one, is fitted in no time. */
  readonly rates?: boolean | undefined;
  /** Options of the linear scorer that were found already, on training interactions. */
  readonly linear?: LinearOptions | undefined;
}

/**
 * Opens the whole agent on a part of a dataset's interactions, so that it can be measured on the rest.
 *
 * What it guarantees: of the interactions nothing but `train` reaches the agent. How often, how well and how lately an item was rated
 * (renown, the rating and popularity measures, the popularity retriever), the interactions themselves, the scorer and the rater are
 * made of `train` alone, by the code that makes them of a whole dataset. Items, their texts, facets and identifiers are the dataset's,
 * and so are the text vectors, which are made of these only. That the counts the agent sees add up to `train` is checked.
 *
 * Throws RangeError where `folder` is `home`, what `openDataset` and `openStage` throw, and CiceroneError `foreign-snapshot` where the
 * check fails: the demo of another version would be made anew, whole. Rejects on abort.
 */
export async function openTrainingStage(options: TrainingStageOptions): Promise<Stage> {
  const { home, name, train, folder, clock, signal, onProgress, linear, rates, ...agent } = options;
  onProgress?.({ stage: `setting aside interactions of ${name}`, fraction: undefined });
  const dataset = openDataset(home, name);
  try {
    await deriveDataset({ dataset, interactions: train, home: folder, signal });
    const textVectors = await textVectorsOf(dataset);
    const raterRounds = rates === false ? { rounds: 1, finalRounds: 0 } : undefined;
    await fitModels({ home: folder, name, clock, signal, onProgress, textVectors, linear, raterRounds });
  } finally {
    dataset.catalogue.close();
  }
  const stage = await openStage({
    ...agent,
    data: name,
    home: folder,
    clock,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  if (interactionsSeen(stage.catalogue) === train.users.length) return stage;
  stage.close();
  throw new CiceroneError(
    "foreign-snapshot",
    `${name} is of another version: it cannot be measured in parts.`,
    {
      hint: rebuildHint(name),
    },
  );
}

/** Undefined where there are none that fit: then they are made anew. */
export async function textVectorsOf({
  manifest,
  catalogue,
  paths,
}: OpenDataset): Promise<TextVectors | undefined> {
  const { source } = raterOrigin(manifest);
  const expected = { dataset: manifest.name, source, items: catalogue.size };
  try {
    return await loadTextVectors(paths.vectors, expected);
  } catch (error) {
    if (error instanceof CiceroneError) return undefined;
    throw error;
  }
}

function interactionsSeen(catalogue: Catalogue): number {
  let seen = 0;
  for (let index = 0; index < catalogue.size; index++) seen += catalogue.statistics(index).count;
  return seen;
}
