import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REAL_DATA } from "../real-data.ts";

/** The files of ReDial (Li et al. 2018), below the data folder. */
export const TEST_DIALOGUES = "redial/test_data.jsonl";
export const VALIDATION_DIALOGUES = "redial/ievalm_valid_data.jsonl";
export const FILMS = "redial/ievalm_id2info.json";

export interface Message {
  readonly senderWorkerId: number;
  /** Films stand in it as "@123". */
  readonly text: string;
}

/** Two people: the initiator seeks a film, the respondent recommends. */
export interface Dialogue {
  readonly conversationId: string;
  readonly initiatorWorkerId: number;
  /** Title, mostly with its year, by the number that stands for the film; null where the writer's title was lost. */
  readonly movieMentions: Readonly<Record<string, string | null>>;
  readonly messages: readonly Message[];
  /** What the seeker said of the films afterwards: liked 0 = no, 1 = yes, 2 = did not say. */
  readonly initiatorQuestions: Readonly<Record<string, { readonly liked: number }>>;
}

export function readDialogues(file: string): readonly Dialogue[] {
  const lines = readFileSync(join(REAL_DATA, file), "utf8").trim().split("\n");
  return lines.map((line): Dialogue => JSON.parse(line));
}

/** The numbers of the films that a message names, in order. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(/@(\d+)/g)].map(([, id = ""]) => id);
}

/** Some titles are written as in an address: "Why Him%3F". */
export function plainTitle(title: string): string {
  const decoded = title.replace(/%[0-9A-F]{2}/g, (code) => decodeURIComponent(code));
  return decoded.replace(/\s+/g, " ").trim();
}
