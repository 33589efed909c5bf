import { describe, expect, it } from "vitest";
import { films, told } from "./reading.ts";

describe("words that no recogniser understood", () => {
  it.each([
    ["films about a lighthouse", "lighthouse"],
    ["films about a man in a lighthouse", "man in a lighthouse"],
    ["something set in a submarine", "submarine"],
    ["a film with a hidden treasure", "hidden treasure"],
    ["a heartwarming film", "heartwarming"],
    ["spaghetti westerns", "spaghetti"],
    ["something eerie", "eerie"],
    ["something eerie, like Alien", "eerie"],
    ["a heist gone wrong", "gone wrong"],
    ["wakes distress", "wakes distress"],
    ["films about heat", "heat"],
    ["a comedy about dogs. Lighthouses scare me", "dogs"],
  ])("are searched as written where they hang on what is asked for: %s", (said, text) => {
    const plan = films.plan(said);
    expect(plan.request.text).toBe(text);
    expect(told(plan, films)).toBe("seek");
  });

  it.each([
    "list films",
    "know any films recently",
    "done anything recently",
    "something for my wife",
    "no films about lighthouses",
    "blargon flurb",
    "my brother works in a lighthouse, give me a western",
    "I live in a lighthouse. A comedy please",
    "I grew up by a lighthouse and loved it",
    "what do you think about lighthouses?",
    "what about a lighthouse keeper?",
    "asdf qwer zxcv uiop hjkl vbnm",
  ])("are not searched in “%s”", (said) => expect(films.plan(said).request.text).toBeUndefined());

  it("are what is left of a wish, not what it was understood by", () => {
    const { request } = films.plan("a French film about a lighthouse from the 90s");
    expect(request.text).toBe("lighthouse");
    expect(request.constraints.map(({ facet }) => facet)).toEqual(["country", "year"]);
  });
});
