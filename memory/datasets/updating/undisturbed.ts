import { isDeepStrictEqual } from "node:util";
import { CiceroneError } from "../../errors.ts";
import { readManifest } from "../../store/manifest.ts";
import type { OpenDataset } from "../open-dataset.ts";

type Snapshot = Pick<OpenDataset, "manifest" | "paths">;

/** Where a snapshot is replaced while something is made of it, what fails says so: it may have read a part of each. */
export async function undisturbed<Result>(snapshot: Snapshot, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    requireUnchanged(snapshot, error);
    throw error;
  }
}

/** Throws CiceroneError `changed-meanwhile` where another process has replaced the snapshot: taking its place would undo that. */
export function requireUnchanged({ manifest, paths }: Snapshot, cause?: unknown): void {
  if (isDeepStrictEqual(readManifest(paths, manifest.name), manifest)) return;
  throw new CiceroneError(
    "changed-meanwhile",
    `Dataset ${manifest.name} was imported or updated by another process meanwhile.`,
    { hint: `What that did stands. Run again: cicerone data update ${manifest.name}`, cause },
  );
}
