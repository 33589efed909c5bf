import { writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { CiceroneError } from "../../memory/errors.ts";

/** Writes a file that is not there yet, or over one where `force`. Throws CiceroneError `file-exists`, `no-folder` or `cannot-write`. */
export function writeNewFile(path: string, content: string, force: boolean): void {
  try {
    writeFileSync(path, content, { flag: force ? "w" : "wx" });
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") {
      throw new CiceroneError("file-exists", `${path} is there already.`, {
        hint: "--force writes over it; --out FILE writes elsewhere.",
      });
    }
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
      throw new CiceroneError("no-folder", `There is no folder ${dirname(resolve(path))}.`, {
        hint: "Make it first, or write elsewhere with --out FILE.",
        cause,
      });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CiceroneError("cannot-write", `${path} cannot be written: ${reason}`, {
      hint: "--out FILE writes elsewhere.",
      cause,
    });
  }
}
