import { describe, expect, it } from "vitest";
import { blank, films, onTable, told } from "../reading.ts";
import { following } from "../spoken.ts";

const all = "compare Heat, Fargo, Goodfellas, Seven, Psycho";

describe("items are compared", () => {
  it.each([
    ["compare 1 and 3", "compare Heat, Goodfellas"],
    ["Heat vs Fargo", "compare Heat, Fargo"],
    ["Heat versus Alien", "compare Heat, Alien"],
    ["Heat or Fargo or Alien?", "compare Heat, Fargo, Alien"],
    ["which is better, the first or the second?", "compare Heat, Fargo"],
    ["the first or the second: which one is better?", "compare Heat, Fargo"],
    ["what's the difference between 1 and 4?", "compare Heat, Seven"],
    ["how do 1 and 3 differ?", "compare Heat, Goodfellas"],
    ["how does the first compare to the last?", "compare Heat, Psycho"],
    ["what do the first two have in common?", "compare Heat, Fargo"],
  ])("that are named: %s", (said, acts) => {
    const plan = films.plan(said, onTable);
    expect(told(plan, films)).toBe(acts);
    expect(plan.steps).toMatchObject([{ tool: "compare" }]);
  });

  it.each(["compare them", "which is better?", "how do they compare?"])("that are shown: %s", (said) => {
    expect(told(films.plan(said, onTable), films)).toBe(all);
    expect(told(films.plan(said), films)).toBe("unknown-reference");
  });

  it.each(["compare Heat and Alien", "I loved Heat and Alien", "tell me about Heat and Alien"])(
    "that were named last, though others are shown: %s",
    (before) => {
      const situation = { ...following(before), shortlist: onTable.shortlist };
      expect(told(films.plan("which is better?", situation), films)).toBe("compare Heat, Alien");
    },
  );

  it("that were shown, where only one was named last", () => {
    const situation = { ...following("tell me about Alien"), shortlist: onTable.shortlist };
    expect(told(films.plan("which is better?", situation), films)).toBe(all);
  });
});

describe("items are not compared", () => {
  it.each([
    ["which is the best rated?", "look-up Heat (rating)"],
    ["which of them is best known?", "look-up Goodfellas (popularity)"],
    ["which films would you recommend, no westerns?", "refine"],
    ["compare the first", "unknown-reference"],
    ["I compared prices all day", "out-of-scope"],
  ])("%s", (said, acts) => expect(told(films.plan(said, onTable), films)).toBe(acts));

  it("with themselves", () => {
    expect(told(films.plan("compare Heat", blank), films)).toBe("unknown-reference");
  });
});
