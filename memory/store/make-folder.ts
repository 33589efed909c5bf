import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { CiceroneError } from "../errors.ts";

/**
 * Makes a folder with all above it; one that is there is left alone. One step at a time: Node's own recursive mkdir never
 * returns where a folder is there but says that nothing can be made in it, as below /proc.
 * Throws CiceroneError `cannot-write`.
 */
export function makeFolder(path: string): void {
  try {
    make(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CiceroneError("cannot-write", `The folder ${path} cannot be made: ${reason}`, {
      hint: "Check the path and your rights there, or choose another place: --home DIR, or CICERONE_HOME.",
      cause,
    });
  }
}

function make(path: string): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) make(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process made it in between.
    if (isFolder(path)) return;
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new Error(`${path} is a file`);
    throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // Below a file, or where one may not look: making it says what is wrong.
    return false;
  }
}
