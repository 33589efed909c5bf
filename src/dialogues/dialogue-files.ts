import { globSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { CiceroneError } from "../../memory/errors.ts";

const DIALOGUE_FILE = /\.ya?ml$/i;

/**
 * The files that names, folders and globs mean, each once: those of a folder (and of the folders in it) and of a glob by name.
 * Throws CiceroneError `usage-no-file` for one that leads to no file.
 */
export function dialogueFiles(patterns: readonly string[]): readonly string[] {
  return [...new Set(patterns.flatMap(filesOf))];
}

function filesOf(pattern: string): readonly string[] {
  const found = statSync(pattern, { throwIfNoEntry: false });
  if (found?.isDirectory()) return some(filesBelow(pattern), pattern);
  if (found !== undefined) return [pattern];
  const isGlob = /[*?[{]/.test(pattern);
  return some(isGlob ? globSync(pattern).flatMap(filesOfMatch).sort() : [], pattern);
}

function filesOfMatch(path: string): readonly string[] {
  return statSync(path).isDirectory() ? filesBelow(path) : [path];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => DIALOGUE_FILE.test(name))
    .map((name) => join(folder, name))
    .sort();
}

function some(files: readonly string[], pattern: string): readonly string[] {
  if (files.length > 0) return files;
  throw new CiceroneError("usage-no-file", `There is no file of dialogues at ${pattern}.`, {
    hint: "Name .yaml files, a folder that holds some, or a glob in quotes: “dialogues/**/*.yaml”.",
  });
}
