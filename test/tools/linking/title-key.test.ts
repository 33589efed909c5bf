import { describe, expect, it } from "vitest";
import { titleKeys, wordsOf } from "../../../tools/linking/title-key.ts";

/** The surest grade at which two titles meet; 0 where they do not. */
function meet(one: string, other: string): number {
  const others = new Map(titleKeys(other).map((key) => [key.key, key]));
  const grades = titleKeys(one).map((key) => {
    const same = others.get(key.key);
    return same === undefined || (same.part && key.part) ? 0 : key.grade * same.grade;
  });
  return Math.max(0, ...grades);
}

describe("two ways of writing a title", () => {
  it.each([
    ["Matrix, The", "The Matrix"],
    ["Amélie", "AMELIE"],
    ["Fast & Furious", "Fast and Furious"],
    ["Kramer vs. Kramer", "Kramer v Kramer"],
    ["Rocky II", "Rocky 2"],
    ["Rocky V", "Rocky 5"],
    ["Spider-Man", "Spiderman"],
    ["Ocean's Eleven", "Oceans 11"],
    ["E.T. the Extra-Terrestrial", "ET the Extra Terrestrial"],
    ["A Wizard of Earthsea (Earthsea Cycle, #1)", "A Wizard of Earthsea"],
    ["Star Wars: Episode IV – A New Hope", "Star Wars - Episode 4: A New Hope"],
  ])("%s is %s", (one, other) => {
    expect(meet(one, other)).toBe(1);
  });

  it.each([
    ["Star Wars", "Star Wars: Episode IV - A New Hope"],
    ["City of Lost Children, The (Cité des enfants perdus, La)", "La Cité des enfants perdus"],
    ["The Godfather Part II", "Godfather 2"],
    ["Thing, The", "Thing"],
  ])("%s may be %s", (one, other) => {
    expect(meet(one, other)).toBeGreaterThan(0.85);
    expect(meet(one, other)).toBeLessThan(1);
  });

  it.each([
    ["Rocky II", "Rocky III"],
    ["Star Trek: Insurrection", "Star Trek: Generations"],
    ["Alien", "Aliens"],
  ])("%s is not %s", (one, other) => {
    expect(meet(one, other)).toBe(0);
  });

  it("keeps a title that is one word or one numeral", () => {
    expect(wordsOf("IV")).toBe("iv");
    expect(titleKeys("Z").map(({ key }) => key)).toEqual(["z"]);
    expect(titleKeys("???")).toEqual([]);
  });
});
