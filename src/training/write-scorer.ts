import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import type { SnapshotPaths } from "../../memory/store/snapshot.ts";
import type { ScorerCard } from "../../tools/scoring/card.ts";

/** Writes a model and its card. The old card goes first and the new one comes last: a card never stands beside another's model. */
export function writeScorer(
  paths: Pick<SnapshotPaths, "scorer" | "scorerCard">,
  model: Uint8Array | undefined,
  card: ScorerCard,
): void {
  rmSync(paths.scorerCard, { force: true });
  if (model === undefined) rmSync(paths.scorer, { force: true });
  else replace(paths.scorer, model);
  replace(paths.scorerCard, `${JSON.stringify(card, undefined, 2)}\n`);
}

function replace(path: string, content: Uint8Array | string): void {
  // A name of its own: another process may be fitting the same dataset.
  const partial = `${path}.${randomUUID()}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}
