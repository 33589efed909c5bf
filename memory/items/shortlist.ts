import { z } from "zod";
import { ItemId } from "../ids.ts";

/** Why an item is on the shortlist, where it stands, or why it left: one line of the trail. */
export const TrailEntry = z.strictObject({
  /** The tool or node that acted: "retrieve", "score", "reflect", "feedback". */
  by: z.string(),
  action: z.enum(["added", "dropped", "scored"]),
  item: ItemId,
  /** A short, displayable reason: "full-text rank 3", "liked by you: Heat", "you have seen it". */
  reason: z.string(),
  score: z.number().optional(),
});
export type TrailEntry = z.infer<typeof TrailEntry>;

export const Candidate = z.strictObject({
  item: ItemId,
  /** Final score: larger is better, comparable only within one shortlist version. */
  score: z.number(),
  /** Retriever name → rank (1 = best) among what that retriever returned. */
  ranks: z.record(z.string(), z.number()),
});
export type Candidate = z.infer<typeof Candidate>;

/**
 * The candidate bus: immutable and versioned. `candidates` is ordered best first; the first `shown` of them are what the
 * person sees, and "the second one" means candidates[1]. Every change makes a new version and extends the trail.
 */
export const Shortlist = z.strictObject({
  version: z.int().min(0),
  candidates: z.array(Candidate),
  shown: z.int().min(0),
  /** Number of items that were considered before cutting. */
  considered: z.int().min(0),
  trail: z.array(TrailEntry),
});
export type Shortlist = z.infer<typeof Shortlist>;

export const EMPTY_SHORTLIST: Shortlist = { version: 0, candidates: [], shown: 0, considered: 0, trail: [] };

/** The items the person sees, best first. */
export function shownItems(shortlist: Shortlist): ItemId[] {
  return shortlist.candidates.slice(0, shortlist.shown).map((candidate) => candidate.item);
}

/** Another list in the place of this one, best first. What left earlier stays in the trail. */
export function replaced(
  shortlist: Shortlist,
  by: string,
  found: {
    readonly candidates: readonly Candidate[];
    /** How many the person sees; cut to what there is. */
    readonly shown: number;
    readonly considered: number;
    /** Why a candidate is on the list. */
    readonly reason: (candidate: Candidate) => string;
  },
): Shortlist {
  const { candidates, shown, considered, reason } = found;
  const added = candidates.map((candidate): TrailEntry => {
    const { item, score } = candidate;
    return { by, action: "added", item, reason: reason(candidate), score };
  });
  return {
    version: shortlist.version + 1,
    candidates: [...candidates],
    shown: Math.min(shown, candidates.length),
    considered,
    trail: [...shortlist.trail.filter(({ action }) => action === "dropped"), ...added],
  };
}

/**
 * The list in a new order, best first, with new scores. The order need not follow the scores: a list can be spread out. The
 * trail tells of those that are shown.
 */
export function ordered(
  shortlist: Shortlist,
  by: string,
  order: {
    readonly candidates: readonly Candidate[];
    /** How many the person sees; cut to what there is. */
    readonly shown: number;
    /** Why a candidate stands where it does; `place` is 1 for the best. */
    readonly reason: (candidate: Candidate, place: number) => string;
  },
): Shortlist {
  const { candidates, reason } = order;
  const shown = Math.min(order.shown, candidates.length);
  const scored = candidates.slice(0, shown).map((candidate, at): TrailEntry => {
    const { item, score } = candidate;
    return { by, action: "scored", item, reason: reason(candidate, at + 1), score };
  });
  return {
    ...shortlist,
    version: shortlist.version + 1,
    candidates: [...candidates],
    shown,
    trail: [...shortlist.trail, ...scored],
  };
}

/**
 * Without the items, for one reason ("you have seen it"): the next candidates move up, `show` of them at most. The same list
 * where none of them is on it.
 */
export function dropped(
  shortlist: Shortlist,
  by: string,
  items: readonly ItemId[],
  reason: string,
  show: number = shortlist.shown,
): Shortlist {
  const leaving = new Set(items);
  const candidates = shortlist.candidates.filter(({ item }) => !leaving.has(item));
  if (candidates.length === shortlist.candidates.length) return shortlist;
  const gone = shortlist.candidates.filter(({ item }) => leaving.has(item));
  const trail = gone.map(({ item }): TrailEntry => ({ by, action: "dropped", item, reason }));
  return {
    ...shortlist,
    version: shortlist.version + 1,
    candidates,
    shown: Math.min(show, candidates.length),
    trail: [...shortlist.trail, ...trail],
  };
}

/** An empty list in the place of this one; the same list where it is empty already. */
export function cleared(shortlist: Shortlist): Shortlist {
  return shortlist.candidates.length === 0
    ? shortlist
    : { ...EMPTY_SHORTLIST, version: shortlist.version + 1 };
}
