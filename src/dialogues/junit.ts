import { sanitise } from "../sanitise.ts";
import { failureSummary } from "./failed-turns.ts";
import type { ReadDialogue } from "./read-dialogues.ts";
import { failureLines } from "./result-lines.ts";
import type { DialogueResult } from "./run-dialogue.ts";
import type { Run } from "./run-dialogues.ts";

/**
 * A run as JUnit XML in the form that build servers have agreed on: a suite for each file, a case for each dialogue; `error` where a turn
 * failed that was to be answered, else `failure`.
 *
 * @param at milliseconds since the epoch
 */
export function junitXml(run: Run, at: number): string {
  const suites = [...Map.groupBy(casesOf(run), ({ dialogue }) => dialogue.file)];
  const timestamp = new Date(at).toISOString().replace(/\..*$/, "");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    element("testsuites", { name: "cicerone test", ...countsOf(suites.flatMap(([, cases]) => cases)) }),
    ...suites.flatMap(([file, cases]) => [
      `  ${element("testsuite", { name: file, ...countsOf(cases), timestamp, file })}`,
      ...cases.flatMap(caseLines).map((line) => `    ${line}`),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Case {
  readonly dialogue: ReadDialogue;
  /** Undefined where it was not run. */
  readonly result: DialogueResult | undefined;
}

function casesOf({ results, left }: Run): readonly Case[] {
  return [
    ...results.map((result) => ({ dialogue: result.dialogue, result })),
    ...left.map((dialogue) => ({ dialogue, result: undefined })),
  ];
}

function countsOf(cases: readonly Case[]): Attributes {
  const run = cases.flatMap(({ result }) => (result === undefined ? [] : [result]));
  const failed = run.filter(({ passed }) => !passed);
  const errors = failed.filter(isError).length;
  return {
    tests: cases.length,
    failures: failed.length - errors,
    errors,
    skipped: cases.length - run.length,
    time: seconds(run.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
  };
}

function caseLines({ dialogue, result }: Case): readonly string[] {
  const { title, file, lineAt } = dialogue;
  const time = seconds(result?.milliseconds ?? 0);
  const opening = element("testcase", { name: title, classname: file, file, line: lineAt(["title"]), time });
  if (result?.passed === true) return [opening.replace(/>$/, "/>")];
  if (result === undefined) return [opening, "  <skipped/>", "</testcase>"];
  const [name, type] = isError(result) ? ["error", "turn-failed"] : ["failure", "expectation"];
  const fault = element(name, { message: failureSummary(result), type });
  return [opening, `  ${fault}${escaped(failureLines(result).join("\n"))}</${name}>`, "</testcase>"];
}

function isError({ turns }: DialogueResult): boolean {
  return turns.some(({ shortfalls }) => shortfalls.some(({ key }) => key === "answer"));
}

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value)).replaceAll("\n", "&#10;")}"`,
  );
  return `<${name}${pairs.join("")}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function escaped(text: string): string {
  return (
    sanitise(text)
      // What XML 1.0 has no place for, escaped or not: halves of surrogate pairs, U+FFFE, U+FFFF.
      .replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
      .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
  );
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
