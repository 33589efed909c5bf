import { basename, dirname } from "node:path";
import { CiceroneError } from "../../errors.ts";
import { type Manifest, rebuildHint } from "../../store/manifest.ts";
import { Descriptor } from "../descriptor.ts";
import { type FoundFile, findFiles, type SourceFolders, sourceFolders } from "../importing/source-files.ts";

/** What of a dataset's files there is for an update, and which of its two queries can run on them. */
export interface UpdateFiles {
  readonly descriptor: Descriptor;
  readonly found: readonly FoundFile[];
  readonly hasItems: boolean;
  readonly hasInteractions: boolean;
  /** Names of the files that are not there. */
  readonly notThere: readonly string[];
  /** The folders that may be read. */
  readonly folders: readonly string[];
}

/**
 * Finds the files of an update, which may be only some of the dataset's. Throws CiceroneError `no-update` where it was not read
 * from files, `no-folder`, and `missing-file` where neither query finds all it reads.
 */
export function findUpdate(
  manifest: Manifest,
  given: { readonly from?: string | undefined; readonly text?: string | undefined },
): UpdateFiles {
  const descriptor = descriptorOf(manifest);
  const former = formerFolders(manifest, descriptor);
  const from = given.from ?? former.data;
  if (from === undefined) throw noFolder(manifest.name);
  // With a folder of news only, the former texts are no part of it.
  const text = given.text ?? (given.from === undefined ? former.text : undefined);
  const folders = sourceFolders(from, text);
  const missing = new Map<string, CiceroneError>();
  const found = Object.entries(descriptor.files).flatMap(([table, spec]) => {
    try {
      return findFiles({ ...descriptor, files: { [table]: spec } }, folders);
    } catch (error) {
      if (!(error instanceof CiceroneError) || error.code !== "missing-file") throw error;
      missing.set(table, error);
      return [];
    }
  });
  const runs = (query: string | undefined): boolean =>
    query !== undefined && ![...missing.keys()].some((table) => reads(query, table));
  const hasItems = runs(descriptor.items);
  const hasInteractions = runs(descriptor.interactions);
  const [first] = missing.values();
  if (!hasItems && !hasInteractions && first !== undefined) throw first;
  const notThere = [...missing.keys()].map((table) => descriptor.files[table]?.file.join(" or ") ?? table);
  const readable = folders.text === undefined ? [folders.data] : [folders.data, folders.text];
  return { descriptor, found, hasItems, hasInteractions, notThere, folders: readable };
}

function descriptorOf(manifest: Manifest): Descriptor {
  const descriptor = Descriptor.safeParse(manifest.descriptor);
  if (descriptor.success) return descriptor.data;
  const why = manifest.name === "demo" ? "comes with the program" : "was handed over by a program";
  throw new CiceroneError("no-update", `Dataset ${manifest.name} ${why}: there are no files to read again.`, {
    hint: manifest.name === "demo" ? rebuildHint("demo") : "Hand the new items over to createRecommender.",
    cause: descriptor.error,
  });
}

/** Where the files lay that it was imported from. */
function formerFolders(manifest: Manifest, descriptor: Descriptor): Partial<SourceFolders> {
  const folderOf = (kind: "data" | "text"): string | undefined => {
    const names = Object.values(descriptor.files)
      .filter((spec) => spec.folder === kind)
      .flatMap((spec) => spec.file);
    for (const { file } of manifest.sources) {
      const name = names.find(
        (candidate) => file.endsWith(candidate) && basename(file) === basename(candidate),
      );
      if (name !== undefined) return dirname(file.slice(0, file.length - name.length).concat("x"));
    }
    return undefined;
  };
  return { data: folderOf("data"), text: folderOf("text") };
}

function noFolder(name: string): CiceroneError {
  return new CiceroneError("no-folder", `It is not known where the files of ${name} lie.`, {
    hint: `Name their folder: cicerone data update ${name} --from DIR`,
  });
}

function reads(query: string, table: string): boolean {
  return new RegExp(`\\b${table}\\b`, "i").test(query);
}
