import { describe, expect, it } from "vitest";
import { UserId } from "../../../memory/ids.ts";
import type { Fact } from "../../../memory/users/profile.ts";
import { meetWishes, preferencesOf } from "../../../tools/scoring/preferences.ts";
import { filmCatalogue } from "../../fixtures/films.ts";

const ALIEN = 0;
const TOTORO = 22;

function fact(subject: Fact["subject"], polarity: Fact["polarity"], strength = 1): Fact {
  return {
    id: 1,
    user: UserId.parse("ada"),
    dataset: "films",
    subject,
    polarity,
    strength,
    scope: "always",
    provenance: { thread: "t", turn: 1, said: "", at: 0 },
  };
}

describe("soft wishes", () => {
  const catalogue = filmCatalogue();

  it("come from likes and dislikes, with their strength, and not from neutral facts", () => {
    const horror = { about: "value", facet: "genre", value: "Horror" } as const;
    const short = { about: "range", facet: "runtime", max: 100 } as const;
    expect(
      preferencesOf([fact(horror, "dislike", 0.5), fact(short, "like"), fact(horror, "neutral")]),
    ).toEqual([
      { facet: "genre", value: "Horror", weight: -0.5 },
      { facet: "runtime", max: 100, weight: 1 },
    ]);
  });

  it("are met by values and by ranges; fit is the met weight over all weight", () => {
    const wishes = [
      { facet: "genre", value: "Animation", weight: 1 },
      { facet: "runtime", max: 100, weight: 0.5 },
      { facet: "genre", value: "Horror", weight: -0.5 },
    ];
    const [alien, totoro] = meetWishes(catalogue, [ALIEN, TOTORO], wishes);
    expect(alien?.fit).toBe(-0.25);
    expect(totoro?.fit).toBe(0.75);
    expect(totoro?.met.map((wish) => wish.facet)).toEqual(["genre", "runtime"]);
  });

  it("about facets the catalogue does not have change nothing", () => {
    const [alien] = meetWishes(catalogue, [ALIEN], [{ facet: "scent", value: "rose", weight: 1 }]);
    expect(alien).toEqual({ fit: 0, met: [] });
  });
});
