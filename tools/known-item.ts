import { CiceroneError } from "../memory/errors.ts";
import type { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";

/** The catalogue index of an item that was asked about. Throws CiceroneError `unknown-item` where the catalogue has none such. */
export function knownItem(catalogue: Pick<Catalogue, "indexOf" | "name" | "noun">, id: ItemId): number {
  const index = catalogue.indexOf(id);
  if (index !== undefined) return index;
  throw new CiceroneError(
    "unknown-item",
    `${catalogue.name} has no ${catalogue.noun.one} with the id "${id}"`,
    {
      hint: "ids come from retrieve, or from the items of an answer; titles are not ids",
    },
  );
}
