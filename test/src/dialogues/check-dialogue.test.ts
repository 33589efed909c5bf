import { describe, expect, it } from "vitest";
import { checkDialogue } from "../../../src/dialogues/check-dialogue.ts";
import { itemNames } from "../../../src/dialogues/item-names.ts";
import { refusal } from "../../../src/dialogues/problem.ts";
import { dialoguesIn } from "../../../src/dialogues/read-dialogues.ts";
import { filmCatalogue } from "../../fixtures/films.ts";

const catalogue = filmCatalogue();
const names = itemNames(catalogue);

function checked(turns: string): ReturnType<typeof checkDialogue> {
  const { dialogues, problems } = dialoguesIn(`title: t\nturns:\n${turns}`, "d.yaml");
  expect(problems).toEqual([]);
  const [dialogue] = dialogues;
  if (dialogue === undefined) throw new Error("there is a dialogue");
  return checkDialogue(dialogue, { catalogue, names });
}

const problems = (turns: string): readonly string[] =>
  checked(turns).problems.map(({ line, code, message, hint }) =>
    `${line} ${code}: ${message} ${hint ?? ""}`.trim(),
  );

describe("a dialogue is checked against its catalogue", () => {
  it("and its turns are counted without restarts, their expectations in the order they were written", () => {
    const { steps, problems: none } = checked(`  - say: a
    name: start
  - restart: true
  - say: b
    expect:
      reply: x
      no-item-of: start
      count: 3
      same-items-as: 1
`);
    expect(none).toEqual([]);
    expect(steps.map((step) => (step.kind === "say" ? [step.number, step.at] : step.kind))).toEqual([
      [1, 0],
      "restart",
      [2, 2],
    ]);
    const checks = steps.flatMap((step) => (step.kind === "say" ? step.checks : []));
    expect(checks.map(({ key, wanted, line }) => `${line} ${key}: ${wanted}`)).toEqual([
      "8 reply: x",
      "9 no-item-of: start",
      "10 count: 3",
      "11 same-items-as: 1",
    ]);
  });

  it("and everything that it lacks is told, each entry at its line", () => {
    expect(
      problems(`  - say: a
    expect:
      items:
        - gnre=Drama
        - genre=Drma
        - year=soon
      contain: [Haet, Alien, Fago]
      order: genre ascending
      relaxed: [yaer]
      memory: [loves Heat, seen Haet]
`),
    ).toEqual([
      expect.stringMatching(/^6 usage-where: films in films have no “gnre”.*Did you mean genre\?/),
      "7 usage-where: No genre here is “Drma”. Did you mean Drama?",
      expect.stringMatching(/^8 usage-where: “soon” is no number.*"year<2000"/),
      "9 title-not-found: No film here is called “Haet”. Did you mean “Heat”?",
      "9 title-not-found: No film here is called “Fago”. Did you mean “Fargo”?",
      "10 usage-order: genre has no order. There are year, runtime, rating, popularity.",
      expect.stringMatching(/^11 usage-where: .*“yaer”.*Did you mean year\?/),
      expect.stringMatching(/^12 usage-statement: “loves Heat”/),
      "12 title-not-found: No film here is called “Haet”. Did you mean “Heat”?",
    ]);
  });

  it("and refers to no turn but earlier ones", () => {
    expect(
      problems(`  - say: a
    name: one
    expect: { same-items-as: 1 }
  - say: b
    name: one
    expect: { same-items-as: oen, no-item-of: three }
  - say: c
    name: three
    expect: { same-items-as: three, no-item-of: 4 }
`),
    ).toEqual([
      "5 usage-turn: “1” is no turn before turn 1. Nothing comes before the first turn.",
      "8 usage-turn: “oen” is no turn before turn 2. Did you mean “one”?",
      "8 usage-turn: “three” is no turn before turn 2. There are 1, “one”; restarts are not counted.",
      "7 usage-turn: Two turns are called “one”. Give each a name of its own.",
      "11 usage-turn: “three” is no turn before turn 3. There are 1 to 2, “one”; restarts are not counted.",
      "11 usage-turn: “4” is no turn before turn 3. There are 1 to 2, “one”; restarts are not counted.",
    ]);
  });

  it("and what is only not here is told as that, but not where something else is wrong too", () => {
    const missing = checked("  - say: a\n    expect: { contain: [Haet], exclude: [Fago] }\n").problems;
    expect(refusal(missing)).toMatchObject({
      code: "title-not-found",
      message: expect.stringMatching(/^2 faults/),
    });
    expect(refusal(missing.slice(0, 1))).toMatchObject({
      message: "d.yaml:4: No film here is called “Haet”.",
      hint: "Did you mean “Heat”?",
    });
    const both = checked("  - say: a\n    expect: { contain: [Haet], items: [x] }\n").problems;
    expect(refusal(both).code).toBe("usage-dialogue");
  });
});
