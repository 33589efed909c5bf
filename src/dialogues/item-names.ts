import { CiceroneError } from "../../memory/errors.ts";
import type { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { itemNamed } from "../item-named.ts";

/** The two ways between items and their names in a dialogue. */
export interface ItemNames {
  /** The item with exactly this title or id, else as a command line finds it. Throws `title-not-found`, `usage-ambiguous-title`. */
  readonly item: (name: string) => ItemId;
  /** A name that finds exactly this item: its title, with the year where others share it, else its id. */
  readonly name: (item: ItemId) => string;
}

/** Titles are indexed at the first look, so that many expectations are read quickly. */
export function itemNames(catalogue: Catalogue): ItemNames {
  let indexed: ReadonlyMap<string, readonly number[]> | undefined;
  const titled = (title: string): readonly number[] => {
    indexed ??= Map.groupBy(
      Array.from({ length: catalogue.size }, (_, index) => index),
      (index) => catalogue.title(index),
    );
    return indexed.get(title) ?? [];
  };
  const item = (name: string): ItemId => {
    const [only, ...others] = titled(name);
    return only === undefined || others.length > 0 ? itemNamed(catalogue, name) : catalogue.id(only);
  };
  const name = (id: ItemId): string => {
    const index = catalogue.indexOf(id);
    if (index === undefined) return id;
    const title = catalogue.title(index);
    return namesOf(catalogue, index, title).find((candidate) => finds(item, candidate, id)) ?? id;
  };
  return { item, name };
}

function namesOf(catalogue: Catalogue, index: number, title: string): readonly string[] {
  const facet = catalogue.facets.find(({ kind }) => kind === "year");
  const year = facet === undefined ? undefined : catalogue.value(index, facet.name);
  return year === undefined ? [title] : [title, `${title} (${year})`];
}

function finds(item: ItemNames["item"], name: string, id: ItemId): boolean {
  try {
    return item(name) === id;
  } catch (error) {
    if (error instanceof CiceroneError) return false;
    throw error;
  }
}
