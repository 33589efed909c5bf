import { renameSync, rmSync, writeFileSync } from "node:fs";
import { openDataset } from "../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../memory/datasets/read-interactions.ts";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Manifest } from "../../memory/store/manifest.ts";
import type { SnapshotPaths } from "../../memory/store/snapshot.ts";
import { raterOrigin } from "../../tools/rating/origin.ts";
import type { ItemVectors } from "../../tools/retrieval/item-vectors.ts";
import { loadTextVectors } from "../../tools/retrieval/text-vectors.ts";
import { CARD_FORMAT, catalogueChecksum, type ScorerCard } from "../../tools/scoring/card.ts";
import { adoptColdItems } from "../../tools/scoring/cold-items.ts";
import { interactionsChecksum, positives } from "../../tools/scoring/interaction-rows.ts";
import { linearModel } from "../../tools/scoring/linear-file.ts";
import { fitLinear, LINEAR_DEFAULTS } from "../../tools/scoring/linear-fit.ts";
import { itemCounts, type Sequences, sequencesOf } from "../../tools/scoring/sequences.ts";

interface TrainLinearOptions {
  readonly home: string;
  readonly name: string;
  /** Item text vectors, which give items without interactions a share in the model; default: the snapshot's, if it has any. */
  readonly vectors?: ItemVectors;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly stage: string; readonly fraction: number | undefined }) => void;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

interface TrainedScorer {
  readonly card: ScorerCard;
  /** Why there is no model, where there is none; or why items without interactions have no share in it. Also on the card. */
  readonly note: string | undefined;
}

/** With fewer interactions a fit is chance: content or popularity serves. */
const FEWEST_INTERACTIONS = 50;
/** The model is a matrix of items × items: beyond this it no longer fits comfortably into memory. */
const MOST_ITEMS = 20_000;

/**
 * Fits the linear scorer on an imported dataset's positive interactions and writes `scorer.onnx` and its card. The old
 * card goes first and the new one comes last, so a card never stands beside another's model. Throws what `openDataset` throws.
 */
export async function trainLinear(options: TrainLinearOptions): Promise<TrainedScorer> {
  const { home, name, signal, onProgress } = options;
  const { manifest, catalogue, paths } = openDataset(home, name);
  try {
    onProgress?.({ stage: `reading ${name}`, fraction: undefined });
    const all = await readInteractions(paths, signal);
    const positive = positives(all, manifest.positiveFrom);
    const trainedOn = {
      users: new Set(positive.users).size,
      interactions: positive.items.length,
      checksum: interactionsChecksum(positive),
      ...(manifest.positiveFrom === undefined ? {} : { positiveFrom: manifest.positiveFrom }),
    };
    const note = whyNoModel(catalogue, positive.items.length);
    if (note !== undefined) {
      const card = cardOf(
        catalogue,
        positive.items.length < FEWEST_INTERACTIONS ? "content" : "popular",
        options.clock(),
      );
      write(paths, undefined, { ...card, trainedOn, note });
      return { card: { ...card, trainedOn, note }, note };
    }
    onProgress?.({ stage: `fitting linear on ${name}`, fraction: undefined });
    const started = options.clock();
    const texts = options.vectors ?? (await storedVectors(paths, manifest));
    const fitted = await fitModel(sequencesOf(positive), catalogue.size, texts, signal);
    const created = options.clock();
    const card: ScorerCard = {
      ...cardOf(catalogue, "linear", created),
      trainedOn,
      coldItems: fitted.coldItems,
      ...(fitted.note === undefined ? {} : { note: fitted.note }),
      hyperparameters: hyperparameters(),
      fitSeconds: (created - started) / 1000,
    };
    signal?.throwIfAborted();
    write(paths, fitted.model, card);
    return { card, note: fitted.note };
  } finally {
    catalogue.close();
  }
}

interface FittedModel {
  readonly model: Uint8Array;
  readonly coldItems: number;
  readonly note: string | undefined;
}

/** @param texts vectors, or the error that says why there are none */
async function fitModel(
  sequences: Sequences,
  itemCount: number,
  texts: ItemVectors | CiceroneError,
  signal: AbortSignal | undefined,
): Promise<FittedModel> {
  const weights = await fitLinear(sequences, itemCount, LINEAR_DEFAULTS, signal);
  const counts = itemCounts(sequences, itemCount);
  const cold = counts.filter((count) => count === 0).length;
  const foreign = texts instanceof CiceroneError;
  const coldItems = foreign ? 0 : adoptColdItems(weights, counts, texts);
  return {
    coldItems,
    note: foreign && cold > 0 ? withoutTexts(cold, texts) : undefined,
    model: await linearModel(weights, LINEAR_DEFAULTS.recency),
  };
}

function withoutTexts(cold: number, { message, hint }: CiceroneError): string {
  const why = hint === undefined ? message : `${message} (${hint})`;
  return `${cold} items without interactions have no share in the model: ${why}`;
}

/** Vectors that are absent or of another import are no obstacle, but a reason why items without interactions stay out. */
async function storedVectors(paths: SnapshotPaths, manifest: Manifest): Promise<ItemVectors | CiceroneError> {
  try {
    const origin = {
      dataset: manifest.name,
      source: raterOrigin(manifest).source,
      items: manifest.counts.items,
    };
    return (await loadTextVectors(paths.vectors, origin)).vectors;
  } catch (error) {
    if (error instanceof CiceroneError) return error;
    throw error;
  }
}

function whyNoModel({ size }: Catalogue, interactions: number): string | undefined {
  if (interactions < FEWEST_INTERACTIONS) {
    return `${interactions} interactions are too few to learn from (${FEWEST_INTERACTIONS} are needed)`;
  }
  return size > MOST_ITEMS
    ? `${size} items are more than the linear scorer takes (${MOST_ITEMS})`
    : undefined;
}

function cardOf(catalogue: Catalogue, kind: string, created: number): ScorerCard {
  return {
    format: CARD_FORMAT,
    kind,
    catalogue: { name: catalogue.name, items: catalogue.size, checksum: catalogueChecksum(catalogue) },
    hyperparameters: {},
    created,
  };
}

function hyperparameters(): Record<string, number> {
  const { recency, ...rest } = LINEAR_DEFAULTS;
  return { ...rest, decay: recency.decay, floor: recency.floor };
}

function write(paths: SnapshotPaths, model: Uint8Array | undefined, card: ScorerCard): void {
  rmSync(paths.scorerCard, { force: true });
  if (model === undefined) rmSync(paths.scorer, { force: true });
  else replace(paths.scorer, model);
  replace(paths.scorerCard, `${JSON.stringify(card, undefined, 2)}\n`);
}

function replace(path: string, content: Uint8Array | string): void {
  const partial = `${path}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}
