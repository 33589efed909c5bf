import type { TurnResult } from "./judge-turn.ts";
import { placeText } from "./problem.ts";
import type { DialogueResult } from "./run-dialogue.ts";

/** A turn that falls short, as data for programs. */
export interface FailedTurn {
  readonly turn: number;
  readonly said: string;
  readonly user: string;
  readonly thread: string;
  readonly failures: readonly {
    readonly expected: string;
    readonly came: string;
    /** "dialogues/shorter.yaml:12" */
    readonly at: string;
  }[];
  readonly items: readonly string[];
  readonly constraints: readonly string[];
  readonly reply: string;
}

export function failedTurns({ dialogue, turns }: DialogueResult): readonly FailedTurn[] {
  return turns.filter(fallsShort).map(({ seen, shortfalls }) => ({
    turn: seen.number,
    said: seen.said,
    user: seen.user,
    thread: seen.thread,
    failures: shortfalls.map(({ key, wanted, came, line }) => ({
      expected: `${key}: ${wanted}`,
      came,
      at: placeText({ file: dialogue.file, line }),
    })),
    items: seen.titles,
    constraints: seen.constraints,
    reply: seen.reply,
  }));
}

/** "turn 2: items, relaxed; turn 4: count". */
export function failureSummary({ turns }: DialogueResult): string {
  return turns
    .filter(fallsShort)
    .map(({ seen, shortfalls }) => `turn ${seen.number}: ${shortfalls.map(({ key }) => key).join(", ")}`)
    .join("; ");
}

function fallsShort({ shortfalls }: TurnResult): boolean {
  return shortfalls.length > 0;
}
