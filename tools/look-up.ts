import { z } from "zod";
import { ItemId } from "../memory/ids.ts";
import type { FacetValue } from "../memory/items/item.ts";

export const LookUpInput = z.strictObject({
  items: z.array(ItemId).min(1),
  /** Facet names; empty = everything there is, text included. */
  facets: z.array(z.string()).default([]),
});

/** What the catalogue says about one item. A facet that was asked for and is absent is in `missing`, never made up. */
export interface LookUp {
  readonly item: ItemId;
  readonly title: string;
  readonly facets: Readonly<Record<string, FacetValue>>;
  readonly text: string | undefined;
  readonly missing: readonly string[];
}
