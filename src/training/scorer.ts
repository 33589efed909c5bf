import { openDataset } from "../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../memory/datasets/read-interactions.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Manifest } from "../../memory/store/manifest.ts";
import type { ItemVectors } from "../../tools/retrieval/item-vectors.ts";
import { CARD_FORMAT, catalogueChecksum, type ScorerCard } from "../../tools/scoring/card.ts";
import { interactionsChecksum, positives } from "../../tools/scoring/interaction-rows.ts";
import { LINEAR_DEFAULTS, type LinearOptions } from "../../tools/scoring/linear-defaults.ts";
import { itemCounts, sequencesOf, usersWithItems } from "../../tools/scoring/sequences.ts";
import type { Progress } from "../progress.ts";
import { chooseScorer, type ScorerKind } from "./choose-scorer.ts";
import { storedTexts, whyColdItemsStayOut } from "./cold-texts.ts";
import { fitFactorsModel } from "./factors.ts";
import type { FitModel } from "./fitted-model.ts";
import { fitLinearModel } from "./linear.ts";
import { writeScorer } from "./write-scorer.ts";

interface TrainScorerOptions {
  readonly home: string;
  readonly name: string;
  /** Default: by the catalogue's size. */
  readonly kind?: ScorerKind;
  /** Item text vectors, which give items without interactions a share in the model; default: the snapshot's, if it has any. */
  readonly vectors?: ItemVectors;
  /** The model file of an earlier fit, before items or interactions were added: a fit that can goes on from it. */
  readonly former?: Uint8Array | undefined;
  /** See FitContext. */
  readonly linear?: LinearOptions | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** With fewer interactions a fit is chance: content serves. */
const FEWEST_INTERACTIONS = 50;

const FITS: Readonly<Record<ScorerKind, FitModel>> = { linear: fitLinearModel, factors: fitFactorsModel };

/**
 * Fits a scorer on an imported dataset's positive interactions and writes `scorer.onnx` and its card: linear, or, where the catalogue
 * is too large for that, factors; or what is asked for. The card's note says why it is not linear, why there is no model where there
 * is none, and why some items have no share in it. Throws what `openDataset` throws.
 */
export async function trainScorer(options: TrainScorerOptions): Promise<ScorerCard> {
  const { home, name, signal, onProgress, clock } = options;
  const { manifest, catalogue, paths } = openDataset(home, name);
  try {
    onProgress?.({ stage: `reading ${name}`, fraction: undefined });
    const positive = positives(await readInteractions(paths, signal), manifest.positiveFrom);
    const sequences = sequencesOf(positive);
    const trainedOn = trainedOnOf(
      manifest,
      sequences.items.length,
      usersWithItems(sequences),
      interactionsChecksum(positive),
    );
    if (sequences.items.length < FEWEST_INTERACTIONS) {
      const note = `${sequences.items.length} interactions are too few to learn from (${FEWEST_INTERACTIONS} are needed)`;
      const card = { ...cardOf(catalogue, "content", clock()), trainedOn, note };
      writeScorer(paths, undefined, card);
      return card;
    }
    const choice =
      options.kind === undefined ? chooseScorer(catalogue.size) : { kind: options.kind, reason: undefined };
    const stage = `fitting ${choice.kind} on ${name}`;
    onProgress?.({ stage, fraction: undefined });
    const started = clock();
    const texts = options.vectors ?? (await storedTexts(paths, manifest));
    const counts = itemCounts(sequences, catalogue.size);
    const { model, ...made } = await FITS[choice.kind](sequences, counts, texts, {
      signal,
      onProgress: (fraction) => onProgress?.({ stage, fraction }),
      former: options.former,
      // What suits simulated people says nothing of real ones: nothing is sought there, and a first start waits for nothing.
      linear: options.linear ?? (manifest.simulated ? LINEAR_DEFAULTS : undefined),
    });
    const notes = [choice.reason, whyColdItemsStayOut(counts, texts)].filter((note) => note !== undefined);
    const created = clock();
    const card: ScorerCard = {
      ...cardOf(catalogue, choice.kind, created),
      ...made,
      trainedOn,
      ...(notes.length === 0 ? {} : { note: notes.join("; ") }),
      fitSeconds: (created - started) / 1000,
    };
    signal?.throwIfAborted();
    writeScorer(paths, model, card);
    return card;
  } finally {
    catalogue.close();
  }
}

function trainedOnOf(
  { positiveFrom }: Manifest,
  interactions: number,
  users: number,
  checksum: string,
): NonNullable<ScorerCard["trainedOn"]> {
  return { users, interactions, checksum, ...(positiveFrom === undefined ? {} : { positiveFrom }) };
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
