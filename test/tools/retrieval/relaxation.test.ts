import { expect, test } from "vitest";
import type { Constraint } from "../../../memory/items/constraint.ts";
import { constraintMasks } from "../../../tools/retrieval/constraints.ts";
import { relax } from "../../../tools/retrieval/relaxation.ts";
import { filmCatalogue, filmIndex } from "../../fixtures/films.ts";

const catalogue = filmCatalogue();
const NOBODY: ReadonlySet<number> = new Set();

function genre(value: string, strength = 0.8): Constraint {
  return { facet: "genre", test: { op: "any-of", values: [value] }, strength, said: value, source: "said" };
}

function not(value: string): Constraint {
  return {
    facet: "genre",
    test: { op: "none-of", values: [value] },
    strength: 1,
    said: value,
    source: "said",
  };
}

function runtime(max: number, strength = 0.5): Constraint {
  return { facet: "runtime", test: { op: "between", max }, strength, said: `under ${max}`, source: "said" };
}

function run(constraints: readonly Constraint[], excluded = NOBODY) {
  const masks = constraintMasks(catalogue, constraints);
  const { allowed, relaxed } = relax(constraints, masks, catalogue.size, excluded);
  return {
    titles: Array.from(allowed.keys())
      .filter((index) => allowed[index] === 1)
      .map((index) => catalogue.title(index)),
    relaxed: relaxed.map(({ said }) => said),
  };
}

test("what satisfies everything is returned, though it be one, and nothing is relaxed", () => {
  expect(run([genre("Western"), runtime(100)])).toEqual({ titles: ["High Noon"], relaxed: [] });
  expect(run([]).titles).toHaveLength(catalogue.size);
});

test("when nothing is left the weakest constraint gives way, whole, and is named", () => {
  const { titles, relaxed } = run([genre("Western"), runtime(60)]);
  expect(relaxed).toEqual(["under 60"]);
  expect(titles).toEqual(["Unforgiven", "High Noon", "Once Upon a Time in the West"]);
});

test("one strong constraint gives way before two weak ones", () => {
  // No animated film is Italian or longer than 150 minutes: giving up Animation suffices.
  const italian: Constraint = {
    facet: "country",
    test: { op: "any-of", values: ["Italy"] },
    strength: 0.1,
    said: "Italian",
    source: "said",
  };
  const long: Constraint = {
    facet: "runtime",
    test: { op: "between", min: 150 },
    strength: 0.1,
    said: "long",
    source: "said",
  };
  expect(run([genre("Animation", 0.9), italian, long])).toEqual({
    titles: ["Once Upon a Time in the West"],
    relaxed: ["Animation"],
  });
});

test("of equally cheap ways the one that leaves most items is taken", () => {
  // Fifteen dramas stay if Animation goes, three animations if Drama goes.
  expect(run([genre("Drama", 0.5), genre("Animation", 0.5)]).relaxed).toEqual(["Animation"]);
});

test("what was ruled out is never relaxed: nothing is the answer then", () => {
  const everyGenre = ["Drama", "Western"].map(not);
  expect(run([genre("Western"), ...everyGenre]).titles).not.toContain("Unforgiven");
  expect(run([genre("Western", 1), not("Western")])).toEqual({ titles: [], relaxed: [] });
});

test("excluded items are gone before anything is relaxed", () => {
  const seen = new Set(["Unforgiven", "High Noon", "Once Upon a Time in the West"].map(filmIndex));
  const { titles, relaxed } = run([genre("Western", 0.5), runtime(90, 0.9)], seen);
  expect(relaxed).toEqual(["Western"]);
  expect(titles).toEqual(["Rashomon", "My Neighbor Totoro", "Toy Story", "Paths of Glory"]);
});

test("agrees with trying every subset", () => {
  const constraints = [
    genre("Western", 0.3),
    genre("Animation", 0.4),
    runtime(80, 0.2),
    { ...runtime(0, 0.35), test: { op: "between" as const, min: 160 } },
    not("War"),
  ];
  const masks = constraintMasks(catalogue, constraints);
  const subsets = Array.from({ length: 16 }, (_, bits) =>
    constraints.filter((_, place) => (bits >> place) % 2 === 1),
  )
    .filter((given) => {
      const kept = masks.filter((_, place) => !given.some((one) => one === constraints[place]));
      return Array.from({ length: catalogue.size }).some((_, index) =>
        kept.every((mask) => mask[index] === 1),
      );
    })
    .map((given) => ({ given, strength: given.reduce((sum, { strength }) => sum + strength, 0) }))
    .sort((a, b) => a.given.length - b.given.length || a.strength - b.strength);
  expect(relax(constraints, masks, catalogue.size, NOBODY).relaxed).toEqual(subsets[0]?.given);
});

test("a facet that is not there is refused with the nearest names", () => {
  const wrong = { ...runtime(90), facet: "runtimes" };
  expect(() => constraintMasks(catalogue, [wrong])).toThrow(
    expect.objectContaining({ code: "unknown-facet", hint: expect.stringMatching(/^nearest: runtime, /) }),
  );
});

test("a range is not asked of words", () => {
  expect(() => constraintMasks(catalogue, [{ ...runtime(90), facet: "genre" }])).toThrow(
    expect.objectContaining({ code: "bad-constraint" }),
  );
});
