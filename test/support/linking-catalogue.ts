import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { FacetDeclaration, type Noun } from "../../memory/items/facet.ts";
import { catalogueOf } from "./catalogue.ts";

export interface NamedThing {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly directors: readonly string[];
  readonly original?: string;
  readonly ids?: Readonly<Record<string, string>>;
}

const facets = [
  { name: "year", kind: "year" },
  { name: "director", kind: "people" },
  { name: "original-title", kind: "text" },
].map((facet) => FacetDeclaration.parse(facet));

/** A catalogue of titles with years, people, other titles and identifiers, for what finds them. */
export function namedThings(things: readonly NamedThing[], noun: Noun): Catalogue {
  return catalogueOf(
    things.map(({ id, title, year, directors, original, ids }) => ({
      id: ItemId.parse(id),
      title,
      facets: {
        year,
        director: [...directors],
        ...(original !== undefined && { "original-title": original }),
      },
      ...(ids !== undefined && { identifiers: ids }),
    })),
    facets,
    { name: "mine", noun, scale: { min: 1, max: 5 } },
  );
}
