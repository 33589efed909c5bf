import { stringify } from "yaml";
import { sanitiseLine } from "../sanitise.ts";
import { failedTurns, failureSummary } from "./failed-turns.ts";
import type { DialogueResult } from "./run-dialogue.ts";

/** The Test Anything Protocol, version 14 (testanything.org): one test point for each dialogue, with what fell short as YAML. */
export function tapHead(dialogues: number): readonly string[] {
  return ["TAP version 14", `1..${dialogues}`];
}

/** @param number of the test point, from 1 */
export function tapPoint(result: DialogueResult, number: number): readonly string[] {
  const { dialogue, passed, milliseconds } = result;
  const point = `${passed ? "ok" : "not ok"} ${number} - ${description(dialogue.title)}`;
  if (passed) return [point];
  const diagnostics = {
    message: failureSummary(result),
    severity: "fail",
    at: { file: dialogue.file, line: dialogue.lineAt(["title"]) },
    duration_ms: Math.round(milliseconds),
    turns: failedTurns(result),
  };
  const lines = stringify(diagnostics, { lineWidth: 0 }).trimEnd().split("\n");
  return [point, ...["---", ...lines, "..."].map((line) => (line === "" ? "" : `  ${line}`))];
}

/** Ends the stream where dialogues are left that are not run any more. */
export function tapBailOut(): string {
  return "Bail out! A dialogue failed, and the rest is not run.";
}

/** "#" begins a directive, and "\" takes its meaning away. */
function description(title: string): string {
  return sanitiseLine(title).replace(/[\\#]/g, "\\$&");
}
