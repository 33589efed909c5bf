import type { Catalogue } from "../../memory/items/catalogue.ts";

/** What is said and drawn of a catalogue. What is over keeps this, and not the catalogue, which may be closed and large. */
export type CatalogueFace = Pick<Catalogue, "name" | "noun" | "facets" | "size" | "simulated" | "scale">;

export function faceOf({ name, noun, facets, size, simulated, scale }: Catalogue): CatalogueFace {
  return { name, noun, facets, size, simulated, scale };
}
