import { describe, expect, it } from "vitest";
import { films, toolsOf } from "./reading.ts";
import { wished } from "./spoken.ts";

describe("a value that is only told of something", () => {
  it.each([
    "it was a funny movie",
    "I thought they were really scary",
    "sounds like a western",
    "it sounds like a thriller",
    "do you like sci-fi?",
    "Fargo was a comedy",
  ])("“%s” asks for nothing", (said) => {
    const plan = films.plan(said);
    expect(wished(plan.request)).toEqual([]);
    expect(toolsOf(plan)).toBe("");
  });

  it.each([
    ["Heat was a thriller, show me a comedy", ["genre any-of Comedy"]],
    ["It was a western. Now a comedy please", ["genre any-of Comedy"]],
    ["it sounds like a comedy, I want horror", ["genre any-of Horror"]],
    ["I thought it was a western, give me a comedy", ["genre any-of Comedy"]],
  ])("is no part of what is asked for: %s", (said, wishes) =>
    expect(wished(films.plan(said).request)).toEqual(wishes),
  );
});

describe("a value that is asked for", () => {
  it.each([
    ["a funny movie", ["genre any-of Comedy"]],
    ["a film that was funny", ["genre any-of Comedy"]],
    ["if it was a comedy I'd watch it", ["genre any-of Comedy"]],
    ["if I thought it was a comedy I'd watch it", ["genre any-of Comedy"]],
    ["I wish it was a comedy", ["genre any-of Comedy"]],
    ["a western, that was made in the nineties", ["genre any-of Western", "year between 1990–1999"]],
    ["do you have westerns?", ["genre any-of Western"]],
  ])("%s", (said, wishes) => expect(wished(films.plan(said).request)).toEqual(wishes));
});
