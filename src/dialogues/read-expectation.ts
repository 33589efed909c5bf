import type { Expectation, ExpectationKey } from "./dialogue.ts";
import { acts, actsNot, asks, fails, plan, planNot } from "./expectations/agent.ts";
import { contain, count, exclude, first, items, noItemOf, sameItemsAs, some } from "./expectations/items.ts";
import type { Judge, Reader, Reading } from "./expectations/judge.ts";
import { memory, memoryNot } from "./expectations/memory.ts";
import { order } from "./expectations/order.ts";
import { constraints, like, relaxed } from "./expectations/wish.ts";
import { reasons, reply, replyNot, understood } from "./expectations/words.ts";

/** How each key of `expect` is read: a new one is a line here and in the schema. */
const READERS: { readonly [Key in ExpectationKey]: Reader<NonNullable<Expectation[Key]>> } = {
  count,
  items,
  some,
  contain,
  exclude,
  first,
  order,
  "same-items-as": sameItemsAs,
  "no-item-of": noItemOf,
  constraints,
  like,
  relaxed,
  reply,
  "reply-not": replyNot,
  understood,
  reasons,
  acts,
  "acts-not": actsNot,
  plan,
  "plan-not": planNot,
  memory,
  "memory-not": memoryNot,
  asks,
  fails,
};

/** The keys that an expectation has. */
export function keysOf(expectation: Expectation): readonly ExpectationKey[] {
  return Object.keys(READERS).filter(
    (key): key is ExpectationKey => expectation[key as ExpectationKey] !== undefined,
  ) as ExpectationKey[];
}

/** One key of an expectation, ready to judge by. Throws CiceroneError where it speaks of what the catalogue lacks. */
export function readKey<Key extends ExpectationKey>(
  key: Key,
  value: NonNullable<Expectation[Key]>,
  reading: Reading,
): Judge {
  return READERS[key](value, reading);
}
