import type { ItemId } from "../../../../memory/ids.ts";
import type { Random } from "../../../../memory/random.ts";
import type { Utterance } from "./utterance.ts";

/** A reply as the person sees it, in catalogue indices. */
export interface Heard {
  readonly items: readonly number[];
  /** Answers that are offered; empty where nothing is asked. */
  readonly options: readonly string[];
}

/** Somebody who types sentences and wants something. For one conversation. */
export interface Person {
  readonly id: string;
  readonly known: readonly ItemId[];
  open(): Utterance;
  /** What is said to a reply in which nothing was accepted. */
  answer(heard: Heard): Utterance;
  /** Whether the conversation has reached its end with this item. */
  accepts(item: number): boolean;
  /** Whether it is to the person's taste, as far as can be told; what is accepted is. */
  likes(item: number): boolean;
  /** What of a text must never be said. */
  leaks(text: string): readonly string[];
}

/** One of them. */
export function oneOf<Choice>(choices: readonly Choice[], random: Random): Choice {
  const chosen = choices[Math.floor(random() * choices.length)];
  if (chosen === undefined) throw new RangeError("There is nothing to choose from.");
  return chosen;
}

/** In random order. */
export function shuffled<Each>(given: readonly Each[], random: Random): Each[] {
  const order = Array.from(given, (each) => ({ each, at: random() }));
  return order.sort((a, b) => a.at - b.at).map(({ each }) => each);
}
