import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Manifest } from "../../store/manifest.ts";
import { DEMO_HEAD } from "./head.ts";

/** What the demo is made from, apart from what makes it: opening it needs none of the machinery that imports it. */
export const DEMO_SEED = 20_260_101;

/** Resolves alike from source and from a bundle that keeps the file beside it. */
export const DEMO_FILMS = new URL("./films.jsonl", import.meta.url);

/** Whether an imported demo was made from the films, the facets and the seed of this version. */
export function demoIsCurrent(manifest: Manifest): boolean {
  return (
    manifest.seed === DEMO_SEED &&
    JSON.stringify(manifest.descriptor) === JSON.stringify(DEMO_HEAD) &&
    manifest.sources[0]?.sha256 === sha256(readFileSync(DEMO_FILMS))
  );
}

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
