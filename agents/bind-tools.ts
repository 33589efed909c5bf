import type { z } from "zod";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { type HistoryEvent, wantedItems } from "../memory/users/history.ts";
import type { Fact } from "../memory/users/profile.ts";
import type { CompareInput, Comparison } from "../tools/compare.ts";
import type { ExplainInput, Explanation } from "../tools/explain.ts";
import type { LookUp, LookUpInput } from "../tools/look-up.ts";
import type { Opinion, RateInput } from "../tools/rate.ts";
import { givenRatings, type RatedItem } from "../tools/rating/given.ts";
import type { Retrieval, RetrieveInput } from "../tools/retrieve.ts";
import type { Ranking, ScoreInput } from "../tools/score.ts";
import { preferencesOf } from "../tools/scoring/preferences.ts";
import { type ItemTaste, tasteOf } from "../tools/scoring/taste.ts";
import type { AgentTool } from "../tools/tool.ts";
import type { Person, Toolbox } from "./toolbox.ts";

type Runs<Input extends z.ZodType, Output> = Pick<AgentTool<Input, Output>, "run">;

export interface AgentTools {
  readonly retrieve: Runs<typeof RetrieveInput, Retrieval>;
  readonly score: Runs<typeof ScoreInput, Ranking>;
  readonly rate: Runs<z.ZodType<RateInput>, readonly Opinion[]>;
  readonly explain: Runs<z.ZodType<ExplainInput>, readonly Explanation[]>;
  readonly lookUp: Runs<typeof LookUpInput, readonly LookUp[]>;
  readonly compare: Runs<z.ZodType<CompareInput>, Comparison>;
}

/** The agent's toolbox over the real tools: what is known of a person becomes the taste, ratings and wishes that the tools take. */
export function bindTools(catalogue: Catalogue, tools: AgentTools): Toolbox {
  // Five tools of a turn ask for the taste in the same history.
  const known = new WeakMap<Person["history"], ItemTaste[]>();
  const taste = ({ history }: Person): ItemTaste[] => {
    const found = known.get(history) ?? tasteOf(history, catalogue.scale);
    known.set(history, found);
    return found;
  };
  const ratings = ({ history }: Person): RatedItem[] =>
    catalogue.scale === undefined ? [] : givenRatings(history, catalogue.scale);
  return {
    retrieve: ({ request, exclude, limit, ...person }, signal) =>
      tools.retrieve.run(
        {
          request,
          taste: taste(person),
          exclude: [...exclude],
          ...(request.only === "wanted" && { within: wantedItems(person.history) }),
          limit,
        },
        signal,
      ),
    score: ({ request, candidates, diversity, ...person }, signal) =>
      tools.score.run(
        {
          request,
          candidates: [...candidates],
          taste: taste(person),
          preferences: preferencesOf(person.facts),
          diversity,
        },
        signal,
      ),
    rate: ({ items, ...person }, signal) =>
      tools.rate.run(
        { items: [...items], ratings: ratings(person), taste: withVerdicts(taste(person), person.history) },
        signal,
      ),
    explain: ({ items, request, against, depth, ...person }, signal) =>
      tools.explain.run(
        {
          items: [...items],
          taste: withVerdicts(taste(person), person.history),
          like: request.like,
          constraints: request.constraints,
          preferences: liked(person.facts),
          text: request.text,
          ...(against !== undefined && { against: [...against] }),
          depth,
        },
        signal,
      ),
    lookUp: ({ items, facets }, signal) =>
      tools.lookUp.run({ items: [...items], facets: [...facets] }, signal),
    compare: ({ items, ...person }, signal) =>
      tools.compare.run(
        { items: [...items], ratings: ratings(person), taste: withVerdicts(taste(person), person.history) },
        signal,
      ),
  };
}

/** Each item's weight with the verdict that gave it, so that a reason can say "you liked it". */
export function withVerdicts(
  taste: readonly ItemTaste[],
  history: readonly HistoryEvent[],
): RateInput["taste"] {
  const verdicts = new Map<string, HistoryEvent>();
  for (const event of history) {
    const before = verdicts.get(event.item)?.verdict;
    const weak = event.verdict === "wanted" || (event.verdict === "seen" && before !== "rejected");
    if (!weak || before === undefined || before === "wanted") verdicts.set(event.item, event);
  }
  return taste.map(({ item, weight }) => {
    const event = verdicts.get(item);
    return { item, weight, verdict: event?.verdict, value: event?.value };
  });
}

function liked(facts: readonly Fact[]): ExplainInput["preferences"] {
  return facts.flatMap(({ subject, polarity, provenance }) =>
    polarity === "like" ? [{ subject, said: provenance.said }] : [],
  );
}
