import { expect, test } from "vitest";
import type { ItemId } from "../../memory/ids.ts";
import type { Constraint, FacetTest } from "../../memory/items/constraint.ts";
import { type Retrieval, RetrieveInput, retrieveTool } from "../../tools/retrieve.ts";
import { filmCatalogue, filmInteractions, films } from "../fixtures/films.ts";
import { cooccurrence, retrieversOf } from "../support/retrieval.ts";

const catalogue = filmCatalogue();
const { users, items } = filmInteractions();
const pairs = Array.from(items, (item, row) => [users[row] ?? 0, item] as const);
const retrieve = retrieveTool(catalogue, await retrieversOf(catalogue, cooccurrence(pairs, catalogue.size)));

/** A sequence of whole numbers below a bound, the same in every run. */
function chance(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function pick<Value>(from: readonly Value[], next: (bound: number) => number): Value {
  return from[next(from.length)] as Value;
}

function anyConstraint(next: (bound: number) => number): Constraint {
  const strength = pick([0.2, 0.5, 0.8, 1], next);
  const common = { strength, said: "so", source: "said" as const };
  if (next(2) === 0) {
    const low = 1940 + next(60);
    const tests: FacetTest[] = [
      { op: "between", min: low },
      { op: "between", max: low },
      { op: "outside", min: low, max: low + 20 },
    ];
    return { facet: "year", test: pick(tests, next), ...common };
  }
  const facet = pick(["genre", "country", "keyword", "director"], next);
  const values = [pick(catalogue.values(facet), next).value, pick(catalogue.values(facet), next).value];
  return { facet, test: { op: pick(["any-of", "all-of", "none-of"] as const, next), values }, ...common };
}

function anyInput(seed: number) {
  const next = chance(seed);
  const someIds = (most: number): ItemId[] => Array.from({ length: next(most) }, () => pick(films, next).id);
  return RetrieveInput.parse({
    request: {
      constraints: Array.from({ length: next(5) }, () => anyConstraint(next)),
      like: next(3) === 0 ? someIds(3) : [],
      unlike: next(4) === 0 ? someIds(2) : [],
      text: pick([undefined, undefined, "samurai in a village", "dark space", "quux"], next),
      sort: pick([undefined, undefined, { facet: "runtime", direction: "descending" as const }], next),
      renown: pick([undefined, undefined, "popular", "obscure"] as const, next),
      surprise: next(5) === 0,
      count: 1 + next(10),
    },
    taste: someIds(6).map((item) => ({ item, weight: next(3) === 0 ? -1 : 1 })),
    exclude: someIds(8),
    limit: 1 + next(40),
  });
}

const cases: { readonly input: ReturnType<typeof anyInput>; readonly found: Retrieval }[] = [];
for (let seed = 1; seed <= 400; seed += 1) {
  const input = anyInput(seed);
  cases.push({ input, found: await retrieve.run(input) });
}

test("every candidate satisfies every constraint that was not given up", () => {
  for (const { input, found } of cases) {
    const kept = input.request.constraints.filter((constraint) => !found.relaxed.includes(constraint));
    const masks = kept.map((constraint) => catalogue.satisfying(constraint));
    const wrong = found.candidates.filter(({ item }) =>
      masks.some((mask) => mask[catalogue.indexOf(item) ?? -1] !== 1),
    );
    expect(wrong).toEqual([]);
  }
});

test("nothing excluded, no example and nothing twice comes back", () => {
  for (const { input, found } of cases) {
    const { like, unlike } = input.request;
    const barred = new Set([...input.exclude, ...like, ...unlike]);
    const ids = found.candidates.map(({ item }) => item);
    expect(ids.filter((id) => barred.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test("what was ruled out is never given up, and nothing is given up while something satisfies all", () => {
  expect(cases.some(({ found }) => found.relaxed.length > 0)).toBe(true);
  for (const { input, found } of cases) {
    expect(found.relaxed.every(({ strength }) => strength < 1)).toBe(true);
    const masks = input.request.constraints.map((constraint) => catalogue.satisfying(constraint));
    const barred = new Set([...input.exclude, ...input.request.like, ...input.request.unlike]);
    const left = films.filter(
      ({ id }, index) => !barred.has(id) && masks.every((mask) => mask[index] === 1),
    ).length;
    if (left > 0) expect(found).toMatchObject({ relaxed: [], considered: left });
  }
});

test("there are as many candidates as can be shown, and no more than the limit; the best come first", () => {
  for (const { input, found } of cases) {
    const possible = Math.min(input.request.count, input.limit, found.considered);
    // What is put in order among what a text or an example selects is not filled up: fillers would take the first places.
    if (input.request.sort === undefined) {
      expect(found.candidates.length).toBeGreaterThanOrEqual(possible);
    } else if (possible > 0) {
      expect(found.candidates.length).toBeGreaterThan(0);
    }
    expect(found.candidates.length).toBeLessThanOrEqual(input.limit);
    const scores = found.candidates.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  }
});
