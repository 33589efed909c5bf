import { type FailedTurn, failedTurns } from "./failed-turns.ts";
import type { Run } from "./run-dialogues.ts";

/** A run as one object for programs. */
export interface RunReport {
  readonly passed: number;
  readonly failed: number;
  /** Not run any more after a failure. */
  readonly left: number;
  readonly milliseconds: number;
  readonly dialogues: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly passed: boolean;
    readonly turns: number;
    readonly expectations: number;
    readonly milliseconds: number;
    readonly failures: readonly FailedTurn[];
  }[];
}

export function runReport({ results, left, milliseconds }: Run): RunReport {
  const passed = results.filter((result) => result.passed).length;
  return {
    passed,
    failed: results.length - passed,
    left: left.length,
    milliseconds: Math.round(milliseconds),
    dialogues: results.map((result) => ({
      title: result.dialogue.title,
      file: result.dialogue.file,
      line: result.dialogue.lineAt(["title"]),
      passed: result.passed,
      turns: result.turns.length,
      expectations: result.turns.reduce((sum, turn) => sum + turn.expectations, 0),
      milliseconds: Math.round(result.milliseconds),
      failures: failedTurns(result),
    })),
  };
}
