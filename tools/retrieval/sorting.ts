import type { Catalogue } from "../../memory/items/catalogue.ts";
import { declaredFacet } from "./constraints.ts";
import type { Request } from "./request.ts";
import type { Retrieved } from "./retriever.ts";

/**
 * The allowed items in the order somebody asked for, true extremes first; equal values by popularity, then by index. Items
 * without the facet have no place in that order and are left out, unless none has it. Throws as `declaredFacet` does.
 */
export function inOrder(
  catalogue: Catalogue,
  sort: NonNullable<Request["sort"]>,
  allowed: Uint8Array,
  limit: number,
): Retrieved[] {
  declaredFacet(catalogue, sort.facet, "order");
  const column = catalogue.column(sort.facet);
  const sign = sort.direction === "ascending" ? -1 : 1;
  const every = Array.from(allowed.keys()).filter((index) => allowed[index] === 1);
  const valued = every.filter((index) => !Number.isNaN(column[index] ?? Number.NaN));
  const popularity = (index: number): number => catalogue.statistics(index).popularity;
  return (valued.length > 0 ? valued : every)
    .map((index) => ({ index, score: sign * (column[index] ?? Number.NaN) }))
    .sort((a, b) => b.score - a.score || popularity(b.index) - popularity(a.index) || a.index - b.index)
    .slice(0, limit);
}
