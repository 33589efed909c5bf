import { describe, expect, it } from "vitest";
import { together } from "../../../../agents/minds/grammar/together.ts";
import { films, onTable, told } from "./reading.ts";
import { following, wished } from "./spoken.ts";

describe("both at once", () => {
  it.each(["both at once", "both", "ok, both together", "combined", "mix them", "in one please"])(
    "“%s” asks for what was a choice together",
    (said) => {
      const plan = films.plan(said, following("a sci-fi film or a horror film"));
      expect(told(plan, films)).toBe("refine");
      expect(wished(plan.request)).toEqual(["genre all-of Sci-Fi, Horror"]);
    },
  );

  it("asks one by one for what no item has together, so that what is let go can be named", () => {
    const { request } = films.plan("both at once", following("a western or a war film from the 60s"));
    expect(wished(request)).toEqual(["genre any-of Western", "genre any-of War", "year between 1960–1969"]);
  });

  it("asks for people in one as well", () => {
    const { request } = films.plan("both", following("films with Al Pacino or Robert De Niro"));
    expect(wished(request)).toEqual(["cast all-of Al Pacino, Robert De Niro"]);
  });

  it.each([
    ["both", "a horror film"],
    ["both at once", "90s films"],
    ["both were boring", "a horror film or a comedy"],
    ["both of these", "a horror film or a comedy"],
  ])("“%s” after “%s” joins nothing", (said, before) => {
    const situation = { ...following(before), shortlist: onTable.shortlist };
    const plan = films.plan(said, situation);
    expect(told(plan, films)).not.toContain("refine");
    expect(wished(plan.request)).toEqual(wished(situation.request));
  });
});

describe("values that some item has together", () => {
  it.each([
    ["genre", ["Sci-Fi", "Horror"], true],
    ["genre", ["Western", "War"], false],
    ["genre", ["Action", "Sci-Fi", "Horror"], true],
    ["genre", ["Horror"], true],
    ["genre", ["Horror", "Blargon"], false],
    ["cast", ["Al Pacino", "Robert De Niro"], true],
    ["cast", ["Al Pacino", "Tom Hanks"], false],
    ["genre", [], false],
  ])("%s %j: %s", (facet, values, expected) =>
    expect(together(films.catalogue, facet, values)).toBe(expected),
  );

  it("are those of every item in the catalogue", () => {
    const { catalogue } = films;
    for (let index = 0; index < catalogue.size; index += 1)
      expect(together(catalogue, "keyword", catalogue.value(index, "keyword") as string[])).toBe(true);
  });
});
