import { distance } from "fastest-levenshtein";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Constraint } from "../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../memory/items/facet.ts";

/** The declaration of a facet somebody named. Throws `unknown-facet` with the nearest names. */
export function declaredFacet(catalogue: Catalogue, name: string): FacetDeclaration {
  const facet = catalogue.facet(name);
  if (facet !== undefined) return facet;
  throw new CiceroneError("unknown-facet", `${catalogue.name} has no facet "${name}"`, {
    hint: `nearest: ${nearestNames(catalogue, name).join(", ") || "none; it declares no facets"}`,
  });
}

/** One mask for each constraint, in order. Throws as `declaredFacet` does, and as the catalogue does where a test does not fit its facet. */
export function constraintMasks(catalogue: Catalogue, constraints: readonly Constraint[]): Uint8Array[] {
  return constraints.map((constraint) => {
    declaredFacet(catalogue, constraint.facet);
    return catalogue.satisfying(constraint);
  });
}

/** 1 where every mask is 1 and the item is not excluded. */
export function intersect(
  size: number,
  masks: readonly Uint8Array[],
  excluded: ReadonlySet<number>,
): Uint8Array {
  const all = new Uint8Array(size).fill(1);
  for (const mask of masks) {
    for (let index = 0; index < size; index += 1) all[index] = (all[index] ?? 0) & (mask[index] ?? 0);
  }
  for (const index of excluded) all[index] = 0;
  return all;
}

function nearestNames(catalogue: Catalogue, name: string): string[] {
  const folded = name.toLowerCase();
  const spelled = (facet: FacetDeclaration): number =>
    Math.min(...[facet.name, ...facet.aliases].map((one) => distance(one.toLowerCase(), folded)));
  return catalogue.facets
    .map((facet) => ({ name: facet.name, away: spelled(facet) }))
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map((facet) => facet.name);
}
