import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { OpenDataset } from "../../../memory/datasets/open-dataset.ts";
import { CiceroneError } from "../../../memory/errors.ts";

/** What is fitted on a dataset: there, absent, or made for something else. */
export interface Artefact {
  readonly name: "scorer" | "rater" | "text index";
  readonly state: "ok" | "absent" | "stale";
  readonly what: string;
  /** The command that makes it. */
  readonly advice?: string | undefined;
}

export async function artefactsOf(dataset: OpenDataset): Promise<Artefact[]> {
  const { catalogue, manifest, paths } = dataset;
  const { readCard } = await import("../../../tools/scoring/card.ts");
  const { openRater } = await import("../../../tools/rating/store.ts");
  const { raterOrigin } = await import("../../../tools/rating/origin.ts");
  const { loadTextVectors } = await import("../../../tools/retrieval/text-vectors.ts");
  const origin = raterOrigin(manifest);
  return [
    await told("scorer", () => {
      const { kind, created, fitSeconds, note } = readCard(paths.scorerCard, catalogue);
      const took = fitSeconds === undefined ? "" : ` in ${fitSeconds.toFixed(1)} s`;
      return `${kind}, made ${day(created)}${took}${note === undefined ? "" : ` (${note})`}`;
    }),
    ...(catalogue.scale === undefined
      ? []
      : [
          await told("rater", () => {
            openRater(paths.rater, origin);
            return "fitted on these ratings";
          }),
        ]),
    await told("text index", async () => {
      const expected = { dataset: manifest.name, source: origin.source, items: catalogue.size };
      const { vectors } = await loadTextVectors(paths.vectors, expected);
      return `${vectors.dimensions} dimensions`;
    }),
  ];
}

async function told(name: Artefact["name"], look: () => string | Promise<string>): Promise<Artefact> {
  try {
    return { name, state: "ok", what: await look() };
  } catch (error) {
    if (!(error instanceof CiceroneError)) throw error;
    const absent = ["vectors-missing", "scorer-missing", "no-rater"].includes(error.code);
    const what = absent ? "not there: made when it is first needed" : error.message;
    return { name, state: absent ? "absent" : "stale", what, ...(absent ? {} : { advice: error.hint }) };
  }
}

/** Bytes of all files below a folder. */
export function sizeOnDisk(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function day(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
