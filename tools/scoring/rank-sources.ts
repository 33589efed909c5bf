import type { Catalogue } from "../../memory/items/catalogue.ts";
import { damped } from "../../memory/items/measures.ts";
import type { Candidate } from "../../memory/items/shortlist.ts";
import { dot } from "../retrieval/item-vectors.ts";
import type { Emphasis, Source } from "./emphasis.ts";
import type { Scorer, Taste } from "./scorer.ts";

/** What the sources are computed from. `items` are the candidates' catalogue indices, in the candidates' order. */
export interface SourceInput {
  readonly candidates: readonly Pick<Candidate, "ranks">[];
  readonly items: readonly number[];
  readonly taste: readonly Taste[];
  readonly like: readonly number[];
  readonly unlike: readonly number[];
}

interface SourceParts {
  readonly catalogue: Pick<Catalogue, "statistics">;
  readonly scorer: Scorer;
  /** Unit vector of an item; undefined where there is none. */
  readonly vectorOf: (index: number) => Float32Array | undefined;
}

/** Ranks (1 = best) by position; 0 where the source says nothing about the candidate. */
export type Ranks = Int32Array;

/**
 * The order of every source that has a say. Equals share the middle of their ranks: input order decides nothing, and a source that
 * knows nothing of most candidates does not call them all second best.
 */
export async function rankSources(
  parts: SourceParts,
  input: SourceInput,
  emphasis: Emphasis,
  signal?: AbortSignal,
): Promise<ReadonlyMap<Source, Ranks>> {
  const ranks = new Map<Source, Ranks>();
  for (const name of Object.keys(emphasis) as Source[]) {
    ranks.set(name, ranked(await SOURCE_VALUES[name](parts, input, signal)));
  }
  return ranks;
}

type Values = (parts: SourceParts, input: SourceInput, signal?: AbortSignal) => Promise<Float64Array>;

const SOURCE_VALUES: Readonly<Record<Source, Values>> = {
  request: async (_parts, input) => requestValues(input.candidates, input.like.length > 0),
  examples: ({ scorer }, { like, unlike, items }, signal) =>
    scored(scorer, [...unlike.map(unwanted), ...like.map(wanted)], items, signal),
  taste: ({ scorer }, { taste, unlike, items }, signal) =>
    scored(scorer, [...unlike.map(unwanted), ...taste], items, signal),
  popular: async ({ catalogue }, { items }) => popularities(catalogue, items),
  hidden: async ({ catalogue }, { items }) =>
    // What nobody touched is unknown, not a hidden gem.
    popularities(catalogue, items).map((popularity) => (popularity > 0 ? -popularity : Number.NaN)),
  esteem: async ({ catalogue }, { items }) => esteem(catalogue, items),
  unusual: async ({ vectorOf }, { taste, items }) => unusual(vectorOf, taste, items),
};

function wanted(item: number): Taste {
  return { item, weight: 1 };
}

function unwanted(item: number): Taste {
  return { item, weight: -1 };
}

/** Retrievers that look at a list's standing, not at the request. Collaborative ones look at the request only where it has examples. */
const IMPERSONAL: ReadonlySet<string> = new Set(["popular", "hidden-gems", "order"]);
const PERSONAL: ReadonlySet<string> = new Set(["collaborative"]);

/** Σ 1 / (60 + rank) over the retrievers that answered the request (Cormack et al., SIGIR 2009); NaN where none did. */
export function requestValues(
  candidates: readonly Pick<Candidate, "ranks">[],
  hasExamples: boolean,
): Float64Array {
  return Float64Array.from(candidates, ({ ranks }) => {
    const asked = Object.entries(ranks).filter(
      ([name]) => !IMPERSONAL.has(name) && (hasExamples || !PERSONAL.has(name)),
    );
    return asked.length === 0 ? Number.NaN : asked.reduce((sum, [, rank]) => sum + 1 / (60 + rank), 0);
  });
}

async function scored(
  scorer: Scorer,
  history: readonly Taste[],
  items: readonly number[],
  signal: AbortSignal | undefined,
): Promise<Float64Array> {
  const scores = await scorer.score(history, signal);
  return Float64Array.from(items, (item) => scores[item] ?? Number.NaN);
}

function popularities(catalogue: SourceParts["catalogue"], items: readonly number[]): Float64Array {
  return Float64Array.from(items, (item) => catalogue.statistics(item).popularity);
}

/** Mean rating drawn towards the candidates' mean where few rated; NaN where nobody did. */
function esteem(catalogue: SourceParts["catalogue"], items: readonly number[]): Float64Array {
  const statistics = items.map((item) => catalogue.statistics(item));
  const rated = statistics.filter(({ mean }) => mean !== undefined);
  const ratings = rated.reduce((sum, { count }) => sum + count, 0);
  const overall = rated.reduce((sum, { count, mean }) => sum + count * (mean ?? 0), 0) / (ratings || 1);
  return Float64Array.from(statistics, ({ count, mean }) =>
    mean === undefined ? Number.NaN : damped(mean, count, overall),
  );
}

/** "Unusual" is measured against so many of the latest likes. */
const LIKES_COMPARED = 20;

/** Distance from the nearest liked item; where there are no vectors or no likes, nothing is usual, and nothing unusual. */
function unusual(
  vectorOf: SourceParts["vectorOf"],
  taste: readonly Taste[],
  items: readonly number[],
): Float64Array {
  const liked = taste.filter(({ weight }) => weight > 0).slice(-LIKES_COMPARED);
  const vectors = liked.map(({ item }) => vectorOf(item)).filter((vector) => vector !== undefined);
  if (vectors.length === 0) return new Float64Array(items.length).fill(Number.NaN);
  return Float64Array.from(items, (item) => -Math.max(...vectors.map((one) => dot(one, vectorOf(item)))));
}

function ranked(values: Float64Array): Ranks {
  const order = Array.from(values.keys())
    .filter((position) => !Number.isNaN(values[position]))
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const ranks = new Int32Array(values.length);
  for (let first = 0; first < order.length; ) {
    const value = values[order[first] ?? 0];
    let next = first + 1;
    while (next < order.length && values[order[next] ?? 0] === value) next += 1;
    const middle = Math.ceil((first + 1 + next) / 2);
    for (const position of order.slice(first, next)) ranks[position] = middle;
    first = next;
  }
  return ranks;
}
