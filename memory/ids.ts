import { z } from "zod";

/** A user's name: any text without control characters, 1 to 200 characters. Users come first in every signature. */
export const UserId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u, "a user name holds no control characters")
  .brand<"UserId">();
export type UserId = z.infer<typeof UserId>;

/** An item's id as its dataset spells it. Items travel by id; titles are for people. */
export const ItemId = z.string().min(1).max(400).brand<"ItemId">();
export type ItemId = z.infer<typeof ItemId>;
