import { z } from "zod";
import { ItemId } from "../memory/ids.ts";
import { Constraint } from "../memory/items/constraint.ts";
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
    /** Whose judgement it is, where it is not the speaker's: it is not remembered, and only says what kind is meant. */
    whose: z.string().optional(),
  }),
  /** Takes one: "I'll have the second". */
  z.strictObject({ act: z.literal("accept"), items: z.array(ItemId).min(1), said: z.string() }),
  /** What was thought to be known is not: "I haven't seen Titanic". */
  z.strictObject({ act: z.literal("unmet"), items: z.array(ItemId).min(1) }),
  z.strictObject({
    act: z.literal("prefer"),
    subject: FactSubject,
    polarity: z.enum(["like", "dislike", "neutral"]),
    strength: z.number(),
    scope: Scope,
    said: z.string(),
    /** Whose preference it is, where it is not the speaker's: "your wife", "Sam". */
    whose: z.string().optional(),
  }),
  /** Asks for facets of items; empty `facets` = "tell me about it". With `whether`: "is it sad?", "is it in French?". */
  z.strictObject({
    act: z.literal("look-up"),
    items: z.array(ItemId).min(1),
    facets: z.array(z.string()),
    whether: z.array(Constraint).optional(),
  }),
  /** Asks which of some items meet all of the conditions: "which of these are French?". */
  z.strictObject({
    act: z.literal("which"),
    items: z.array(ItemId).min(1),
    meet: z.array(Constraint).min(1),
  }),
  z.strictObject({ act: z.literal("why"), items: z.array(ItemId).min(1) }),
  /** "why not Heat?" */
  z.strictObject({ act: z.literal("why-not"), items: z.array(ItemId).min(1) }),
  /** Asks how the list came about: how many were looked at, what was left out and why, or how many there are of what is asked for. */
  z.strictObject({ act: z.literal("account"), about: z.enum(["considered", "left-out", "fitting"]) }),
  z.strictObject({ act: z.literal("would-like"), items: z.array(ItemId).min(1) }),
  z.strictObject({ act: z.literal("compare"), items: z.array(ItemId).min(2) }),
  /** "which one would you take?" */
  z.strictObject({ act: z.literal("choose"), items: z.array(ItemId).min(1) }),
  /**
   * Asks what is remembered: of all, of these items ("have I seen Heat?"), of what is wanted ("what's on my watchlist?") or known ("how many have I seen?"), of a taste ("why
   * do you think I like noir?"), or of what was rated so or better.
   */
  z.strictObject({
    act: z.literal("recall-memory"),
    items: z.array(ItemId).optional(),
    only: z.enum(["wanted", "met"]).optional(),
    subjects: z.array(FactSubject).optional(),
    ratedFrom: z.number().optional(),
  }),
  z.strictObject({
    act: z.literal("forget"),
    what: z.enum(["last", "subject", "items", "everything"]),
    facet: z.string().optional(),
    value: z.string().optional(),
    items: z.array(ItemId).default([]),
  }),
  /** Takes back the last turn that changed something, or so many of them. */
  z.strictObject({ act: z.literal("undo"), steps: z.int().min(1).optional() }),
  /** What the last turn was taken for is wrong; the acts beside this one are what was meant. */
  z.strictObject({ act: z.literal("correct") }),
  z.strictObject({ act: z.literal("start-over") }),
  z.strictObject({ act: z.literal("help") }),
  z.strictObject({ act: z.literal("greet") }),
  z.strictObject({ act: z.literal("thank") }),
  z.strictObject({ act: z.literal("leave") }),
  /** A title was meant and the catalogue has none such; `nearest` are the closest titles, best first. */
  z.strictObject({ act: z.literal("unknown-title"), title: z.string(), nearest: z.array(ItemId) }),
  /** "the third", but the list has two; or "it", and nothing was spoken of. */
  z.strictObject({ act: z.literal("unknown-reference"), said: z.string() }),
  /** Something is asked for that no item has or speaks of: "werewolves". */
  z.strictObject({ act: z.literal("unknown-topic"), said: z.string() }),
  /**
   * Not about recommending from this catalogue, or not understood. `because`: where to get an item, another language than English (named
   * by its tag, "de"), or a rating that the scale does not have.
   */
  z.strictObject({
    act: z.literal("out-of-scope"),
    because: z.enum(["elsewhere", "language", "scale"]).optional(),
    language: z.string().optional(),
  }),
]);
export type Act = z.infer<typeof Act>;
export type ActOf<Name extends Act["act"]> = Extract<Act, { act: Name }>;
