import type { ItemId } from "../../../../memory/ids.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Act, ActOf } from "../../../acts.ts";
import type { Findings, Situation } from "../../mind.ts";

/** What a sentence is made from: what was said, what was found, and the words of this catalogue. */
export interface Scene {
  readonly situation: Situation;
  readonly findings: Findings;
  readonly catalogue: Catalogue;
  /** The title of an item that the findings name. */
  title(id: ItemId): string;
  /** One of the variants: the same for the same turn of the same thread, another one in the next turn. */
  pick(...variants: readonly string[]): string;
}

/** What is said about one act; undefined when the list that follows says it all. */
export type Voice<Name extends Act["act"]> = (act: ActOf<Name>, scene: Scene) => string | undefined;

export function sceneOf(situation: Situation, findings: Findings, catalogue: Catalogue): Scene {
  const seed = hash(situation.thread) + situation.turn;
  return {
    situation,
    findings,
    catalogue,
    title: (id) => {
      const index = catalogue.indexOf(id);
      return index === undefined ? id : catalogue.title(index);
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
