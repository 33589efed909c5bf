import type { AnswerItem } from "../../agents/answer.ts";
import { withStanding } from "../../agents/standing.ts";
import type { Person, Toolbox } from "../../agents/toolbox.ts";
import type { ItemId, UserId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Constraint } from "../../memory/items/constraint.ts";
import { metItems } from "../../memory/users/history.ts";
import type { UserStore } from "../../memory/users/user-store.ts";
import type { Opinion } from "../../tools/rate.ts";
import { EMPTY_REQUEST, type Request } from "../../tools/retrieval/request.ts";

/** Candidates that are scored before the list is cut to what is shown. */
const CANDIDATES = 400;

/** What the commands without a conversation need: the tools, bound to a catalogue, and what is remembered. */
export interface Workbench {
  readonly catalogue: Catalogue;
  readonly users: UserStore;
  readonly toolbox: Toolbox;
}

export interface Recommended {
  readonly items: readonly AnswerItem[];
  readonly constraints: readonly Constraint[];
  readonly relaxed: readonly Constraint[];
  readonly considered: number;
}

/** Retrieves, scores, rates and explains once. What the user has seen, rated or turned down is left out. */
export async function recommendOnce(
  bench: Workbench,
  user: UserId,
  wish: Pick<Request, "constraints" | "like" | "count">,
  signal: AbortSignal,
): Promise<Recommended> {
  const { toolbox } = bench;
  const person = personOf(bench, user);
  const request = withStanding({ ...EMPTY_REQUEST, ...wish }, person.facts);
  const exclude = [...new Set([...metItems(person.history), ...request.like])];
  const found = await toolbox.retrieve({ ...person, request, exclude, limit: CANDIDATES }, signal);
  const ranking = await toolbox.score(
    { ...person, request, candidates: found.candidates, diversity: undefined },
    signal,
  );
  const chosen = ranking.candidates.slice(0, request.count);
  const items = chosen.map((candidate) => candidate.item);
  const opinions = items.length === 0 ? [] : await toolbox.rate({ ...person, items }, signal);
  const claims =
    items.length === 0 ? [] : await toolbox.explain({ ...person, request, items, depth: "card" }, signal);
  return {
    items: chosen.map((candidate) => ({
      ...cardOf(bench.catalogue, candidate.item, opinions),
      score: candidate.score,
      reasons: [...(claims.find((entry) => entry.item === candidate.item)?.claims ?? [])],
    })),
    constraints: request.constraints,
    relaxed: found.relaxed,
    considered: found.considered,
  };
}

/** What this user would think of one item. */
export async function rateOnce(
  bench: Workbench,
  user: UserId,
  item: ItemId,
  signal: AbortSignal,
): Promise<Opinion> {
  const [opinion] = await bench.toolbox.rate({ ...personOf(bench, user), items: [item] }, signal);
  return (
    opinion ?? { item, title: titleOf(bench.catalogue, item), prediction: undefined, claims: [], basis: 0 }
  );
}

/** Every claim there is evidence for, about one item and this user. */
export async function explainOnce(
  bench: Workbench,
  user: UserId,
  item: ItemId,
  signal: AbortSignal,
): Promise<AnswerItem> {
  const person = personOf(bench, user);
  const [explained] = await bench.toolbox.explain(
    { ...person, request: EMPTY_REQUEST, items: [item], depth: "full" },
    signal,
  );
  const opinions = await bench.toolbox.rate({ ...person, items: [item] }, signal);
  return { ...cardOf(bench.catalogue, item, opinions), reasons: [...(explained?.claims ?? [])] };
}

/** Everything that is always true of the user; what was said "for tonight" belongs to its conversation. */
function personOf(bench: Workbench, user: UserId): Person {
  const dataset = bench.catalogue.name;
  return { history: bench.users.history(user, dataset, ""), facts: bench.users.facts(user, dataset, "") };
}

function cardOf(catalogue: Catalogue, id: ItemId, opinions: readonly Opinion[]): AnswerItem {
  const index = catalogue.indexOf(id);
  const facets = index === undefined ? {} : catalogue.item(index).facets;
  const prediction = opinions.find((opinion) => opinion.item === id)?.prediction;
  const predictedRating = prediction && {
    value: prediction.value,
    low: prediction.low,
    high: prediction.high,
  };
  return {
    id,
    title: titleOf(catalogue, id),
    facets,
    score: 0,
    ...(predictedRating === undefined ? {} : { predictedRating }),
    reasons: [],
  };
}

function titleOf(catalogue: Catalogue, id: ItemId): string {
  const index = catalogue.indexOf(id);
  return index === undefined ? id : catalogue.title(index);
}
