import type { ItemId } from "../../../../memory/ids.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Act, ActOf } from "../../../acts.ts";
import type { Findings, Situation } from "../../mind.ts";

/** What a sentence is made from: what was said, what was found, and the words of this catalogue. */
export interface Scene {
  readonly situation: Situation;
  readonly findings: Findings;
  readonly catalogue: Catalogue;
  /** The title of an item that the findings name, with its year where another item has the same title. */
  title(id: ItemId): string;
  /** One of the variants: the same for the same turn of the same thread, another one in the next turn. */
  pick(...variants: readonly string[]): string;
}

/** What is said about one act; undefined when the list that follows says it all. */
export type Voice<Name extends Act["act"]> = (act: ActOf<Name>, scene: Scene) => string | undefined;

/** @param isShared whether another item has the very title of the item with this index */
export function sceneOf(
  situation: Situation,
  findings: Findings,
  catalogue: Catalogue,
  isShared: (index: number) => boolean = () => false,
): Scene {
  const yearFacet = catalogue.facets.find(({ kind }) => kind === "year")?.name;
  const seed = hash(situation.thread) + situation.turn;
  return {
    situation,
    findings,
    catalogue,
    title: (id) => {
      const index = catalogue.indexOf(id);
      if (index === undefined) return id;
      const title = catalogue.title(index);
      const year = yearFacet === undefined ? undefined : catalogue.value(index, yearFacet);
      return typeof year === "number" && isShared(index) ? `${title} (${year})` : title;
    },
    pick: (...variants) => variants[seed % variants.length] ?? "",
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  return value;
}
