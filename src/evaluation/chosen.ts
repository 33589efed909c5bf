import { CiceroneError } from "../../memory/errors.ts";
import { nearest } from "../../memory/nearest.ts";

/**
 * The named entries of a table, in the order asked for; all where nothing is asked for.
 * @throws CiceroneError "unknown-system", naming the nearest
 */
export function chosen<Entry>(
  table: Readonly<Record<string, Entry>>,
  names: readonly string[] | undefined,
  task: string,
): [name: string, entry: Entry][] {
  return (names ?? Object.keys(table)).map((name) => {
    const entry = Object.hasOwn(table, name) ? table[name] : undefined;
    if (entry !== undefined) return [name, entry];
    const close = nearest(name, Object.keys(table));
    throw new CiceroneError("unknown-system", `There is no ${task} system “${name}”.`, {
      hint: close === undefined ? `There are ${Object.keys(table).join(", ")}.` : `Did you mean ${close}?`,
    });
  });
}
