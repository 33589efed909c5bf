import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of dialogues for a test. */
export interface DialogueFolder {
  readonly path: string;
  /** Writes a file into it and gives its path. */
  readonly write: (name: string, text: string) => string;
  readonly read: (name: string) => string;
  /** Names of everything in it. */
  readonly list: () => readonly string[];
  readonly remove: () => void;
}

export function dialogueFolder(): DialogueFolder {
  const path = mkdtempSync(join(tmpdir(), "cicerone-dialogues-"));
  return {
    path,
    write: (name, text) => {
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
    read: (name) => readFileSync(join(path, name), "utf8"),
    list: () => readdirSync(path).sort(),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
