import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CiceroneError } from "../errors.ts";
import { type OpenCatalogue, openCatalogue } from "../items/catalogue-sqlite.ts";
import { nearest } from "../nearest.ts";
import { type Manifest, readManifest, rebuildHint } from "../store/manifest.ts";
import { recoverDirectory } from "../store/replace-directory.ts";
import { type SnapshotPaths, snapshotPaths } from "../store/snapshot.ts";
import { BUILT_IN_NAMES, BUILT_IN_SUMMARY } from "./built-in-names.ts";

export interface OpenDataset {
  readonly manifest: Manifest;
  /** Close it when done. */
  readonly catalogue: OpenCatalogue;
  readonly paths: SnapshotPaths;
}

/** An imported dataset, or what is wrong with it. */
export type ListedDataset =
  | { readonly name: string; readonly manifest: Manifest }
  | { readonly name: string; readonly problem: CiceroneError };

/**
 * Opens an imported dataset. Throws CiceroneError `no-snapshot` where it was never imported, `unknown-dataset` where
 * nothing built in or imported has that name, `foreign-snapshot` where it cannot be read: each names the command that helps.
 */
export function openDataset(home: string, name: string): OpenDataset {
  const paths = snapshotPaths(home, name);
  recoverDirectory(paths.directory);
  if (!existsSync(paths.manifest)) {
    throw existsSync(paths.catalogue) ? damaged(paths.manifest, name) : notImported(home, name);
  }
  const manifest = readManifest(paths, name);
  const catalogue = opened(paths.catalogue, name);
  if (catalogue.size === manifest.counts.items) return { manifest, catalogue, paths };
  catalogue.close();
  throw damaged(paths.catalogue, name);
}

export function isImported(home: string, name: string): boolean {
  const paths = snapshotPaths(home, name);
  recoverDirectory(paths.directory);
  return existsSync(paths.manifest);
}

/** Every dataset below a home, by name, readable or not. */
export function listDatasets(home: string): readonly ListedDataset[] {
  return importedNames(home).map((name) => {
    try {
      return { name, manifest: readManifest(snapshotPaths(home, name), name) };
    } catch (error) {
      if (error instanceof CiceroneError) return { name, problem: error };
      throw error;
    }
  });
}

function opened(path: string, name: string): OpenCatalogue {
  try {
    return openCatalogue(path);
  } catch (error) {
    throw damaged(path, name, error);
  }
}

function damaged(path: string, name: string, cause?: unknown): CiceroneError {
  const what = existsSync(path) ? "is damaged" : "is missing";
  return new CiceroneError("foreign-snapshot", `${path} ${what}.`, { hint: rebuildHint(name), cause });
}

function importedNames(home: string): string[] {
  const folder = join(home, "datasets");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
}

function notImported(home: string, name: string): CiceroneError {
  if (BUILT_IN_NAMES.includes(name)) {
    return new CiceroneError("no-snapshot", `Dataset ${name} has not been imported here.`, {
      hint: rebuildHint(name),
    });
  }
  const imported = importedNames(home);
  const close = nearest(name, [...imported, ...BUILT_IN_NAMES]);
  return new CiceroneError("unknown-dataset", `There is no dataset ${name}.`, {
    hint: [
      close === undefined ? "" : `Did you mean ${close}?`,
      imported.length === 0 ? "" : `Imported: ${imported.join(", ")}.`,
      `Built in: ${BUILT_IN_SUMMARY}.`,
      "Your own: cicerone data import FILE.yaml",
    ]
      .filter((part) => part !== "")
      .join(" "),
  });
}
