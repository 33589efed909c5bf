import { CiceroneError } from "../../memory/errors.ts";
import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Entry } from "../../memory/users/exports/entry.ts";
import { linkRecords } from "../../tools/linking/linker.ts";
import type { Unmatched } from "./unmatched.ts";

export interface Matched {
  readonly entry: Entry;
  readonly item: ItemId;
  /** `chosen`: a person filled the item in. */
  readonly how: "chosen" | "id" | "title";
}

export interface LinkedEntries {
  readonly matched: readonly Matched[];
  readonly unmatched: readonly Unmatched[];
}

/**
 * Entries with their items.
 *
 * @param named finds the item that a person wrote down, by id or by title; throws CiceroneError where there is none or are several
 */
export function linkEntries(
  catalogue: Catalogue,
  entries: readonly Entry[],
  named: (catalogue: Catalogue, name: string) => ItemId,
  signal?: AbortSignal,
): LinkedEntries {
  const matched: Matched[] = [];
  const unmatched: Unmatched[] = [];
  const links = linkRecords(catalogue, entries, signal);
  entries.forEach((entry, at) => {
    if (entry.item !== undefined) {
      const chosen = chosenItem(catalogue, entry.item, named);
      if (typeof chosen === "string") unmatched.push({ entry, why: chosen, candidates: [] });
      else matched.push({ entry, item: chosen.item, how: "chosen" });
      return;
    }
    const link = links[at];
    if (link === undefined) return;
    if (link.how === "none") unmatched.push({ entry, why: link.why, candidates: link.candidates });
    else matched.push({ entry, item: catalogue.id(link.item), how: link.how });
  });
  return { matched, unmatched: unlike(unmatched) };
}

function chosenItem(
  catalogue: Catalogue,
  name: string,
  named: (catalogue: Catalogue, name: string) => ItemId,
): { readonly item: ItemId } | string {
  const id = ItemId.safeParse(name);
  if (id.success && catalogue.indexOf(id.data) !== undefined) return { item: id.data };
  try {
    return { item: named(catalogue, name) };
  } catch (error) {
    if (error instanceof CiceroneError) return error.message;
    throw error;
  }
}

/** Ratings, diary and reviews tell of one film three times: in the list to correct it stands once for each different thing told. */
function unlike(rows: readonly Unmatched[]): Unmatched[] {
  const found = new Map<string, Unmatched>();
  for (const row of rows) {
    const { line: _line, source: _source, ...told } = row.entry;
    const key = JSON.stringify(told);
    if (!found.has(key)) found.set(key, row);
  }
  return [...found.values()];
}
