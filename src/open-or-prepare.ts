import { demoIsCurrent } from "../memory/datasets/demo/source.ts";
import { isImported, type OpenDataset, openDataset } from "../memory/datasets/open-dataset.ts";
import { CiceroneError } from "../memory/errors.ts";
import { readManifest } from "../memory/store/manifest.ts";
import { snapshotPaths } from "../memory/store/snapshot.ts";
import { type Models, openModels } from "./models.ts";
import { importOwn, type OwnCatalogue } from "./own-catalogue.ts";
import type { Progress } from "./progress.ts";

interface OpenOptions {
  readonly data?: string;
  readonly catalogue?: OwnCatalogue;
  readonly home: string;
  readonly clock: () => number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Opens a dataset with its models. The demo and a catalogue of one's own are imported first where they are not there yet. */
export async function openOrPrepare(
  options: OpenOptions,
): Promise<{ readonly dataset: OpenDataset; readonly models: Models }> {
  const { home, catalogue: own } = options;
  const name = own === undefined ? (options.data ?? "demo") : await importOwn(own, options);
  if (name === "demo" && !demoIsReady(home)) {
    // Loaded only when there is something to prepare: it brings DuckDB and all that fits models.
    const { prepareDataset } = await import("./prepare.ts");
    await prepareDataset({ ...options, dataset: name });
  }
  const dataset = await openOrRepair(options, name);
  try {
    const train = async (): Promise<void> => {
      const { fitModels } = await import("./prepare.ts");
      await fitModels({ ...options, name });
    };
    return { dataset, models: await openModels(dataset, train) };
  } catch (error) {
    dataset.catalogue.close();
    throw error;
  }
}

/** The demo holds nothing of anybody's: one that is damaged is simply made again. */
async function openOrRepair(options: OpenOptions, name: string): Promise<OpenDataset> {
  try {
    return openDataset(options.home, name);
  } catch (error) {
    if (name !== "demo" || !isForeign(error)) throw error;
    const { prepareDataset } = await import("./prepare.ts");
    await prepareDataset({ ...options, dataset: name });
    return openDataset(options.home, name);
  }
}

/** Imported, and from the films of this version: a newer program brings newer films. */
function demoIsReady(home: string): boolean {
  if (!isImported(home, "demo")) return false;
  try {
    return demoIsCurrent(readManifest(snapshotPaths(home, "demo"), "demo"));
  } catch (error) {
    if (isForeign(error)) return false;
    throw error;
  }
}

function isForeign(error: unknown): boolean {
  return error instanceof CiceroneError && error.code === "foreign-snapshot";
}
