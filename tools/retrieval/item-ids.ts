import type { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";

/** Index → id, remembered: an item is put together from all its facets, an answer of 200 candidates needs their ids only. */
export function itemIds(catalogue: Pick<Catalogue, "item">): (index: number) => ItemId {
  const known: ItemId[] = [];
  return (index) => {
    const id = known[index] ?? catalogue.item(index).id;
    known[index] = id;
    return id;
  };
}
