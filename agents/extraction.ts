import { z } from "zod";
import { ItemId } from "../memory/ids.ts";
import { HistoryEvent } from "../memory/users/history.ts";
import { Fact } from "../memory/users/profile.ts";

const forget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("facts"), facet: z.string().optional(), value: z.string().optional() }),
  z.strictObject({ kind: z.literal("items"), items: z.array(ItemId) }),
  z.strictObject({ kind: z.literal("turn"), thread: z.string(), turn: z.int() }),
]);

/** The shape of what a turn asks memory to keep or drop, for minds whose word is not to be trusted. */
export const ExtractionSchema = z.strictObject({
  facts: z.array(Fact.omit({ id: true, user: true, dataset: true, supersededBy: true })),
  events: z.array(HistoryEvent.omit({ id: true, user: true, dataset: true })),
  forget: forget.optional(),
});
