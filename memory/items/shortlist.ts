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

/** Lines of trail that are kept, newest last: a talk may go on for days, and each version is stored. */
const TRAIL_LIMIT = 2_000;

/** One change to a shortlist. Parts apply in this order: drop, add, score; what is absent stays as it is. */
export interface ShortlistChange {
  /** The tool or node that acts. */
  readonly by: string;
  readonly drop?: readonly { readonly item: ItemId; readonly reason: string }[];
  /** New ones come behind those that are there; one that is there already has its ranks joined and is not repeated. */
  readonly add?: readonly { readonly candidate: Candidate; readonly reason: string }[];
  /** New scores put the list in order, best first; equal scores and unscored candidates keep their places. */
  readonly scores?: readonly { readonly item: ItemId; readonly score: number; readonly reason: string }[];
  /** How many the person sees; cut to what there is. */
  readonly shown?: number;
  readonly considered?: number;
}

/** The next version with the change made and written in the trail. The given version stays as it was. */
export function nextVersion(shortlist: Shortlist, change: ShortlistChange): Shortlist {
  const present = new Set(shortlist.candidates.map((candidate) => candidate.item));
  const dropped = (change.drop ?? []).filter(({ item }) => present.has(item));
  const gone = new Set(dropped.map(({ item }) => item));
  const kept = shortlist.candidates.filter(({ item }) => !gone.has(item));
  const joined = joinCandidates(
    kept,
    (change.add ?? []).map(({ candidate }) => candidate),
  );
  const candidates = change.scores === undefined ? joined : reordered(joined, change.scores);
  const here = new Set(candidates.map(({ item }) => item));
  const { by } = change;
  const trail: TrailEntry[] = [
    ...dropped.map(({ item, reason }): TrailEntry => ({ by, action: "dropped", item, reason })),
    ...(change.add ?? []).map(
      ({ candidate: { item, score }, reason }): TrailEntry => ({ by, action: "added", item, reason, score }),
    ),
    ...(change.scores ?? [])
      .filter(({ item }) => here.has(item))
      .map(({ item, score, reason }): TrailEntry => ({ by, action: "scored", item, reason, score })),
  ];
  return {
    version: shortlist.version + 1,
    candidates,
    shown: Math.min(change.shown ?? shortlist.shown, candidates.length),
    considered: change.considered ?? shortlist.considered,
    trail: [...shortlist.trail, ...trail].slice(-TRAIL_LIMIT),
  };
}

/** Drops items for one reason: "you have seen it". */
export function dropItems(
  shortlist: Shortlist,
  by: string,
  items: readonly ItemId[],
  reason: string,
): Shortlist {
  return nextVersion(shortlist, { by, drop: items.map((item) => ({ item, reason })) });
}

/** Puts the list in the order of new scores, all given for one reason. */
export function rescore(
  shortlist: Shortlist,
  by: string,
  scores: ReadonlyMap<ItemId, number>,
  reason: string,
): Shortlist {
  return nextVersion(shortlist, {
    by,
    scores: Array.from(scores, ([item, score]) => ({ item, score, reason })),
  });
}

/** Puts the shown ones aside and shows the next `count`; fewer where the list ends, none where it is at its end. */
export function showNext(
  shortlist: Shortlist,
  by: string,
  count: number,
  reason = "shown before",
): Shortlist {
  return nextVersion(shortlist, {
    by,
    drop: shownItems(shortlist).map((item) => ({ item, reason })),
    shown: count,
  });
}

/** What happened to one item, oldest first. */
export function trailOf(shortlist: Shortlist, item: ItemId): TrailEntry[] {
  return shortlist.trail.filter((entry) => entry.item === item);
}

function joinCandidates(present: readonly Candidate[], added: readonly Candidate[]): Candidate[] {
  const byItem = new Map(present.map((candidate) => [candidate.item, candidate]));
  for (const candidate of added) {
    const known = byItem.get(candidate.item);
    const ranks = { ...known?.ranks, ...candidate.ranks };
    byItem.set(candidate.item, { ...candidate, ranks });
  }
  return [...byItem.values()];
}

function reordered(
  candidates: readonly Candidate[],
  scores: readonly { readonly item: ItemId; readonly score: number }[],
): Candidate[] {
  const scoreOf = new Map(scores.map(({ item, score }) => [item, score]));
  const scored = candidates
    .filter(({ item }) => scoreOf.has(item))
    .map((candidate) => ({ ...candidate, score: scoreOf.get(candidate.item) ?? candidate.score }))
    .sort((left, right) => right.score - left.score);
  let next = 0;
  return candidates.map((candidate) =>
    scoreOf.has(candidate.item) ? (scored[next++] ?? candidate) : candidate,
  );
}
