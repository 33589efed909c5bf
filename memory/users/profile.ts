import { z } from "zod";
import { UserId } from "../ids.ts";

/** What a fact is about: a facet value ("genre = Horror"), or a range of a number facet. */
export const FactSubject = z.discriminatedUnion("about", [
  z.strictObject({ about: z.literal("value"), facet: z.string(), value: z.string() }),
  z.strictObject({
    about: z.literal("range"),
    facet: z.string(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
]);
export type FactSubject = z.infer<typeof FactSubject>;

/** Where a memory came from: the sentence, word for word, and its turn. */
export const Provenance = z.strictObject({
  thread: z.string(),
  turn: z.int().min(0),
  said: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type Provenance = z.infer<typeof Provenance>;

export const Scope = z.enum(["always", "tonight"]);
export type Scope = z.infer<typeof Scope>;

/**
 * One remembered preference. A fact is keyed by (user, dataset, subject, scope): a new fact on the same key supersedes
 * the old one, nothing is duplicated; ranges of one facet that overlap are the same subject. `tonight` facts count only in the thread they were said in.
 */
export const Fact = z.strictObject({
  id: z.int(),
  user: UserId,
  dataset: z.string(),
  subject: FactSubject,
  /** `like` draws towards, `dislike` rules out, `neutral` withdraws ("I don't mind musicals any more"). */
  polarity: z.enum(["like", "dislike", "neutral"]),
  /** 0..1: "I really love" is near 1, "I quite like" near 0.5. */
  strength: z.number().min(0).max(1),
  scope: Scope,
  /** Whose preference it is, where it is not the user's own: "your wife", "Sam". */
  holder: z.string().min(1).optional(),
  provenance: Provenance,
  /** The fact that replaced this one; undefined while it holds. */
  supersededBy: z.int().optional(),
});
export type Fact = z.infer<typeof Fact>;

export type NewFact = Omit<Fact, "id" | "user" | "dataset" | "supersededBy">;
