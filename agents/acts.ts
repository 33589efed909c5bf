import { z } from "zod";
import { ItemId } from "../memory/ids.ts";
import { VERDICTS } from "../memory/users/history.ts";
import { FactSubject, Scope } from "../memory/users/profile.ts";

/** What a person did with a sentence. One utterance can hold several acts: "seen the first, something newer, no horror". */
export const Act = z.discriminatedUnion("act", [
  /** Asks for recommendations; the plan's request says what. */
  z.strictObject({ act: z.literal("seek") }),
  /** Changes the list on the table; `how` names the critique in words ("shorter", "without horror", "like #2"). */
  z.strictObject({ act: z.literal("refine"), how: z.string() }),
  /** The next ones of the same request; `instead` when the shown ones were turned down ("not those"). */
  z.strictObject({ act: z.literal("more"), instead: z.boolean() }),
  z.strictObject({
    act: z.literal("feedback"),
    items: z.array(ItemId).min(1),
    verdict: z.enum(VERDICTS),
    value: z.number().optional(),
    scope: Scope,
    said: z.string(),
  }),
  z.strictObject({
    act: z.literal("prefer"),
    subject: FactSubject,
    polarity: z.enum(["like", "dislike", "neutral"]),
    strength: z.number(),
    scope: Scope,
    said: z.string(),
  }),
  /** Asks for facets of items; empty `facets` = "tell me about it". */
  z.strictObject({ act: z.literal("look-up"), items: z.array(ItemId).min(1), facets: z.array(z.string()) }),
  z.strictObject({ act: z.literal("why"), items: z.array(ItemId).min(1) }),
  z.strictObject({ act: z.literal("would-like"), items: z.array(ItemId).min(1) }),
  z.strictObject({ act: z.literal("compare"), items: z.array(ItemId).min(2) }),
  /** Asks what is remembered: of all, of these items ("have I seen Heat?"), or of what is wanted ("what's on my watchlist?"). */
  z.strictObject({
    act: z.literal("recall-memory"),
    items: z.array(ItemId).optional(),
    only: z.literal("wanted").optional(),
  }),
  z.strictObject({
    act: z.literal("forget"),
    what: z.enum(["last", "subject", "items", "everything"]),
    facet: z.string().optional(),
    value: z.string().optional(),
    items: z.array(ItemId).default([]),
  }),
  z.strictObject({ act: z.literal("undo") }),
  z.strictObject({ act: z.literal("start-over") }),
  z.strictObject({ act: z.literal("help") }),
  z.strictObject({ act: z.literal("greet") }),
  z.strictObject({ act: z.literal("thank") }),
  z.strictObject({ act: z.literal("leave") }),
  /** A title was meant and the catalogue has none such; `nearest` are the closest titles, best first. */
  z.strictObject({ act: z.literal("unknown-title"), title: z.string(), nearest: z.array(ItemId) }),
  /** "the third", but the list has two; or "it", and nothing was spoken of. */
  z.strictObject({ act: z.literal("unknown-reference"), said: z.string() }),
  /** Not about recommending from this catalogue, or not understood. */
  z.strictObject({ act: z.literal("out-of-scope") }),
]);
export type Act = z.infer<typeof Act>;
export type ActOf<Name extends Act["act"]> = Extract<Act, { act: Name }>;
