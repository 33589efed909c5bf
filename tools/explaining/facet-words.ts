import type { FacetDeclaration } from "../../memory/items/facet.ts";
import type { FacetValue } from "../../memory/items/item.ts";
import { decimal } from "./decimal.ts";

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

/** Names that are common nouns in part take an article: "the United States", "the Czech Republic". */
const WITH_ARTICLE =
  /^(?!the )(?:.* )?(?:States|Kingdom|Republic|Union|Emirates|Islands|Netherlands|Philippines)(?: of .*)?$/iu;

/** Values behind the words that join them: "directed by Michael Mann", "made in the United States or Canada". */
export function linked(link: string, values: readonly string[], last: "and" | "or" = "and"): string {
  const place = /\b(?:in|from)$/u.test(link);
  const words = values.map((value) => (place && WITH_ARTICLE.test(value) ? `the ${value}` : value));
  return `${link} ${last === "and" ? sayList(words) : OR.format(words)}`;
}

/** What people call the facet: its first alias, else its name. */
export function facetName(facet: FacetDeclaration): string {
  return facet.aliases[0] ?? facet.name.replaceAll("-", " ");
}

const KIND = /^(?:kind|type|sort|genre|style|category|department)(?: of .*)?$/u;

/** Whether values say what an item is ("Western", "Moisturizer"), and so stand before the noun. */
export function isKind(facet: FacetDeclaration | undefined): boolean {
  if (facet === undefined || (facet.kind !== "category" && facet.kind !== "tags")) return false;
  return facet.aliases.some((alias) => KIND.test(alias));
}

/** A value as it stands within a sentence: what an item is gets no capitals, "sci-fi", "TV movie"; names keep theirs. */
export function inSentence(facet: FacetDeclaration | undefined, value: string): string {
  if (!isKind(facet)) return value;
  return value.replace(/(?<![\p{L}\p{N}.])\p{Lu}\p{Ll}+(?![\p{L}\p{N}.])/gu, (word) => word.toLowerCase());
}

/** A value as it is said: "106 min", "1997", "crime and drama". */
export function sayValue(facet: FacetDeclaration, value: FacetValue): string {
  if (typeof value === "number") return sayNumber(facet, value);
  return typeof value === "string"
    ? inSentence(facet, value)
    : sayList(value.map((one) => inSentence(facet, one)));
}

/** "1997", "720 BC", "106 min", "$12.50". */
export function sayNumber(facet: FacetDeclaration, value: number): string {
  if (facet.kind === "year") return value < 0 ? `${-value} BC` : String(value);
  const number = decimal(value, 2);
  const currency = CURRENCIES[facet.unit ?? ""];
  if (currency !== undefined) return `${currency}${number}`;
  return facet.unit === undefined ? number : `${number} ${facet.unit}`;
}

/** Units that are said before the number, by their sign. */
const CURRENCIES: Readonly<Record<string, string>> = {
  USD: "$",
  EUR: "€",
  GBP: "£",
  $: "$",
  "€": "€",
  "£": "£",
};

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });
const OR = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** "a", "a and b", "a, b and c". */
export function sayList(parts: Iterable<string>): string {
  return AND.format(parts);
}

/** "1st", "2nd", "37th". */
export function sayOrdinal(rank: number): string {
  const ending = { one: "st", two: "nd", few: "rd" }[ORDINAL.select(rank) as "one" | "two" | "few"] ?? "th";
  return `${decimal(rank)}${ending}`;
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

/** "shorter" → "shortest", "more recent" → "most recent", "cheaper" → "cheapest". */
export function superlative(comparative: string): string {
  return comparative
    .replace(/^more\b/u, "most")
    .replace(/^less\b/u, "least")
    .replace(/^better\b/u, "best")
    .replace(/^worse\b/u, "worst")
    .replace(/er$/u, "est");
}
