import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { ItemNames } from "../item-names.ts";
import type { SeenTurn } from "../seen-turn.ts";

/** What an expectation is read with. */
export interface Reading {
  readonly catalogue: Catalogue;
  readonly names: ItemNames;
  /** The number of the earlier turn that is meant. Throws CiceroneError `usage-turn` where there is none before this one. */
  readonly turn: (reference: string | number) => number;
}

/** Says what came instead, in one line; undefined where the expectation holds. `earlier` are the dialogue's turns so far, in order. */
export type Judge = (seen: SeenTurn, earlier: readonly SeenTurn[]) => string | undefined;

/** Reads an expectation against a catalogue. Throws CiceroneError where it speaks of what is not there. */
export type Reader<Value> = (value: Value, reading: Reading) => Judge;

/** "Heat, Alien, Fargo"; "nothing" for an empty list. */
export function listed(texts: readonly string[]): string {
  return texts.length === 0 ? "nothing" : texts.join(", ");
}

export function idsOf({ items }: SeenTurn): readonly ItemId[] {
  return items.map(({ id }) => id);
}

/** Holds where none of the found faults is there. */
export function faultless(faults: readonly string[], text: (faults: string) => string): string | undefined {
  return faults.length === 0 ? undefined : text(faults.join(", "));
}
