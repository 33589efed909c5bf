import { expect, it } from "vitest";
import { junitXml } from "../../../src/dialogues/junit.ts";
import { readDialogue, threeResults } from "../../support/dialogue-results.ts";
import { parseXml, type XmlElement } from "../../support/xml-reader.ts";

const left = readDialogue("title: Not run\nturns: [{ say: hi }]");
const xml = junitXml(
  { results: threeResults(), left: [left], milliseconds: 5000 },
  Date.UTC(2026, 0, 2, 3, 4, 5),
);
const root = parseXml(xml);
const named = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

it("has a suite for each file and counts in each, and over all", () => {
  expect(root.name).toBe("testsuites");
  expect(root.attributes).toEqual({
    name: "cicerone test",
    tests: "4",
    failures: "1",
    errors: "1",
    skipped: "1",
    time: "3.704",
  });
  expect(named(root, "testsuite").map(({ attributes }) => attributes)).toEqual([
    {
      name: "dialogues/a.yaml",
      tests: "1",
      failures: "0",
      errors: "0",
      skipped: "0",
      time: "1.234",
      timestamp: "2026-01-02T03:04:05",
      file: "dialogues/a.yaml",
    },
    expect.objectContaining({
      name: "dialogues/d.yaml",
      tests: "3",
      failures: "1",
      errors: "1",
      skipped: "1",
    }),
  ]);
});

it("has a case for each dialogue with what fell short, in characters that XML can hold", () => {
  const cases = named(root, "testsuite").flatMap((suite) => named(suite, "testcase"));
  expect(
    cases.map(({ attributes, children }) => [attributes.name, children.map(({ name }) => name)]),
  ).toEqual([
    ["Fine", []],
    ["Less # than \\ 100 % <fine> & “good”", ["failure"]],
    ["Not answered", ["error"]],
    ["Not run", ["skipped"]],
  ]);
  expect(cases[1]?.attributes).toMatchObject({ classname: "dialogues/d.yaml", line: "1", time: "1.234" });
  const [failure] = cases[1]?.children ?? [];
  expect(failure?.attributes).toEqual({ message: "turn 2: count", type: "expectation" });
  expect(failure?.text).toBe(`turn 2 (as ada): “bye”  dialogues/d.yaml:4
  dialogues/d.yaml:6  expected count: 5
    came: 2
  items: Heat, Alien
  constraints: genre!=Horror
  reply: One <b> ok 7 - two & three`);
});
