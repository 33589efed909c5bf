import { createHash } from "node:crypto";
import type { z } from "zod";
import { refuseBuiltInName } from "../memory/datasets/built-in-names.ts";
import type { DatasetHead } from "../memory/datasets/descriptor.ts";
import type { GivenInteraction, GivenItem } from "../memory/datasets/importing/import-items.ts";
import { isImported, openDataset } from "../memory/datasets/open-dataset.ts";
import { CiceroneError } from "../memory/errors.ts";

/** A catalogue handed over in memory: the head of a dataset descriptor, its items and, where there are any, interactions. */
export interface OwnCatalogue extends Omit<z.input<typeof DatasetHead>, "about"> {
  readonly about?: string;
  readonly items: readonly GivenItem[];
  readonly interactions?: readonly GivenInteraction[];
}

/** Imports it below the home unless exactly these rows lie there already. Returns the dataset's name. Throws `reserved-name`. */
export async function importOwn(
  own: OwnCatalogue,
  options: { readonly home: string; readonly clock: () => number; readonly signal?: AbortSignal | undefined },
): Promise<string> {
  refuseBuiltInName(own.name);
  const { items, interactions = [], ...given } = own;
  const head = {
    about: `${items.length} ${given.noun?.many ?? "items"} handed over by a program.`,
    ...given,
  };
  const sha256 = createHash("sha256")
    .update(JSON.stringify([head, items, interactions]))
    .digest("hex");
  if (isImported(options.home, own.name) && holds(options.home, own.name, sha256)) return own.name;
  // Loaded only when there is something to import: DuckDB is the largest of all packages.
  const { importItems } = await import("../memory/datasets/importing/import-items.ts");
  await importItems({
    head,
    items,
    interactions,
    sources: [{ file: "in-process", bytes: 0, sha256 }],
    ...options,
  });
  return own.name;
}

/** Whether exactly these rows lie there. What an earlier version left, or what is damaged, is none of them: it is imported again. */
function holds(home: string, name: string, sha256: string): boolean {
  try {
    const { manifest, catalogue } = openDataset(home, name);
    catalogue.close();
    return manifest.sources.some((source) => source.sha256 === sha256);
  } catch (error) {
    if (error instanceof CiceroneError && error.code === "foreign-snapshot") return false;
    throw error;
  }
}
