import { CiceroneError } from "../../memory/errors.ts";

/** CiceroneError `bad-archive`. */
export function badArchive(message: string, cause?: unknown): CiceroneError {
  return new CiceroneError("bad-archive", `${message.replace(/\.$/, "")}.`, {
    hint: "Run the command again to fetch it anew; if that gives the same, it is not the file that was published.",
    ...(cause === undefined ? {} : { cause }),
  });
}
