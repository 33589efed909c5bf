import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Constraint } from "../../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import type { FacetValue } from "../../../../memory/items/item.ts";
import type { FactSubject } from "../../../../memory/users/profile.ts";
import { listed, numeral } from "./wording.ts";

/** What we call a facet: its first alias, else its name. */
export function facetName(facet: FacetDeclaration): string {
  return facet.aliases[0] ?? facet.name.replaceAll("-", " ");
}

/** A value as one says it: "170 min", "Crime and Drama", "1995". */
export function valueWords(facet: FacetDeclaration | undefined, value: FacetValue): string {
  if (Array.isArray(value)) return listed(value);
  if (typeof value === "string") return value;
  if (facet?.kind === "year") return String(value);
  return facet?.unit === undefined ? numeral(value) : `${numeral(value)} ${facet.unit}`;
}

/** "under 120 min", "from 90 to 120 min", "from the 1990s", "from 1990 on". */
export function rangeWords(
  facet: FacetDeclaration | undefined,
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
): string {
  const year = facet?.kind === "year";
  const say = (value: number): string => valueWords(facet, value);
  if (min !== undefined && max !== undefined) {
    if (year && min % 10 === 0 && max === min + 9) return `from the ${min}s`;
    if (min === max) return year ? `from ${min}` : say(min);
    return `from ${year ? min : numeral(min)} to ${say(max)}`;
  }
  if (max !== undefined) return year ? `from ${max} or before` : `at most ${say(max)}`;
  if (min !== undefined) return year ? `from ${min} on` : `at least ${say(min)}`;
  return facet === undefined ? "any" : `any ${facetName(facet)}`;
}

/** How somebody is named with what they did: "directed by", "with". */
function connective(facet: FacetDeclaration): string {
  const words = facet.aliases.map((alias) => alias.toLowerCase());
  return (
    words.find((alias) => alias === "starring" || alias === "featuring") ??
    words.find((alias) => /^\w+ (?:by|with)$/u.test(alias)) ??
    words.find((alias) => alias === "by" || alias === "with") ??
    facetName(facet)
  );
}

/** A constraint in our words: "Sci-Fi", "directed by Akira Kurosawa", "under two hours", "not Horror". */
export function constraintWords(constraint: Constraint, catalogue: Catalogue): string {
  const facet = catalogue.facet(constraint.facet);
  const { test } = constraint;
  const named = (values: readonly string[], last: string): string => {
    const words = listed(values, last);
    return facet?.kind === "people" ? `${connective(facet)} ${words}` : words;
  };
  switch (test.op) {
    case "any-of":
      return named(test.values, "or");
    case "all-of":
      return named(test.values, "and");
    case "none-of":
      return `not ${named(test.values, "or")}`;
    case "between":
      return isMeasure(constraint) ? constraint.said : rangeWords(facet, test);
    case "outside":
      return `not ${rangeWords(facet, test)}`;
  }
}

/** What they said of it, where that is a phrase and not a sentence; else our words. */
export function saidWords(constraint: Constraint, catalogue: Catalogue): string {
  const { op } = constraint.test;
  const exact =
    op === "any-of" || op === "all-of" ? isPhrase(constraint) : op === "between" && isMeasure(constraint);
  return exact ? constraint.said : constraintWords(constraint, catalogue);
}

const AMOUNT =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|an|hundred|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/iu;

/** A phrase that says how much, and so can stand for the bounds: "under two hours", not "shorter" or "long". */
function isMeasure(constraint: Constraint): boolean {
  return isPhrase(constraint) && AMOUNT.test(constraint.said);
}

const LONGEST_PHRASE = 32;

function isPhrase({ said, source }: Constraint): boolean {
  return source === "said" && said.trim() !== "" && said.length <= LONGEST_PHRASE && !/[.!?]/u.test(said);
}

/** What a remembered preference is about: "Horror", "runtime at most 120 min". */
export function subjectWords(subject: FactSubject, catalogue: Catalogue): string {
  const facet = catalogue.facet(subject.facet);
  if (subject.about === "value") return subject.value;
  return `${facet === undefined ? subject.facet : facetName(facet)} ${rangeWords(facet, subject)}`;
}
