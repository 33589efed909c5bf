import type { FacetDeclaration } from "../../memory/items/facet.ts";
import type { FacetValue } from "../../memory/items/item.ts";

const CONNECTIVE = /^(?:\p{L}+ )?(?:by|with|from|in|starring|featuring)$/u;
/** Tags are told of more loosely ("about", "set in", "spoken in"): only origin reads well before any of them. */
const TAG_CONNECTIVE = /^(?:made|produced) (?:in|by|from|of|with)$/u;
const ASKING = /^(?:who|what|when|where|which|how|in)\b/u;

/**
 * The words that join an item to a value of the facet, from its aliases: "directed by", "starring", "made in". Undefined
 * where no alias is of that form: such values stand by themselves ("Crime", "Moisturizer").
 */
export function connective(facet: FacetDeclaration): string | undefined {
  const form = facet.kind === "tags" ? TAG_CONNECTIVE : CONNECTIVE;
  const fitting = facet.aliases.filter((alias) => form.test(alias) && !ASKING.test(alias));
  return fitting.find((alias) => alias.includes(" ") || alias.length > 4) ?? fitting[0];
}

/** What people call the facet. */
export function facetName(facet: FacetDeclaration): string {
  return facet.aliases[0] ?? facet.name;
}

/** A value as it is said: "106 min", "1997", "Crime and Drama". */
export function sayValue(facet: FacetDeclaration, value: FacetValue): string {
  if (typeof value === "number") return sayNumber(facet, value);
  return typeof value === "string" ? value : sayList(value);
}

export function sayNumber(facet: FacetDeclaration, value: number): string {
  if (facet.kind === "year") return String(value);
  const number = value.toLocaleString("en-US", { maximumFractionDigits: 2 });
  return facet.unit === undefined ? number : `${number} ${facet.unit}`;
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "a", "a and b", "a, b and c". */
export function sayList(parts: Iterable<string>): string {
  return AND.format(parts);
}

/** "1st", "2nd", "37th". */
export function sayOrdinal(rank: number): string {
  const ending = { one: "st", two: "nd", few: "rd" }[ORDINAL.select(rank) as "one" | "two" | "few"] ?? "th";
  return `${rank.toLocaleString("en-US")}${ending}`;
}

const ORDINAL = new Intl.PluralRules("en", { type: "ordinal" });

/** The values of a category, tags or people facet as a list; numbers and prose have none. */
export function listed(facet: FacetDeclaration, value: FacetValue | undefined): readonly string[] {
  if (value === undefined || typeof value === "number" || facet.kind === "text") return [];
  return typeof value === "string" ? [value] : value;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
