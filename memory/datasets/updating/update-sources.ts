import { existsSync, realpathSync } from "node:fs";
import { basename, dirname } from "node:path";
import { CiceroneError } from "../../errors.ts";
import { type Manifest, rebuildHint } from "../../store/manifest.ts";
import { FETCHABLE_NAMES } from "../built-in-names.ts";
import { Descriptor, type SourceFile } from "../descriptor.ts";
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
 * Finds the files of an update, which may be only some of the dataset's. Texts and optional files that a folder of news lacks are read
 * where they were: without them the items would lose what they had from them. Throws CiceroneError `no-update` where the dataset
 * was not read from files, `no-folder`, and `missing-file` where neither query finds all it reads.
 */
export function findUpdate(
  manifest: Manifest,
  given: { readonly from?: string | undefined; readonly text?: string | undefined },
): UpdateFiles {
  const descriptor = descriptorOf(manifest);
  const former = formerFolders(manifest, descriptor);
  const folders =
    given.from === undefined
      ? asBefore(manifest.name, former, given.text)
      : newFolders(given.from, former, given.text);
  const before = given.from === undefined ? undefined : stillThere(former.data);
  const missing = new Map<string, CiceroneError>();
  const found = Object.entries(descriptor.files).flatMap(([table, spec]) => {
    try {
      return findNeeded(descriptor, { table, spec }, manifest, { ...folders, before });
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
  const readable = [folders.data, folders.text, before].filter((folder) => folder !== undefined);
  return { descriptor, found, hasItems, hasInteractions, notThere, folders: readable };
}

/** Finds one file. An optional one that was read before is missing, rather than empty, where it is gone. */
function findNeeded(
  descriptor: Descriptor,
  { table, spec }: Pick<FoundFile, "table" | "spec">,
  manifest: Manifest,
  { before, ...folders }: SourceFolders & { readonly before: string | undefined },
): FoundFile[] {
  const files = (known: Partial<SourceFile>): Descriptor => ({
    ...descriptor,
    files: { [table]: { ...spec, ...known } },
  });
  const wasRead = manifest.sources.some(({ file }) => spec.file.some((name) => isNamed(file, name)));
  if (!spec.optional || !wasRead) return findFiles(files({}), folders);
  const found = findFiles(files({}), folders);
  if (found.some(({ path }) => path !== undefined)) return found;
  return findFiles(files({ optional: false }), before === undefined ? folders : { ...folders, data: before });
}

/** The folders that the dataset was imported from. */
function asBefore(name: string, former: Partial<SourceFolders>, text: string | undefined): SourceFolders {
  if (former.data === undefined) throw noFolder(name);
  for (const folder of [former.data, text === undefined ? former.text : undefined])
    if (folder !== undefined && stillThere(folder) === undefined) throw noFolder(name, folder);
  return sourceFolders(former.data, text ?? former.text);
}

function newFolders(from: string, former: Partial<SourceFolders>, text: string | undefined): SourceFolders {
  return sourceFolders(from, text ?? stillThere(former.text));
}

function stillThere(folder: string | undefined): string | undefined {
  return folder !== undefined && existsSync(folder) ? realpathSync(folder) : undefined;
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
      const name = names.find((candidate) => isNamed(file, candidate));
      if (name !== undefined) return dirname(file.slice(0, file.length - name.length).concat("x"));
    }
    return undefined;
  };
  return { data: folderOf("data"), text: folderOf("text") };
}

function noFolder(name: string, gone?: string): CiceroneError {
  const fetched = FETCHABLE_NAMES.includes(name);
  return new CiceroneError(
    "no-folder",
    gone === undefined
      ? `It is not known where the files of ${name} lie.`
      : `The files of ${name} are no longer in ${gone}.`,
    {
      hint: `Name their folder: cicerone data update ${name} --from DIR${fetched ? `; or have them fetched and imported anew: cicerone data add ${name}` : ""}`,
    },
  );
}

function isNamed(path: string, name: string): boolean {
  return path.endsWith(name) && basename(path) === basename(name);
}

function reads(query: string, table: string): boolean {
  return new RegExp(`\\b${table}\\b`, "i").test(query);
}
