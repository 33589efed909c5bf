import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { BUILT_IN_NAMES, FETCHABLE_NAMES } from "../datasets/built-in-names.ts";
import { CiceroneError } from "../errors.ts";
import type { SnapshotPaths } from "./snapshot.ts";

/** Raised whenever the layout of a snapshot changes; older and newer ones are refused. */
export const SNAPSHOT_FORMAT = 2;

/** What a snapshot says about itself: what it was made from, by what, and how much is in it. */
export const Manifest = z.strictObject({
  format: z.literal(SNAPSHOT_FORMAT),
  name: z.string(),
  /** Files it was made from. `in-process` rows have no files. */
  sources: z.array(z.strictObject({ file: z.string(), bytes: z.int(), sha256: z.string() })),
  /** Seed of what was simulated; absent where nothing was. */
  seed: z.int().optional(),
  counts: z.strictObject({ items: z.int(), users: z.int(), interactions: z.int() }),
  simulated: z.boolean(),
  /** Rating from which an interaction counts as a like; absent: every interaction does. */
  positiveFrom: z.number().optional(),
  /** Whether `at` is seconds since the epoch or the position in the user's sequence. */
  time: z.enum(["clock", "position"]),
  about: z.string(),
  licence: z.string().optional(),
  /** ISO 8601. */
  created: z.string(),
  /** ISO 8601: when items or interactions were last added; absent where none were since it was made. */
  updated: z.string().optional(),
  /** The descriptor, as given. */
  descriptor: z.unknown(),
});
export type Manifest = z.infer<typeof Manifest>;

/**
 * Reads and checks a manifest. Throws CiceroneError `no-snapshot` where nothing was imported under this name, and
 * `foreign-snapshot` where what is there has another format, another name, or is damaged.
 */
export function readManifest(paths: SnapshotPaths, name: string): Manifest {
  if (!existsSync(paths.manifest)) {
    throw new CiceroneError("no-snapshot", `Dataset ${name} has not been imported here.`, {
      hint: rebuildHint(name),
    });
  }
  const manifest = Manifest.safeParse(parsed(readFileSync(paths.manifest, "utf8")));
  if (!manifest.success) {
    throw new CiceroneError(
      "foreign-snapshot",
      `${paths.directory} is not a snapshot this version can read.`,
      {
        hint: rebuildHint(name),
        cause: manifest.error,
      },
    );
  }
  if (manifest.data.name !== name) {
    throw new CiceroneError(
      "foreign-snapshot",
      `${paths.directory} holds dataset ${manifest.data.name}, not ${name}.`,
      { hint: rebuildHint(name) },
    );
  }
  return manifest.data;
}

/** The command that makes a snapshot anew. */
export function rebuildHint(name: string): string {
  if (name === "demo") return "Run: cicerone data import demo";
  if (FETCHABLE_NAMES.includes(name))
    return `Run: cicerone data add ${name} (or, with its files, cicerone data import ${name} --from DIR)`;
  return BUILT_IN_NAMES.includes(name)
    ? `Run: cicerone data import ${name} --from DIR (the folder with its files)`
    : `Run: cicerone data import FILE.yaml (the descriptor of ${name})`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever is not JSON fails the schema, which reports it with the command that rebuilds.
    return undefined;
  }
}
