import { existsSync } from "node:fs";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { SnapshotPaths } from "../../memory/store/snapshot.ts";
import type { ItemVectors } from "../retrieval/item-vectors.ts";
import { readCard } from "./card.ts";
import { contentScorer } from "./content.ts";
import { LINEAR_DEFAULTS } from "./linear-defaults.ts";
import type { Device } from "./onnx.ts";
import { type OnnxScorer, openOnnxScorer } from "./onnx-scorer.ts";
import { cataloguePopularity, popularScorer } from "./popular.ts";
import { rememberedScorer } from "./remembered-scorer.ts";
import type { Scorer } from "./scorer.ts";

/** A scorer from disk: close it when done. */
export type OpenScorer = OnnxScorer;

export interface OpenScorerOptions {
  /** Item text vectors, for a dataset without interactions; without them popularity serves. */
  readonly vectors?: ItemVectors;
  /** Devices to try; default: what the machine has, best first. */
  readonly devices?: readonly Device[];
}

/**
 * Opens a dataset's scorer: the ONNX model beside its card, whoever made it (form: `card.ts`); or what the card says
 * stands in for one. @throws CiceroneError "scorer-missing", "scorer-card-invalid", "scorer-stranger", "scorer-form" or "onnx-unusable".
 */
export async function openScorer(
  paths: Pick<SnapshotPaths, "scorer" | "scorerCard">,
  catalogue: Catalogue,
  options: OpenScorerOptions = {},
): Promise<OpenScorer> {
  const card = readCard(paths.scorerCard, catalogue);
  if (card.kind === "content" && options.vectors !== undefined) {
    return closable(contentScorer(options.vectors, LINEAR_DEFAULTS.recency));
  }
  if (card.kind === "content" || card.kind === "popular") {
    return closable(popularScorer(cataloguePopularity(catalogue)));
  }
  if (!existsSync(paths.scorer)) {
    throw new CiceroneError("scorer-missing", `there is a card but no model at ${paths.scorer}`, {
      hint: `cicerone train --data ${catalogue.name}`,
    });
  }
  const { devices } = options;
  try {
    const scorer = await openOnnxScorer(
      card.kind,
      paths.scorer,
      catalogue.size,
      devices === undefined ? {} : { devices },
    );
    return rememberedScorer(scorer);
  } catch (cause) {
    if (!(cause instanceof CiceroneError) || cause.code !== "onnx-unusable") throw cause;
    // The hint of the runtime's own errors knows no dataset.
    throw new CiceroneError(cause.code, cause.message, {
      hint: `cicerone train --data ${catalogue.name}`,
      cause,
    });
  }
}

function closable(scorer: Scorer): OpenScorer {
  return { ...scorer, close: async () => {} };
}
