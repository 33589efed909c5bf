import { createHash } from "node:crypto";
import type { Manifest } from "../../memory/store/manifest.ts";

/** Where a rater belongs: what it must have been fitted on, and the name that hints give. */
export interface RaterOrigin {
  readonly data: string;
  /** Identifies an import: the same for two imports of the same files by the same descriptor. */
  readonly source: string;
}

/** The origin of a rater that is fitted on this snapshot. Rows that came without files are told apart by when they came. */
export function raterOrigin(manifest: Manifest): RaterOrigin {
  const { name, sources, seed, counts, descriptor, created } = manifest;
  const files = sources.map(({ sha256 }) => sha256);
  const identity = JSON.stringify([
    name,
    files,
    seed,
    counts,
    descriptor,
    sources.length === 0 ? created : "",
  ]);
  return { data: name, source: createHash("sha256").update(identity).digest("hex") };
}
