import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import { inSentence, isKind, sayNumber } from "../../../../tools/explaining/facet-words.ts";

/** Wishes that this catalogue can grant, made from its facets and their commonest values. */
export function wishesOf(catalogue: Catalogue): string[] {
  return [valueAndNumber(catalogue), person(catalogue), years(catalogue)]
    .filter((example) => example !== undefined)
    .map((example) => `“${example}”`);
}

function first(
  catalogue: Catalogue,
  kinds: readonly FacetDeclaration["kind"][],
): FacetDeclaration | undefined {
  return catalogue.facets.find(({ kind }) => kinds.includes(kind));
}

function valueAndNumber(catalogue: Catalogue): string | undefined {
  const tags = first(catalogue, ["tags"]) ?? first(catalogue, ["category"]);
  const value = tags && catalogue.values(tags.name)[0]?.value;
  const limit = numberLimit(catalogue);
  if (tags === undefined || value === undefined) return limit;
  const kind = isKind(tags) ? `${inSentence(tags, value)} ${catalogue.noun.many}` : value;
  return limit === undefined ? kind : `${kind} ${limit}`;
}

/** "under 120 min": the middle of a number facet, rounded to two figures. */
function numberLimit(catalogue: Catalogue): string | undefined {
  const facet = first(catalogue, ["number"]);
  const middle = facet && median(catalogue, facet.name);
  return facet === undefined || middle === undefined
    ? undefined
    : `under ${sayNumber(facet, Number(middle.toPrecision(2)))}`;
}

function person(catalogue: Catalogue): string | undefined {
  const facet = first(catalogue, ["people"]) ?? first(catalogue, ["category"]);
  const name = facet && catalogue.values(facet.name)[0]?.value;
  if (facet === undefined || name === undefined) return undefined;
  const by = facet.aliases.some((alias) => /\bby$/u.test(alias)) ? "by" : "with";
  return `anything ${by} ${name}`;
}

function years(catalogue: Catalogue): string | undefined {
  const facet = first(catalogue, ["year"]);
  const middle = facet && median(catalogue, facet.name);
  return middle === undefined ? undefined : `something from the ${Math.floor(middle / 10) * 10}s`;
}

/** What can be said of a list: "“older” or “not the first one”". */
export function critiqueOf(catalogue: Catalogue): string {
  const comparative = catalogue.facets.flatMap(({ lower }) => lower.slice(0, 1))[0];
  return comparative === undefined ? "“not the first one”" : `“${comparative}” or “not the first one”`;
}

/** Measured once: a million numbers take a while to sort. */
const MEDIANS = new WeakMap<Catalogue, Map<string, number | undefined>>();

function median(catalogue: Catalogue, facet: string): number | undefined {
  const measured = MEDIANS.get(catalogue) ?? new Map<string, number | undefined>();
  MEDIANS.set(catalogue, measured);
  if (measured.has(facet)) return measured.get(facet);
  const known = catalogue
    .column(facet)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const middle = known[Math.floor(known.length / 2)];
  measured.set(facet, middle);
  return middle;
}
