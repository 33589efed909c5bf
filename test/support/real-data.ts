import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** Where the real datasets lie, where they do: CICERONE_DATA, else beside the checkout. */
export const REAL_DATA = resolve(
  process.env.CICERONE_DATA ?? join(import.meta.dirname, "../../../shared/data"),
);

/**
 * A suite over real data. It runs where all of `files` (relative to the data folder) are there. Where they are not it skips and
 * says so loudly; on a build machine that has the folder a missing file is a failure: there, no check may be left out.
 */
export function describeOnData(name: string, files: readonly string[], suite: () => void): void {
  const missing = files.filter((file) => !existsSync(join(REAL_DATA, file)));
  if (missing.length > 0 && process.env.CI !== undefined && existsSync(REAL_DATA)) {
    it(`${name}: its data is there`, () => expect(missing).toEqual([]));
    return;
  }
  if (missing.length > 0) {
    console.warn(`\n!!! SKIPPED: ${name}. Not in ${REAL_DATA}: ${missing.join(", ")}. Set CICERONE_DATA.\n`);
  }
  describe.skipIf(missing.length > 0)(name, suite);
}
