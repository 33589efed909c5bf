import { z } from "zod";
import { CiceroneError } from "../../errors.ts";
import type { Item } from "../../items/item.ts";

const tags = z.array(z.string()).default([]);

/** What the simulated viewers see of a film: of its facets, those that move them. */
export const Traits = z.object({
  year: z.number().int(),
  genre: tags,
  keyword: tags,
  language: tags,
  director: tags,
  cast: tags,
  series: z.string().optional(),
  /** 1 cinephiles … 5 nearly everybody; 3 where a catalogue does not say. */
  fame: z.number().min(1).max(5).default(3),
});
export type Traits = z.infer<typeof Traits>;

/** The traits of a film. Raises `invalid-film` for an item without a year. */
export function traitsOf(item: Item): Traits {
  const traits = Traits.safeParse(item.facets);
  if (traits.success) return traits.data;
  throw new CiceroneError(
    "invalid-film",
    `The item ${JSON.stringify(item.id)} has not the facets of a film.`,
    {
      hint: "Viewers are simulated for films with a year and, as lists, genre, keyword, language, director and cast.",
      cause: traits.error,
    },
  );
}
