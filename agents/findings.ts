import type { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { shownItems } from "../memory/items/shortlist.ts";
import type { AnswerItem } from "./answer.ts";
import type { Findings } from "./minds/mind.ts";
import type { Turn } from "./turn.ts";

/** Whether this turn puts a list before the person: it does exactly when it changed what lies on the table. */
export function recommends(turn: Turn): boolean {
  return turn.shortlist.version !== turn.before.shortlist.version && turn.shortlist.shown > 0;
}

/** Everything the tools found this turn, as the mind puts it into words. */
export function findingsOf(turn: Turn, catalogue: Catalogue): Findings {
  return {
    plan: turn.plan,
    items: recommends(turn) ? shownItems(turn.shortlist).flatMap((id) => cardOf(id, turn, catalogue)) : [],
    relaxed: recommends(turn) && turn.matching !== undefined ? turn.relaxed : [],
    matching: turn.matching,
    considered: turn.shortlist.considered,
    lookUps: turn.lookUps,
    notes: turn.notes,
    comparison: turn.comparison,
    opinions: turn.opinions,
    claims: turn.claims,
    unlisted: turn.unlisted,
    question: turn.question,
    remembered: turn.extraction,
    forgotten: turn.forgotten,
    undone: turn.undone,
    unresolved: turn.critique !== undefined && turn.critique.problems.length > 0 ? turn.critique : undefined,
  };
}

function cardOf(id: ItemId, turn: Turn, catalogue: Catalogue): AnswerItem[] {
  const index = catalogue.indexOf(id);
  if (index === undefined) return [];
  const { title, facets } = catalogue.item(index);
  const prediction = turn.ratings.find(({ item }) => item === id)?.prediction;
  return [
    {
      id,
      title,
      facets,
      score: turn.shortlist.candidates.find(({ item }) => item === id)?.score ?? 0,
      ...(prediction && {
        predictedRating: { value: prediction.value, low: prediction.low, high: prediction.high },
      }),
      reasons: [...(turn.reasons.find(({ item }) => item === id)?.claims ?? [])],
    },
  ];
}
