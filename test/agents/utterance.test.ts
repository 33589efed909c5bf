import { describe, expect, it } from "vitest";
import { cleaned, LONGEST_UTTERANCE } from "../../agents/utterance.ts";
import { films, told } from "./minds/grammar/reading.ts";

describe("what somebody typed, fit to be read", () => {
  it("keeps line breaks, however they are written, and turns other control characters into spaces", () => {
    expect(cleaned("no horror\r\nfrom the 90s\rshort\u2028please").text).toBe(
      "no horror\nfrom the 90s\nshort\nplease",
    );
    expect(cleaned("a\tb\u0000\u0007c\u001b\nd").text).toBe("a b c \nd");
  });

  it("drops direction marks and the blanks around", () => {
    expect(cleaned("\n \u202eHeat\u202c\n").text).toBe("Heat");
  });

  it("cuts what is longer than it reads, and says so", () => {
    const most = "x".repeat(LONGEST_UTTERANCE);
    expect(cleaned(most)).toEqual({ text: most, cut: false });
    expect(cleaned(`${most}x`)).toEqual({ text: most, cut: true });
  });
});

describe("a line break", () => {
  it("ends a sentence for the grammar, and memory quotes what was said as one line", () => {
    expect(told(films.plan("I hate horror\ncrime films please"), films)).toBe("dislike Horror; seek");
    const { facts } = films.extract("I hate horror\ncrime films please");
    expect(facts.map((fact) => fact.provenance.said)).toEqual(["I hate horror crime films please"]);
  });
});
