import { describe, expect, it } from "vitest";
import { surnamesOf } from "../../../../agents/minds/grammar/surnames.ts";

describe("the last name of somebody", () => {
  it("is the last word of the name, with what belongs to it", () => {
    expect(surnamesOf("ursula k le guin")).toEqual(["guin", "le guin", "leguin"]);
    expect(surnamesOf("guillermo del toro")).toEqual(["toro", "del toro", "deltoro"]);
    expect(surnamesOf("duran duran")).toEqual(["duran"]);
  });

  it("stands behind initials as behind first names", () => {
    expect(surnamesOf("j r r tolkien")).toEqual(["tolkien"]);
    expect(surnamesOf("jrr tolkien")).toEqual(["tolkien"]);
  });

  it("is neither what numbers a namesake nor a name that stands alone", () => {
    expect(surnamesOf("kurt vonnegut jr")).toEqual(["vonnegut"]);
    expect(surnamesOf("elizabeth ii")).toEqual([]);
    expect(surnamesOf("homer")).toEqual([]);
    expect(surnamesOf("")).toEqual([]);
  });
});
