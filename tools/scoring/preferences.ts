import { z } from "zod";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Fact } from "../../memory/users/profile.ts";

/** A soft wish: a facet value, or a range of a number facet. `weight` −1..1; below zero it pushes away. */
export const Preference = z.strictObject({
  facet: z.string(),
  value: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  weight: z.number().min(-1).max(1),
});
export type Preference = z.infer<typeof Preference>;

/** The likes and dislikes among remembered facts as soft wishes; `neutral` wishes nothing. */
export function preferencesOf(facts: readonly Fact[]): Preference[] {
  const sign = { like: 1, dislike: -1, neutral: 0 } as const;
  return facts.flatMap(({ subject, polarity, strength }) => {
    const { about, ...range } = subject;
    const weight = sign[polarity] * strength;
    return weight === 0 ? [] : [{ ...range, weight }];
  });
}

/**
 * How well items meet the wishes: the weights of the wishes an item meets, over the sum of all weights' sizes: −1..1, 0 without
 * wishes. Wishes about facets that the catalogue does not declare are passed over.
 * @returns one number for each of `items` (catalogue indices), and which wishes it meets, strongest first
 */
export function meetWishes(
  catalogue: Pick<Catalogue, "facet" | "value">,
  items: readonly number[],
  wishes: readonly Preference[],
): { readonly fit: number; readonly met: readonly Preference[] }[] {
  const known = wishes.filter(({ facet }) => catalogue.facet(facet) !== undefined);
  const total = known.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  const strongest = [...known].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return items.map((item) => {
    const met = strongest.filter((wish) => meets(catalogue, item, wish));
    const fit = total === 0 ? 0 : met.reduce((sum, { weight }) => sum + weight, 0) / total;
    return { fit, met };
  });
}

function meets(
  catalogue: Pick<Catalogue, "value">,
  item: number,
  { facet, value, min, max }: Preference,
): boolean {
  const own = catalogue.value(item, facet);
  if (own === undefined) return false;
  if (typeof own === "number") {
    if (value !== undefined) return String(own) === value;
    return own >= (min ?? Number.NEGATIVE_INFINITY) && own <= (max ?? Number.POSITIVE_INFINITY);
  }
  return value !== undefined && (typeof own === "string" ? own === value : own.includes(value));
}
