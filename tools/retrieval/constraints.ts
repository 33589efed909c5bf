import { distance } from "fastest-levenshtein";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { type Condition, type Constraint, conditionsOf } from "../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../memory/items/facet.ts";
import { narrowBy } from "./mask-words.ts";

/** The declaration of a facet somebody named. Throws `unknown-facet` with the nearest names. */
export function declaredFacet(catalogue: Catalogue, name: string): FacetDeclaration {
  const facet = catalogue.facet(name);
  if (facet !== undefined) return facet;
  throw new CiceroneError("unknown-facet", `${catalogue.name} has no facet "${name}"`, {
    hint: `nearest: ${nearestNames(catalogue, name).join(", ") || "none; it declares no facets"}`,
  });
}

/**
 * The constraints that can be tested here. What memory holds of another import may name a facet or values that are here no
 * more: that is passed over. Whoever asks for values none of which exists has misspelt them and is told so; `none-of` rules
 * out what there is and may name anything.
 * @throws CiceroneError `unknown-facet`, `unknown-value`, each with the nearest names
 */
export function knownConstraints(catalogue: Catalogue, constraints: readonly Constraint[]): Constraint[] {
  return constraints.filter((constraint) => {
    const remembered = constraint.source === "profile";
    return conditionsOf(constraint).every((condition) => isKnown(catalogue, condition, remembered));
  });
}

function isKnown(catalogue: Catalogue, condition: Condition, remembered: boolean): boolean {
  if (remembered && catalogue.facet(condition.facet) === undefined) return false;
  const facet = declaredFacet(catalogue, condition.facet);
  const unknown = unknownValues(catalogue, facet, condition);
  if (unknown.length > 0 && !remembered) throw unknownValue(catalogue, facet, unknown);
  return unknown.length === 0;
}

/** One mask for each constraint, in order. Throws as `declaredFacet` does, and as the catalogue does where a test does not fit its facet. */
export function constraintMasks(catalogue: Catalogue, constraints: readonly Constraint[]): Uint8Array[] {
  return constraints.map((constraint) => {
    for (const { facet } of conditionsOf(constraint)) declaredFacet(catalogue, facet);
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
  for (const mask of masks) narrowBy(all, mask);
  for (const index of excluded) all[index] = 0;
  return all;
}

const WITH_VOCABULARY: readonly FacetDeclaration["kind"][] = ["category", "tags", "people"];

/** The values asked for, if the vocabulary has none of them; else nothing. */
function unknownValues(
  catalogue: Catalogue,
  { name, kind }: FacetDeclaration,
  { test }: Condition,
): readonly string[] {
  if (test.op !== "any-of" && test.op !== "all-of") return [];
  const known = (value: string): boolean => catalogue.having(name, value).length > 0;
  return !WITH_VOCABULARY.includes(kind) || test.values.some(known) ? [] : test.values;
}

function unknownValue(
  catalogue: Catalogue,
  facet: FacetDeclaration,
  values: readonly string[],
): CiceroneError {
  const choices = catalogue.values(facet.name).map(({ value }) => ({
    name: value,
    spellings: [value, ...(facet.synonyms[value] ?? [])],
  }));
  const near = [...new Set(values.flatMap((value) => nearestOf(choices, value)))];
  const named = values.map((value) => `"${value}"`).join(", ");
  return new CiceroneError("unknown-value", `nothing in ${catalogue.name} has ${facet.name} ${named}`, {
    hint: `nearest: ${near.join(", ") || "none; nothing has a value"}`,
  });
}

function nearestNames(catalogue: Catalogue, name: string): string[] {
  const choices = catalogue.facets.map((facet) => ({
    name: facet.name,
    spellings: [facet.name, ...facet.aliases],
  }));
  return nearestOf(choices, name);
}

interface Choice {
  readonly name: string;
  readonly spellings: readonly string[];
}

function nearestOf(choices: readonly Choice[], asked: string): string[] {
  const folded = asked.toLowerCase();
  const away = ({ spellings }: Choice): number =>
    Math.min(...spellings.map((one) => distance(one.toLowerCase(), folded)));
  return choices
    .map((choice) => ({ name: choice.name, away: away(choice) }))
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}
