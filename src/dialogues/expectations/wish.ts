import { facetNamed, parseWhere } from "../../where.ts";
import { plainConditions } from "../conditions.ts";
import { listed, type Reader } from "./judge.ts";

/** Exactly these constraints, by what they mean. */
export const constraints: Reader<readonly string[]> = (wanted, { catalogue }) => {
  const conditions = plainConditions(
    wanted.map((condition) => parseWhere(catalogue, condition)),
    catalogue,
  );
  return (seen) => difference(conditions, seen.constraints);
};

export const like: Reader<readonly string[]> = (wanted, { names }) => {
  const examples = wanted.map((title) => names.name(names.item(title)));
  return (seen) => difference(examples, seen.like);
};

/** Facets on which constraints were let go. */
export const relaxed: Reader<readonly string[]> = (wanted, { catalogue }) => {
  const facets = wanted.map((name) => facetNamed(catalogue, name).name);
  return (seen) => difference(facets, seen.relaxed);
};

function difference(wanted: readonly string[], found: readonly string[]): string | undefined {
  const same = wanted.every((one) => found.includes(one)) && found.every((one) => wanted.includes(one));
  return same ? undefined : listed(found);
}
