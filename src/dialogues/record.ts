import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Expectation } from "./dialogue.ts";
import type { ItemNames } from "./item-names.ts";
import { keysOf, readKey } from "./read-expectation.ts";
import type { SeenTurn } from "./seen-turn.ts";

/**
 * What a turn was like, as an expectation of it. Only what holds when it is read again is in it: a value that cannot be written down in
 * a condition leaves its key out.
 */
export function recordOf(
  seen: SeenTurn,
  reading: { readonly catalogue: Catalogue; readonly names: ItemNames },
): Expectation {
  const whole: Expectation = {
    count: seen.titles.length,
    ...(seen.titles.length > 0 && { contain: [...seen.titles] }),
    constraints: [...seen.constraints],
    relaxed: [...seen.relaxed],
    acts: [...new Set(seen.acts)] as NonNullable<Expectation["acts"]>,
    ...memoryOf(seen),
  };
  const holding = keysOf(whole).filter((key) => {
    const value = whole[key];
    return value !== undefined && holds(() => readKey(key, value, { ...reading, turn: Number })(seen, []));
  });
  return Object.fromEntries(holding.map((key) => [key, whole[key]]));
}

/** Where it changed: all of it, as the next turns find it. */
function memoryOf({ memory: { changed, empty, statements } }: SeenTurn): Pick<Expectation, "memory"> {
  if (!changed) return {};
  if (empty) return { memory: "none" };
  return statements.length === 0 ? {} : { memory: [...statements] };
}

function holds(judge: () => string | undefined): boolean {
  try {
    return judge() === undefined;
  } catch {
    return false;
  }
}
