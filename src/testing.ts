/**
 * Scripted dialogues as tests: `cicerone/testing`. docs/dialogues.md has the format of their files. Every public name is listed here by
 * hand: adding one is a decision.
 *
 * @experimental
 */

export {
  type DescribeOptions,
  describeDialogues,
  type TestFunctions,
} from "./dialogues/describe-dialogues.ts";
export { Dialogue, type DialogueTurn, Expectation } from "./dialogues/dialogue.ts";
export type { Shortfall, TurnResult } from "./dialogues/judge-turn.ts";
export { junitXml } from "./dialogues/junit.ts";
export type { ReadDialogue } from "./dialogues/read-dialogues.ts";
export { resultLines, summaryLine } from "./dialogues/result-lines.ts";
export type { DialogueResult } from "./dialogues/run-dialogue.ts";
export { type Run, type RunOptions, runDialogues } from "./dialogues/run-dialogues.ts";
export type { SeenTurn } from "./dialogues/seen-turn.ts";
export { openStage, type Stage, type StageOptions } from "./recommender.ts";
