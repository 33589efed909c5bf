import type { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { ArchivedItem } from "../../memory/users/full-archive.ts";

/** Facets whose names say who made a thing; where there is none of them, all people of it. */
const MAKERS = /^(?:director|author|creator|artist|writer)s?$/;

/** What a catalogue says of items, by id, so that another catalogue finds them. Unknown ones are left out. */
export function describeItems(catalogue: Catalogue, items: readonly ItemId[]): Record<ItemId, ArchivedItem> {
  const year = catalogue.facets.find(({ kind }) => kind === "year")?.name;
  const people = catalogue.facets.filter(({ kind }) => kind === "people").map(({ name }) => name);
  const makers = people.filter((name) => MAKERS.test(name)).slice(0, 1);
  const described: Record<ItemId, ArchivedItem> = {};
  for (const id of items) {
    const index = catalogue.indexOf(id);
    if (index === undefined) continue;
    const made = year === undefined ? undefined : catalogue.value(index, year);
    described[id] = {
      title: catalogue.title(index),
      ...(typeof made === "number" && { year: made }),
      people: (makers.length > 0 ? makers : people)
        .flatMap((facet) => catalogue.value(index, facet) ?? [])
        .map(String),
      identifiers: { ...catalogue.identifiers(index) },
    };
  }
  return described;
}
