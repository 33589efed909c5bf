import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { CiceroneError } from "../../memory/errors.ts";
import type { Terminal } from "./terminal.ts";

/** Reads a JSON file; "-" reads stdin. Throws `missing-file`, `file-unreadable` or `file-not-json`. */
export async function readJson(terminal: Terminal, file: string): Promise<unknown> {
  const content = file === "-" ? await text(terminal.stdin) : await readText(file);
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new CiceroneError("file-not-json", `${file === "-" ? "What came from stdin" : file} is not JSON.`, {
      hint: "Give a file that `cicerone memory export` wrote.",
      cause,
    });
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
      throw new CiceroneError("missing-file", `There is no file ${file}.`, {
        hint: "Name a file, or - for stdin.",
        cause,
      });
    }
    throw new CiceroneError("file-unreadable", `${file} cannot be read.`, {
      hint: "Name a file, or - for stdin.",
      cause,
    });
  }
}
