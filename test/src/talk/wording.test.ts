import { describe, expect, it } from "vitest";
import { FacetDeclaration } from "../../../memory/items/facet.ts";
import { titleText } from "../../../src/talk/wording.ts";

const YEAR = [FacetDeclaration.parse({ name: "year", kind: "year" })];

describe("a title with its year", () => {
  it("has the year behind it, also one before Christ", () => {
    expect(titleText({ title: "Heat", facets: { year: 1995 } }, YEAR)).toBe("Heat (1995)");
    expect(titleText({ title: "The Odyssey", facets: { year: -720 } }, YEAR)).toBe("The Odyssey (720 BC)");
  });

  it("has it once, and none where none is known or shown", () => {
    expect(titleText({ title: "Heat (1995)", facets: { year: 1995 } }, YEAR)).toBe("Heat (1995)");
    expect(titleText({ title: "Heat", facets: {} }, YEAR)).toBe("Heat");
    expect(titleText({ title: "Heat", facets: { year: 1995 } }, [])).toBe("Heat");
  });
});
