import type { Catalogue } from "../../../memory/items/catalogue.ts";

/** Whether some item carries all the values. */
export function together(catalogue: Catalogue, facet: string, values: readonly string[]): boolean {
  const lists = values.map((value) => catalogue.having(facet, value));
  const [shortest, ...rest] = lists.sort((a, b) => a.length - b.length);
  if (shortest === undefined) return false;
  // The lists ascend: each is walked once, however long.
  const places = rest.map(() => 0);
  return shortest.some((item) =>
    rest.every((others, which) => {
      let place = places[which] ?? 0;
      while ((others[place] ?? Infinity) < item) place += 1;
      places[which] = place;
      return others[place] === item;
    }),
  );
}
