import { z } from "zod";
import { ItemId } from "../memory/ids.ts";
import { Constraint } from "../memory/items/constraint.ts";
import { FacetValue } from "../memory/items/item.ts";
import { Claim } from "../tools/explaining/claim.ts";

/** One recommended item as every surface shows it. */
export const AnswerItem = z.strictObject({
  id: ItemId,
  title: z.string(),
  facets: z.record(z.string(), FacetValue),
  score: z.number(),
  predictedRating: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).optional(),
  reasons: z.array(Claim),
});
export type AnswerItem = z.infer<typeof AnswerItem>;

/** What the person gets at the end of a turn. `items` is empty on a turn that recommends nothing. */
export const Answer = z.strictObject({
  reply: z.string(),
  items: z.array(AnswerItem),
  constraints: z.array(Constraint),
  relaxed: z.array(Constraint),
  understood: z.string(),
  /** A question with answers one can tap, when the agent asks one. */
  options: z.array(z.string()),
  /** What a "why?" was answered with, each claim with its evidence; absent where nobody asked. */
  claims: z.array(z.strictObject({ item: ItemId, claims: z.array(Claim) })).optional(),
});
export type Answer = z.infer<typeof Answer>;
