import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Recommender } from "../recommender.ts";
import type { MeasuringContext } from "./measuring.ts";
import { openTrainingStage } from "./training-stage.ts";

/** The agent as it is while a protocol asks it. */
export interface TrainingAgent {
  readonly catalogue: Catalogue;
  readonly recommender: Recommender;
  /** The scratch home with the snapshot it stands on. */
  readonly folder: string;
}

/**
 * Opens the whole agent on training rows alone (`openTrainingStage`) in a scratch home, hands it to `use`, and leaves nothing behind.
 * @param rates false where nobody will ask what somebody would rate
 */
export async function withTrainingAgent<Result>(
  { home, name }: { readonly home: string; readonly name: string },
  train: Interactions,
  {
    rates,
    signal,
    onProgress,
    linear,
  }: Pick<MeasuringContext, "signal" | "onProgress" | "linear"> & { readonly rates: boolean },
  use: (agent: TrainingAgent) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "cicerone-measured-"));
  try {
    const shared = { home, name, train, folder, rates, signal, onProgress, linear };
    const stage = await openTrainingStage({ ...shared, clock: Date.now });
    try {
      const recommender = stage.recommender(folder);
      try {
        return await use({ catalogue: stage.catalogue, recommender, folder });
      } finally {
        recommender.close();
      }
    } finally {
      stage.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
