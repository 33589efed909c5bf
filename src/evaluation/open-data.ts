import { openDataset } from "../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../memory/datasets/read-interactions.ts";
import type { OpenCatalogue } from "../../memory/items/catalogue-sqlite.ts";
import type { Manifest } from "../../memory/store/manifest.ts";
import type { SnapshotPaths } from "../../memory/store/snapshot.ts";
import { raterOrigin } from "../../tools/rating/origin.ts";
import type { MeasuredData } from "./measuring.ts";

/** An imported dataset to measure on. */
export interface OpenData extends MeasuredData {
  readonly home: string;
  readonly catalogue: OpenCatalogue;
  readonly manifest: Manifest;
  readonly paths: SnapshotPaths;
}

/** Opens a dataset, hands it to `use` with all its interactions, and closes it. Throws what `openDataset` and `readInteractions` throw. */
export async function withData<Result>(
  {
    home,
    name,
    signal,
  }: { readonly home: string; readonly name: string; readonly signal?: AbortSignal | undefined },
  use: (data: OpenData) => Promise<Result>,
): Promise<Result> {
  const { manifest, catalogue, paths } = openDataset(home, name);
  try {
    const interactions = await readInteractions(paths, signal);
    return await use({
      home,
      name,
      catalogue,
      manifest,
      paths,
      interactions,
      itemCount: catalogue.size,
      time: manifest.time,
      simulated: manifest.simulated,
      source: raterOrigin(manifest).source,
    });
  } finally {
    catalogue.close();
  }
}
