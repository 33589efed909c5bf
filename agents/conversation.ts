import { z } from "zod";
import { ItemId } from "../memory/ids.ts";
import { Constraint } from "../memory/items/constraint.ts";
import { EMPTY_SHORTLIST, Shortlist } from "../memory/items/shortlist.ts";
import { EMPTY_REQUEST, Request } from "../tools/retrieval/request.ts";
import { Answer } from "./answer.ts";
import { Plan, Question } from "./plan.ts";

/** How far "undo" reaches back. */
export const MOST_VERSIONS = 20;
/** How many exchanges a thread carries along for the mind. */
export const MOST_SAID = 10;

/** What one can go back to: what was wanted and what lay on the table before `turn` changed it. */
export const Version = z.strictObject({
  /** The turn that going back takes back. */
  turn: z.int().min(1),
  request: Request,
  shortlist: Shortlist,
  offered: z.array(ItemId),
  relaxed: z.array(Constraint),
});
export type Version = z.infer<typeof Version>;

/** Whose conversation it is, and where. */
export const Owner = z.strictObject({ user: z.string(), thread: z.string(), dataset: z.string() });
export type Owner = z.infer<typeof Owner>;

/**
 * What a thread knows between turns: plain JSON, written once at the end of a turn that succeeded, so that a turn which fails or
 * is cancelled leaves it as it was. A checkpointer keeps it; nothing else of a turn is kept.
 */
export const Conversation = z.strictObject({
  /** Absent before the first turn. */
  owner: Owner.optional(),
  /** Turns that ended well so far. */
  turn: z.int().min(0),
  request: Request,
  shortlist: Shortlist,
  /** Items shown of late, oldest first: "more" never shows them again, a new wish may. */
  offered: z.array(ItemId),
  /** What was let go to make the shortlist. */
  relaxed: z.array(Constraint),
  /** Oldest first, at most MOST_VERSIONS. */
  versions: z.array(Version),
  focus: ItemId.optional(),
  question: Question.optional(),
  /** Oldest first, at most MOST_SAID. */
  said: z.array(z.strictObject({ user: z.string(), agent: z.string() })),
  /** The last turn's plan and answer: what "/why" and "/plan" show. */
  last: z.strictObject({ plan: Plan, answer: Answer }).optional(),
});
export type Conversation = z.infer<typeof Conversation>;

export const NEW_CONVERSATION: Conversation = {
  turn: 0,
  request: EMPTY_REQUEST,
  shortlist: EMPTY_SHORTLIST,
  offered: [],
  relaxed: [],
  versions: [],
  said: [],
};

/**
 * The conversation as its owner goes on with it. Whoever else finds it, as in an outer graph that serves several people on one checkpoint
 * thread, starts anew; only the count goes on, so that no two turns of a person's thread ever share a number.
 */
export function continued(found: Conversation, owner: Owner): Conversation {
  const { user, thread, dataset } = found.owner ?? owner;
  const same = user === owner.user && thread === owner.thread && dataset === owner.dataset;
  return same ? found : { ...NEW_CONVERSATION, turn: found.turn };
}
