import type { ItemId } from "../memory/ids.ts";
import { type Constraint, testKey } from "../memory/items/constraint.ts";
import { cleared, dropped, type Shortlist, shownItems } from "../memory/items/shortlist.ts";
import type { HistoryEvent } from "../memory/users/history.ts";
import type { Request } from "../tools/retrieval/request.ts";
import type { Act } from "./acts.ts";
import type { Extraction } from "./minds/mind.ts";

/** What lies on the table: what was wanted, what was found, and what has been shown of it. */
export interface Table {
  readonly request: Request;
  readonly shortlist: Shortlist;
  /** Items shown so far, whatever was wanted. */
  readonly offered: readonly ItemId[];
  /** Constraints of the request that the shortlist was found without. */
  readonly relaxed: readonly Constraint[];
}

/**
 * The table after what was said, before any tool runs: seen and rejected items leave it, "more" clears what was shown,
 * "start over" clears all. Every change makes a new version and says so in the trail.
 */
export function afterActs(
  table: Table,
  acts: readonly Act[],
  request: Request,
  extraction: Extraction,
): Table {
  if (acts.some(({ act }) => act === "start-over")) {
    return { request, shortlist: cleared(table.shortlist), offered: [], relaxed: [] };
  }
  const more = acts.some(({ act }) => act === "more");
  const shortlist = dropped(
    table.shortlist,
    FEEDBACK,
    more ? shownItems(table.shortlist) : [],
    "already shown",
    request.count,
  );
  return {
    request,
    relaxed: table.relaxed,
    // Kept when something else is wanted: who then asks for others has seen these.
    offered: more ? [...new Set([...table.offered, ...shownItems(table.shortlist)])] : table.offered,
    shortlist: extraction.events.reduce((list, { item, verdict }) => {
      // What is wanted one day may be had now.
      return verdict === "wanted" ? list : dropped(list, FEEDBACK, [item], VERDICT_REASON[verdict]);
    }, shortlist),
  };
}

/** Who drops what the person has turned down or knows. */
export const FEEDBACK = "feedback";

const VERDICT_REASON: Readonly<Record<Exclude<HistoryEvent["verdict"], "wanted">, string>> = {
  seen: "you know it already",
  liked: "you know it already",
  disliked: "you disliked it",
  rejected: "you turned it down",
  rated: "you rated it",
};

/** Whether two requests differ at most in how many are wanted. */
export function sameWish(one: Request, other: Request): boolean {
  return JSON.stringify(wish(one)) === JSON.stringify(wish(other));
}

function wish(request: Request): unknown[] {
  const { constraints, like, unlike, besides, text, sort, surprise, renown, only } = request;
  // What memory adds is no wish of this request: a new dislike does not make it another one.
  const said = constraints.filter(({ source }) => source === "said");
  return [said.map(testKey), like, unlike, besides, text, sort, surprise, renown, only];
}
