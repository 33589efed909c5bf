import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { FacetKind } from "../../memory/items/facet.ts";
import { select } from "./best.ts";
import { declaredFacet } from "./constraints.ts";
import type { Request } from "./request.ts";
import type { Retrieved } from "./retriever.ts";

/**
 * The allowed items in the order somebody asked for, true extremes first; equal values by popularity, then by index. Items
 * without the facet have no place in that order and are left out, unless none has it. Throws `unknown-facet`, or
 * `facet-without-order` where the facet holds no numbers.
 */
export function inOrder(
  catalogue: Catalogue,
  sort: NonNullable<Request["sort"]>,
  allowed: Uint8Array,
  limit: number,
): Retrieved[] {
  const column = orderedColumn(catalogue, sort.facet);
  const sign = sort.direction === "ascending" ? -1 : 1;
  const score = (index: number): number => sign * (column[index] ?? Number.NaN);
  const popularity = (index: number): number => catalogue.statistics(index).popularity;
  const compare = (a: number, b: number): number =>
    score(b) - score(a) || popularity(b) - popularity(a) || a - b;
  const isWorse = (a: number, b: number): boolean => compare(a, b) > 0;
  const valued = select(allowed, limit, isWorse, (index) => !Number.isNaN(score(index)));
  const chosen = valued.length > 0 ? valued : select(allowed, limit, isWorse);
  return Array.from(chosen)
    .sort(compare)
    .map((index) => ({ index, score: score(index) }));
}

const ORDERED: ReadonlySet<FacetKind> = new Set<FacetKind>(["number", "year"]);

function orderedColumn(catalogue: Catalogue, name: string): Float64Array {
  const { kind } = declaredFacet(catalogue, name);
  if (ORDERED.has(kind)) return catalogue.column(name);
  const ordered = catalogue.facets.filter((facet) => ORDERED.has(facet.kind)).map((facet) => facet.name);
  throw new CiceroneError("facet-without-order", `"${name}" is a ${kind} facet and has no order`, {
    hint: `facets with one: ${ordered.join(", ") || "none"}`,
  });
}
