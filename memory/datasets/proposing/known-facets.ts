import type { FacetKind } from "../../items/facet.ts";

/** What is known of a facet by its column's name: what it is called in talk, and how one asks for less and for more. */
export interface KnownFacet {
  readonly name?: string;
  readonly kinds: readonly FacetKind[];
  readonly unit?: string;
  readonly aliases?: readonly string[];
  readonly lower?: readonly string[];
  readonly higher?: readonly string[];
  readonly low?: readonly string[];
  readonly high?: readonly string[];
  readonly strength?: number;
}

/** The facet that a column's name (as `facetName` writes it) stands for; undefined for a name that says nothing. */
export function knownFacet(name: string): KnownFacet | undefined {
  return KNOWN.find(([names]) => names.test(name))?.[1];
}

const KNOWN: readonly (readonly [RegExp, KnownFacet])[] = [
  [
    /^(price|cost|list-price|retail-price|amount|actual-price|discounted-price|msrp)(-|$)/,
    {
      name: "price",
      kinds: ["number"],
      aliases: ["price", "cost", "how much"],
      lower: ["cheaper", "less expensive"],
      higher: ["more expensive", "dearer"],
      low: ["cheap", "inexpensive", "affordable"],
      high: ["expensive", "luxury"],
      strength: 0.6,
    },
  ],
  [
    /^(runtime|duration|running-time|length|playing-time|cook-time|prep-time|total-time|minutes)(-|$)/,
    {
      kinds: ["number"],
      unit: "min",
      aliases: ["length", "how long", "duration", "minutes"],
      lower: ["shorter"],
      higher: ["longer"],
      low: ["short"],
      high: ["long"],
      strength: 0.4,
    },
  ],
  [
    /^(pages|page-count|num-pages|number-of-pages)$/,
    {
      name: "pages",
      kinds: ["number"],
      unit: "pages",
      aliases: ["pages", "length", "how long"],
      lower: ["shorter"],
      higher: ["longer"],
      low: ["short"],
      high: ["long"],
      strength: 0.4,
    },
  ],
  [
    /^(year|release-year|publication-year|published|year-of-publication|release-date|published-date|publish-date|publication-date|released|vintage|start-year|first-published|original-publication-year|air-date|date)$/,
    {
      name: "year",
      kinds: ["year"],
      aliases: ["year", "released", "published", "from the year"],
      lower: ["older", "earlier"],
      higher: ["newer", "more recent", "later"],
      low: ["old", "classic"],
      high: ["new", "recent"],
      strength: 0.5,
    },
  ],
  [
    /^(size|volume|weight|ml|grams|abv|alcohol|calories|kcal)(-|$)/,
    { kinds: ["number"], lower: ["smaller", "lighter"], higher: ["larger", "heavier"], strength: 0.4 },
  ],
  [
    /^(authors?|book-author|writers?|written-by)$/,
    { name: "author", kinds: ["people"], aliases: ["author", "by", "written by", "wrote"], strength: 0.8 },
  ],
  [
    /^(directors?|directed-by)$/,
    { name: "director", kinds: ["people"], aliases: ["director", "directed by", "by"], strength: 0.8 },
  ],
  [
    /^(cast|actors?|starring|stars)$/,
    { name: "cast", kinds: ["people"], aliases: ["cast", "starring", "with", "actor"], strength: 0.8 },
  ],
  [
    /^(artists?|artist-name|bands?|singers?|performers?|composers?|musicians?|designers?|illustrators?|narrators?|creators?|developers?|chef|host)$/,
    { kinds: ["people"], aliases: ["by", "from"], strength: 0.8 },
  ],
  [
    /^(brands?|brand-name|manufacturer|maker|publishers?|label|store|winery|brewery)$/,
    { kinds: ["category"], aliases: ["by", "from", "made by"], strength: 0.7 },
  ],
  [
    /^genres?(-|$)/,
    { name: "genre", kinds: ["tags", "category"], aliases: ["genre", "kind", "type"], strength: 0.6 },
  ],
  [
    /^(categor(y|ies)|main-category|department|type|kind|product-type|sub-?category)$/,
    { kinds: ["category", "tags"], aliases: ["kind", "type", "sort"], strength: 0.6 },
  ],
  [/^(tags?|keywords?|topics?|themes?|moods?|subjects?|shelf|shelves)$/, { kinds: ["tags"], strength: 0.4 }],
  [
    /^(languages?|original-language|lang)$/,
    { name: "language", kinds: ["category", "tags"], aliases: ["language", "in"], strength: 0.6 },
  ],
  [
    /^(countr(y|ies)|origin|country-of-origin|region)$/,
    { kinds: ["category", "tags"], aliases: ["country", "made in", "from"], strength: 0.6 },
  ],
  [/^(colou?rs?|shade)$/, { kinds: ["category", "tags"], aliases: ["colour", "color", "in"], strength: 0.5 }],
  [/^(ingredients?|notes|features|materials?)$/, { kinds: ["tags"], aliases: ["with"], strength: 0.5 }],
];

/** The unit that a column's name ends in: "price_usd", "runtime (min)". */
export function unitInName(name: string): string | undefined {
  return UNITS[/-([a-z]+)$/.exec(name)?.[1] ?? ""];
}

/** The unit that is written beside a number: "$12.99", "120 min". */
export function unitInValue(value: string): string | undefined {
  const sign = /[$€£¥₹]/.exec(value)?.[0];
  if (sign !== undefined) return SIGNS[sign];
  return UNITS[/\d\s*([a-z]+)\.?\s*$/i.exec(value)?.[1]?.toLowerCase() ?? ""];
}

const SIGNS: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR" };

const UNITS: Readonly<Record<string, string>> = {
  usd: "USD",
  dollars: "USD",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  gbp: "GBP",
  inr: "INR",
  jpy: "JPY",
  chf: "CHF",
  min: "min",
  mins: "min",
  minutes: "min",
  hours: "h",
  h: "h",
  sec: "s",
  seconds: "s",
  pages: "pages",
  ml: "ml",
  l: "l",
  cl: "cl",
  g: "g",
  grams: "g",
  kg: "kg",
  oz: "oz",
  kcal: "kcal",
  calories: "kcal",
  km: "km",
  cm: "cm",
  mm: "mm",
  gb: "GB",
  mb: "MB",
};
