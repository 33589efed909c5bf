import type { ItemId } from "../../memory/ids.ts";
import { replaced, shownItems } from "../../memory/items/shortlist.ts";
import { metItems } from "../../memory/users/history.ts";
import type { Request } from "../../tools/retrieval/request.ts";
import { withStanding } from "../standing.ts";
import type { Toolbox } from "../toolbox.ts";
import type { StepNode, Turn } from "../turn.ts";

/** How many candidates are fetched for the scorer to order. */
const WIDTH = 300;

/** Fetches candidates for the request: nothing known to the person, nothing barred, for "more" nothing already shown. */
export function retrieveNode(toolbox: Pick<Toolbox, "retrieve">): StepNode<"retrieve"> {
  return async (turn, _step, signal) => {
    const request = withStanding(turn.request, turn.known.facts);
    const found = await toolbox.retrieve(
      {
        ...turn.known,
        request: asksForMore(turn) ? unbending(request) : request,
        exclude: excluded(turn),
        limit: WIDTH,
      },
      signal,
    );
    const { candidates, relaxed, considered, matching, retrievers } = found;
    return {
      update: {
        relaxed: asksForMore(turn) ? turn.relaxed : relaxed,
        matching,
        shortlist: replaced(turn.shortlist, "retrieve", {
          candidates,
          shown: turn.request.count,
          considered,
          reason: ({ ranks }) => rankWords(ranks),
        }),
      },
      summary: `${candidates.length} of ${considered} candidates from ${retrievers.join(", ") || "the catalogue"}`,
    };
  };
}

/**
 * What must not be recommended now: everything the person has seen or judged, the request's own examples, what the critic barred, and for
 * "more" and "surprise me" what was shown before. Feedback changes the page that is being looked at; it does not turn back to earlier pages.
 */
export function excluded(turn: Turn): ItemId[] {
  return [
    ...new Set([
      ...metItems(turn.known.history),
      ...turn.request.like,
      ...turn.request.unlike,
      ...(turn.request.besides ?? []),
      ...turn.barred,
      ...earlierPages(turn),
    ]),
  ];
}

function earlierPages(turn: Turn): readonly ItemId[] {
  if (asksForMore(turn)) return turn.offered;
  if (asksForSurprise(turn)) return turn.before.offered;
  if (turn.plan.acts.some(({ act }) => act === "seek" || act === "refine")) return [];
  const page = new Set(shownItems(turn.before.shortlist));
  return turn.offered.filter((item) => !page.has(item));
}

/** What was just shown surprises nobody. */
function asksForSurprise({ request, before }: Turn): boolean {
  return request.surprise && !before.request.surprise;
}

function asksForMore(turn: Turn): boolean {
  return turn.plan.acts.some(({ act }) => act === "more");
}

/** "More" means more of the same: when there is none left, nothing is let go to find some. */
function unbending(request: Request): Request {
  return {
    ...request,
    constraints: request.constraints.map((constraint) => ({ ...constraint, strength: 1 })),
  };
}

function rankWords(ranks: Readonly<Record<string, number>>): string {
  return Object.entries(ranks)
    .map(([retriever, rank]) => `${retriever} rank ${rank}`)
    .join(", ");
}
