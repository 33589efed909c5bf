import type { Grounds, Tasted } from "./grounds.ts";

/** All items of an answer rest on one history: it is gone through once, not for every reason. */
const LAST = new WeakMap<Grounds["history"], ReadonlyMap<number, Tasted>>();

/** What the history says of an item, by catalogue index: the latest word. */
export function tastedIn(history: Grounds["history"], index: number): Tasted | undefined {
  const known = LAST.get(history) ?? new Map(history.map((tasted) => [tasted.index, tasted]));
  LAST.set(history, known);
  return known.get(index);
}
