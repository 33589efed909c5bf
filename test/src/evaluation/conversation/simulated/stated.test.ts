import { describe, expect, it } from "vitest";
import type { Condition } from "../../../../../memory/items/constraint.ts";
import { Stated } from "../../../../../src/evaluation/conversation/simulated/stated.ts";
import type { Effect } from "../../../../../src/evaluation/conversation/simulated/utterance.ts";
import { filmCatalogue, filmIndex } from "../../../../fixtures/films.ts";

const catalogue = filmCatalogue();
const [alien, heat, fargo, amelie] = ["Alien", "Heat", "Fargo", "Amélie"].map(filmIndex) as [
  number,
  number,
  number,
  number,
];
const NOTHING = { violations: 0, relaxed: 0, repeats: 0, relisted: 0 };

function hearing(...effects: Effect[]): { act: string; text: string; effects: Effect[] } {
  return { act: "said", text: "…", effects };
}

const only = (value: string, replaces = true): Effect => ({
  kind: "wish",
  wish: { facet: "genre", test: { op: "any-of", values: [value] } },
  replaces,
});
const never = (value: string): Effect => ({
  kind: "wish",
  wish: { facet: "genre", test: { op: "none-of", values: [value] } },
  replaces: false,
});

function having(...effects: Effect[]): Stated {
  const stated = new Stated(catalogue);
  stated.hear(hearing(...effects));
  return stated;
}

describe("what a simulated person has stated", () => {
  it("is broken by an item of a kind that was ruled out, and of another than was wished for", () => {
    expect(having(never("Horror")).judge([alien, heat], [])).toEqual({ ...NOTHING, violations: 1 });
    expect(having(only("Crime")).judge([alien, heat, fargo, amelie], [])).toEqual({
      ...NOTHING,
      violations: 2,
    });
    expect(having(only("Crime")).allows(heat)).toBe(true);
  });

  it("is not broken where the reply says what it let go of", () => {
    const wish: Condition = { facet: "genre", test: { op: "any-of", values: ["Crime"] } };
    const relaxed = [{ ...wish, strength: 0.5, said: "crime", source: "said" as const }];
    expect(having(only("Crime")).judge([alien, heat], relaxed)).toEqual({ ...NOTHING, relaxed: 1 });
    const other = [{ ...relaxed[0], facet: "year", test: { op: "between" as const, min: 1990 } }];
    expect(having(only("Crime")).judge([alien], other as typeof relaxed)).toMatchObject({ violations: 1 });
  });

  it("holds until another wish of that facet takes its place; what was ruled out stays ruled out", () => {
    const stated = having(only("Crime"), never("Horror"));
    stated.hear(hearing(only("Sci-Fi")));
    expect(stated.allows(filmIndex("Gattaca"))).toBe(true);
    expect(stated.allows(heat)).toBe(false);
    expect(stated.allows(alien)).toBe(false);
  });

  it("adds up where a wish takes no other's place", () => {
    const stated = having(only("Crime", false), only("Comedy", false));
    expect([heat, fargo, amelie].map((item) => stated.allows(item))).toEqual([false, true, false]);
  });

  it("makes a repeat of what was known or turned down", () => {
    const stated = having({ kind: "known", items: [alien] }, { kind: "turned-down", items: [heat] });
    expect(stated.judge([alien, heat, fargo], [])).toEqual({ ...NOTHING, repeats: 2 });
  });

  it("makes a repeat of what was shown before where others are asked for, and a relisting where not", () => {
    const stated = having();
    stated.judge([alien, heat], []);
    stated.hear(hearing(never("Horror")));
    expect(stated.judge([heat, fargo], [])).toEqual({ ...NOTHING, relisted: 1 });
    stated.hear(hearing({ kind: "others" }));
    expect(stated.judge([heat, amelie], [])).toEqual({ ...NOTHING, repeats: 1 });
    stated.hear(hearing());
    expect(stated.judge([amelie], [])).toEqual({ ...NOTHING, relisted: 1 });
  });
});
