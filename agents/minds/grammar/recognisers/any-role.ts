import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Condition } from "../../../../memory/items/constraint.ts";
import type { Entry } from "../vocabulary-entry.ts";

/** Somebody named without a role is meant in any: "a Clint Eastwood film" may be by him or with him. */
export function inAnyRole(entry: Entry, catalogue: Catalogue): Entry {
  if (!entry.person || entry.or !== undefined) return entry;
  const test: Condition["test"] = { op: "any-of", values: [...entry.values] };
  const or = catalogue.facets
    .filter(({ name, kind }) => kind === "people" && name !== entry.facet)
    .filter(({ name }) => entry.values.some((value) => catalogue.having(name, value).length > 0))
    .map(({ name }): Condition => ({ facet: name, test }));
  return or.length === 0 ? entry : { ...entry, or };
}
