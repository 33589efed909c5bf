import { describe, expect, it } from "vitest";
import { EMPTY_REQUEST } from "../../../../tools/retrieval/request.ts";
import { filmId } from "../../../fixtures/films.ts";
import { films, onTable, told, toolsOf } from "./reading.ts";

/** On the table: 1 Heat, 2 Fargo, 3 Goodfellas, 4 Seven, 5 Psycho, asked for as Crime. */
const critiques: readonly (readonly [said: string, acts: string, understood: string])[] = [
  ["shorter", "refine", "Crime · up to 126 min"],
  ["a bit shorter please", "refine", "Crime · up to 126 min"],
  ["newer", "refine", "Crime · from 1996"],
  ["something older", "refine", "Crime · before 1995"],
  ["too long", "refine", "Crime · up to 126 min"],
  ["not so long", "refine", "Crime · up to 126 min"],
  ["these are too old", "refine", "Crime · from 1996"],
  ["shorter than the second", "refine", "Crime · up to 97 min"],
  ["newer than Heat", "refine", "Crime · from 1996"],
  ["without horror", "refine", "Crime · not Horror"],
  ["no horror please", "refine", "Crime · not Horror"],
  ["remove the comedies", "refine", "Crime · not Comedy"],
  ["too many comedies", "refine", "Crime · not Comedy"],
  ["only the French ones", "refine", "Crime · France"],
  ["and French?", "refine", "Crime · France"],
  ["with Tom Hanks", "refine", "Crime · Tom Hanks"],
  ["any with Al Pacino?", "refine", "Crime · Al Pacino"],
  ["not with Tom Hanks", "refine", "Crime · not Tom Hanks"],
  ["under 100 minutes", "refine", "Crime · under 100 min"],
  ["from the 70s instead", "refine", "Crime · 1970–1979"],
  ["comedies instead", "refine", "Comedy"],
  ["make it a western", "refine", "Western"],
  ["funnier", "refine", "Crime and Comedy"],
  ["make it funnier", "refine", "Crime and Comedy"],
  ["darker", "refine", "Crime · dark"],
  ["more like the second one", "refine", "Crime · like Fargo"],
  ["the third but without aliens", "refine", "Crime · not alien · like Goodfellas"],
  ["like the second but shorter", "refine", "Crime · up to 97 min · like Fargo"],
  ["any genre", "refine", ""],
  ["more", "more", "Crime"],
  ["show me more films", "more", "Crime"],
  ["what else?", "more", "Crime"],
  ["others", "more", "Crime"],
  ["next", "more", "Crime"],
  ["3 more", "more", "Crime"],
  ["not those", "more instead", "Crime"],
  ["none of these", "more instead", "Crime"],
  ["something different", "more instead", "Crime"],
  ["a western from the 60s", "seek", "Western · 1960–1969"],
  ["horror", "seek", "Horror"],
  ["anything by Kurosawa", "seek", "Akira Kurosawa"],
  ["I've seen the first, something newer, no horror", "seen Heat; refine", "Crime · from 1996 · not Horror"],
  ["hated the second, more like the third", "disliked Fargo; refine", "Crime · like Goodfellas"],
];

describe("a critique of the list on the table", () => {
  it.each(critiques)("%s → %s: %s", (said, acts, understood) => {
    const plan = films.plan(said, onTable);
    expect(told(plan, films)).toBe(acts);
    expect(plan.understood).toBe(understood);
    expect(toolsOf(plan)).toBe("retrieve score rate explain");
  });

  const following = (...said: string[]): ReturnType<typeof films.plan> =>
    said
      .slice(1)
      .reduce(
        (plan, text) => films.plan(text, { ...onTable, request: plan.request }),
        films.plan(said[0] ?? ""),
      );

  it("keeps what earlier turns asked for and replaces what contradicts it", () => {
    expect(following("90s sci-fi", "shorter").understood).toBe("Sci-Fi · 1990–1999 · up to 126 min");
    expect(following("90s sci-fi", "from the 80s instead").understood).toBe("Sci-Fi · 1980–1989");
    expect(following("a thriller under two hours", "under 100 minutes").understood).toBe(
      "Thriller · under 100 min",
    );
    expect(following("sci-fi without horror", "with horror").understood).toBe("Sci-Fi and Horror");
    expect(following("sci-fi or horror", "no horror").understood).toBe("Sci-Fi · not Horror");
    expect(following("like Alien but not horror", "from the 90s").understood).toBe(
      "1990–1999 · not Horror · like Alien",
    );
  });

  it("carries the count through critiques and drops it with a new wish", () => {
    expect(following("top 3 war films", "shorter").request.count).toBe(3);
    expect(following("top 3 war films", "90s sci-fi").request.count).toBe(EMPTY_REQUEST.count);
  });

  it("takes a bare value for an addition where the two go together", () => {
    expect(following("a comedy", "french").understood).toBe("Comedy · France");
    expect(following("a western", "french").understood).toBe("France");
  });

  it("sets the number to show with the further ones asked for", () => {
    expect(films.plan("3 more", onTable).request.count).toBe(3);
  });

  it("measures a comparative against the low or high third where nothing is shown", () => {
    expect(films.plan("something newer").request.constraints[0]?.test).toEqual({ op: "between", min: 1995 });
  });

  it("names the items it was pointed at by id", () => {
    expect(films.plan("more like the second one", onTable).request.like).toEqual([filmId("Fargo")]);
  });
});
