import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { HistoryEvent } from "../../memory/users/history.ts";
import { tasteOf } from "../../tools/scoring/taste.ts";

/**
 * What a history says somebody likes, in the values of the catalogue's first category or tags facet: those with the most weight over what
 * the catalogue has of them anyway, best first.
 */
export function likedValues(
  catalogue: Catalogue,
  history: readonly HistoryEvent[],
  limit: number,
): { readonly facet: string; readonly values: readonly string[] } | undefined {
  const facet =
    catalogue.facet("genre") ?? catalogue.facets.find(({ kind }) => kind === "category" || kind === "tags");
  if (facet === undefined) return undefined;
  const weights = new Map<string, number>();
  for (const { item, weight } of tasteOf(history, catalogue.scale)) {
    const index = catalogue.indexOf(item);
    const value = index === undefined ? undefined : catalogue.value(index, facet.name);
    for (const one of value === undefined ? [] : [value].flat()) {
      weights.set(String(one), (weights.get(String(one)) ?? 0) + weight);
    }
  }
  const shares = new Map(catalogue.values(facet.name).map(({ value, count }) => [value, count]));
  const values = [...weights]
    .filter(([, weight]) => weight > 0)
    .map(([value, weight]) => ({ value, lift: weight / Math.sqrt(shares.get(value) ?? 1) }))
    .sort((a, b) => b.lift - a.lift || (a.value < b.value ? -1 : 1))
    .slice(0, limit)
    .map(({ value }) => value);
  return values.length === 0 ? undefined : { facet: facet.name, values };
}
