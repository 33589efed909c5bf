import { closest } from "fastest-levenshtein";
import { z } from "zod";
import { CiceroneError } from "../memory/errors.ts";
import { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { FacetValue } from "../memory/items/item.ts";
import { facetName, sayValue } from "./explaining/facet-words.ts";
import { knownItem } from "./known-item.ts";
import type { AgentTool } from "./tool.ts";

export const LookUpInput = z.strictObject({
  items: z.array(ItemId).min(1),
  /** Facet names or their aliases; "text" is the prose; empty = everything there is, text included. */
  facets: z.array(z.string()).default([]),
});

/** What the catalogue says about one item. A facet that was asked for and is absent is in `missing`, never made up. */
export interface LookUp {
  readonly item: ItemId;
  readonly title: string;
  readonly facets: Readonly<Record<string, FacetValue>>;
  readonly text: string | undefined;
  readonly missing: readonly string[];
}

const TEXT = "text";

/** Reads facts of items. Throws `unknown-facet` with the nearest facet, `unknown-item`. */
export function createLookUpTool({
  catalogue,
}: {
  readonly catalogue: Catalogue;
}): AgentTool<typeof LookUpInput, readonly LookUp[]> {
  const names = catalogue.facets.map(({ name }) => name);
  const measures = catalogue.measures.map(({ name }) => name);
  return {
    name: "look-up",
    description:
      `Reads what the catalogue says about ${catalogue.noun.many}: ${[...names, ...measures, TEXT].join(", ")}. ` +
      "Without facets: everything. What it does not know is in `missing`.",
    schema: LookUpInput,
    async run({ items, facets }, signal) {
      signal?.throwIfAborted();
      const asked =
        facets.length === 0 ? [...names, TEXT] : facets.map((facet) => namedFacet(catalogue, facet));
      return items.map((id) => lookUp(catalogue, id, [...new Set(asked)], facets.length > 0));
    },
    tell: (output) => output.map((found) => tellOne(catalogue, found)).join("\n\n"),
  };
}

/**
 * The name of a facet that is called so, by name or alias, in any case; "text" for the prose.
 *
 * @throws CiceroneError `unknown-facet` with the nearest name
 */
export function namedFacet(
  catalogue: Pick<Catalogue, "facets" | "measures" | "name">,
  called: string,
): string {
  const wanted = called.trim().toLowerCase();
  const known = [...catalogue.facets, ...catalogue.measures];
  const facet =
    known.find(({ name }) => name === wanted) ??
    known.find(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === wanted));
  if (facet !== undefined) return facet.name;
  if (wanted === TEXT) return TEXT;
  const spoken = new Map(
    known.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [alias, name])),
  );
  const nearest = spoken.size === 0 ? TEXT : (spoken.get(closest(wanted, [...spoken.keys()])) ?? TEXT);
  throw new CiceroneError("unknown-facet", `${catalogue.name} has no facet "${called}"`, {
    hint: `did you mean ${nearest}? There are: ${[...known.map(({ name }) => name), TEXT].join(", ")}`,
  });
}

function lookUp(catalogue: Catalogue, id: ItemId, asked: readonly string[], explicit: boolean): LookUp {
  const index = knownItem(catalogue, id);
  const facets: Record<string, FacetValue> = {};
  const missing: string[] = [];
  for (const facet of asked.filter((name) => name !== TEXT || catalogue.facet(TEXT) !== undefined)) {
    const value = catalogue.value(index, facet);
    if (value !== undefined && (!Array.isArray(value) || value.length > 0)) facets[facet] = value;
    else if (explicit) missing.push(facet);
  }
  const text = asked.includes(TEXT) ? catalogue.text(index) : undefined;
  if (explicit && asked.includes(TEXT) && text === undefined && !(TEXT in facets)) missing.push(TEXT);
  return { item: id, title: catalogue.title(index), facets, text, missing: [...new Set(missing)] };
}

function tellOne(catalogue: Catalogue, { title, facets, text, missing }: LookUp): string {
  const known = Object.entries(facets).map(([name, value]) => {
    const facet = catalogue.facet(name);
    return facet === undefined ? `${name}: ${value}` : `${facetName(facet)}: ${sayValue(facet, value)}`;
  });
  const unknown = missing.map((name) => `${name}: not known`);
  return [title, ...known, ...(text === undefined ? [] : [text]), ...unknown].join("\n");
}
