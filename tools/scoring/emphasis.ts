import type { Request } from "../retrieval/request.ts";

/**
 * The orders that are joined into one, each over the candidates, 1 = best:
 * - `request`: what the retrievers found for the text or the examples;
 * - `examples`: the scorer's answer to the examples alone ("like Alien");
 * - `taste`: the scorer's answer to the user's history;
 * - `popular`: popularity; `esteem`: mean rating, drawn towards the catalogue's where few rated;
 * - `hidden`: popularity turned round; `unusual`: furthest from what the user likes.
 */
const SOURCES = ["request", "examples", "taste", "popular", "esteem", "hidden", "unusual"] as const;
export type Source = (typeof SOURCES)[number];
export type Emphasis = Readonly<Partial<Record<Source, number>>>;

/** How far the top of an order stands out: rank 12 is worth half as much as rank 1. */
const HALF_RANK = 10;

/** What a rank is worth in the joined order, 1 for the first: (10 + 1) / (10 + rank); 0 for no rank (0). */
export function worthOf(rank: number): number {
  return rank > 0 ? (HALF_RANK + 1) / (HALF_RANK + rank) : 0;
}

export interface Situation {
  /** The request has a text or examples, and retrievers found something for them. */
  readonly asked: boolean;
  /** What is known of the user's taste: something liked, only things not wanted, or nothing. */
  readonly taste: "liked" | "disliked" | "unknown";
  readonly request: Pick<Request, "like" | "renown" | "surprise">;
}

/**
 * Who has the say, as weights that sum to 1. What was asked for in words or by example leads; with facets only, taste leads;
 * without taste, popularity and esteem do. "Popular", "hidden gems" and "surprise me" shift a third of the say.
 */
export function emphasisOf({ asked, taste, request }: Situation): Emphasis {
  const usual = usualEmphasis(asked, taste, request.like.length > 0);
  const shift = shiftOf(request);
  if (shift === undefined) return usual;
  const against: readonly Source[] = request.renown === "popular" ? ["esteem"] : ["popular"];
  return normalise(merge(without(usual, against), shift));
}

function usualEmphasis(asked: boolean, taste: Situation["taste"], examples: boolean): Emphasis {
  if (asked) {
    const lead: Emphasis = examples ? { request: 0.4, examples: 0.25 } : { request: 0.65 };
    if (taste === "liked") return { ...lead, taste: 0.25, popular: 0.1 };
    if (taste === "disliked") return { ...lead, taste: 0.15, popular: 0.1, esteem: 0.1 };
    return { ...lead, popular: 0.2, esteem: 0.15 };
  }
  if (taste === "liked") return { taste: 0.85, popular: 0.05, esteem: 0.1 };
  if (taste === "disliked") return { taste: 0.3, popular: 0.4, esteem: 0.3 };
  return { popular: 0.6, esteem: 0.4 };
}

function shiftOf({ renown, surprise }: Situation["request"]): Emphasis | undefined {
  if (renown === "popular") return { popular: 0.5 };
  if (renown === "obscure") return { hidden: 0.25, esteem: 0.25 };
  return surprise ? { unusual: 0.5 } : undefined;
}

function without(emphasis: Emphasis, sources: readonly Source[]): Emphasis {
  return Object.fromEntries(Object.entries(emphasis).filter(([name]) => !sources.includes(name as Source)));
}

function merge(one: Emphasis, other: Emphasis): Emphasis {
  const names = SOURCES.filter((name) => one[name] !== undefined || other[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}

function normalise(emphasis: Emphasis): Emphasis {
  const total = Object.values(emphasis).reduce((sum, weight) => sum + weight, 0);
  return Object.fromEntries(Object.entries(emphasis).map(([name, weight]) => [name, weight / total]));
}
