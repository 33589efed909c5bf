import { CiceroneError } from "../../../memory/errors.ts";
import type { FacetDeclaration } from "../../../memory/items/facet.ts";
import { facetNamed } from "../../where.ts";
import { idsOf, type Reader } from "./judge.ts";

/** "runtime ascending": each item's number is at least, or at most, that of the one before. */
export const order: Reader<string> = (wanted, { catalogue }) => {
  const [name = "", direction = ""] = wanted.split(" ");
  const facet = facetNamed(catalogue, name);
  if (!isOrdered(facet))
    throw unordered(facet, [...catalogue.facets, ...catalogue.measures].filter(isOrdered));
  const sign = direction === "ascending" ? 1 : -1;
  return (seen) => {
    const numbers = idsOf(seen).map((id) => {
      const index = catalogue.indexOf(id);
      return index === undefined ? undefined : catalogue.value(index, facet.name);
    });
    if (numbers.length === 0) return "nothing is recommended";
    const holds = numbers.every((number, at) => {
      const before = numbers[at - 1];
      return typeof number === "number" && (typeof before !== "number" || sign * (number - before) >= 0);
    });
    return holds ? undefined : numbers.map((number) => number ?? "none").join(", ");
  };
};

function isOrdered({ kind }: FacetDeclaration): boolean {
  return kind === "number" || kind === "year";
}

function unordered({ name }: FacetDeclaration, ordered: readonly FacetDeclaration[]): CiceroneError {
  return new CiceroneError("usage-order", `${name} has no order.`, {
    hint: `There are ${ordered.map((facet) => facet.name).join(", ")}.`,
  });
}
