import { expect, it } from "vitest";
import { foreignTongue } from "../../../../agents/minds/grammar/foreign-tongue.ts";
import { films } from "./reading.ts";
import { utteranceOf } from "./spoken.ts";

it.each([
  ["ich möchte einen lustigen Film", "de"],
  ["was gibt es", "de"],
  ["je voudrais un film d'horreur", "fr"],
  ["quiero una película de terror", "es"],
  ["vorrei un film con Al Pacino", "it"],
  ["eu quero um filme", "pt"],
  ["ik wil een film kijken", "nl"],
  ["jag vill ha en film", "sv"],
  ["chce obejrzec film", "pl"],
])("“%s” is in %s, and the plan says so", (said, tag) => {
  expect(foreignTongue(utteranceOf(said))).toBe(tag);
  expect(films.plan(said)).toMatchObject({
    acts: [{ act: "out-of-scope", because: "language", language: tag }],
    steps: [],
  });
});

it.each([
  "the film is good",
  "a French film with Tom Hanks",
  "hola, a comedy please",
  "bonjour",
  "film noir",
  "I want a comedy with Oscar de la Hoya",
  "was it any good?",
  "die hard",
  "",
])("“%s” is in no other language, as far as its words tell", (said) =>
  expect(foreignTongue(utteranceOf(said))).toBeUndefined(),
);
