import { z } from "zod";
import { ItemId } from "../ids.ts";
import { Identifiers } from "./identifiers.ts";

export const FacetValue = z.union([z.string(), z.array(z.string()), z.number()]);
export type FacetValue = z.infer<typeof FacetValue>;

/** One thing that can be recommended. `text` is prose for search and reading (a synopsis, a description); `identifiers` are what other catalogues call it. */
export const Item = z.object({
  id: ItemId,
  title: z.string().min(1),
  facets: z.record(z.string(), FacetValue),
  text: z.string().optional(),
  identifiers: Identifiers.optional(),
});
export type Item = z.infer<typeof Item>;
