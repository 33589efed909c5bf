import { z } from "zod";
import { ItemId } from "../../memory/ids.ts";

const RatedFrom = z.enum(["rated", "liked", "disliked"]);

/** What a claim rests on. Every kind can be checked against the catalogue, the scorer or what the user said. */
export const Evidence = z.discriminatedUnion("kind", [
  /** `share` (0..1): this history item's part of all positive contributions to the score. */
  z.strictObject({
    kind: z.literal("contribution"),
    item: ItemId,
    title: z.string(),
    share: z.number(),
    amount: z.number(),
  }),
  z.strictObject({
    kind: z.literal("shared-facet"),
    facet: z.string(),
    values: z.array(z.string()),
    with: z.array(ItemId),
  }),
  /** `similarity`: cosine of item vectors, −1..1. */
  z.strictObject({ kind: z.literal("neighbour"), item: ItemId, title: z.string(), similarity: z.number() }),
  /** Without this history item the candidate would fall from rank `from` to rank `to` (1 = best). */
  z.strictObject({
    kind: z.literal("counterfactual"),
    without: ItemId,
    title: z.string(),
    from: z.int(),
    to: z.int(),
  }),
  z.strictObject({ kind: z.literal("constraint"), facet: z.string(), value: z.string(), said: z.string() }),
  /** A remembered preference this item meets. */
  z.strictObject({ kind: z.literal("preference"), facet: z.string(), value: z.string(), said: z.string() }),
  /** `renown`: how it stands among all items that anybody touched, where that is notable. */
  z.strictObject({
    kind: z.literal("statistics"),
    count: z.int(),
    mean: z.number().optional(),
    renown: z.enum(["best-rated", "most-chosen", "little-known"]).optional(),
  }),
  /** Among the items of the answer it alone has the value, or its number is the least or the most. */
  z.strictObject({
    kind: z.literal("standout"),
    facet: z.string(),
    value: z.string(),
    how: z.enum(["only", "least", "most"]),
  }),
  /** What the user said of this very item: `value` on the catalogue's scale, where `from` is a verdict what it counts as. */
  z.strictObject({ kind: z.literal("own-rating"), value: z.number(), from: RatedFrom }),
  /** The person means to try this very item one day. */
  z.strictObject({ kind: z.literal("wanted"), item: ItemId }),
  /** What the user said of an item that people rate like this one. `similarity`: the rater's, −1..1; not that of contents. */
  z.strictObject({
    kind: z.literal("rated-alike"),
    item: ItemId,
    title: z.string(),
    value: z.number(),
    from: RatedFrom,
    similarity: z.number(),
  }),
  /** Words of the request found in the item's own text. */
  z.strictObject({ kind: z.literal("text"), words: z.array(z.string()) }),
]);
export type Evidence = z.infer<typeof Evidence>;

/** A sentence about why, and what it rests on: never without evidence. */
export const Claim = z.strictObject({ claim: z.string(), evidence: z.array(Evidence).min(1) });
export type Claim = z.infer<typeof Claim>;
