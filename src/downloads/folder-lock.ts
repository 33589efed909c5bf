import { join } from "node:path";
import Database from "better-sqlite3";
import { CiceroneError } from "../../memory/errors.ts";

/**
 * Keeps a folder to one process while `work` runs. The lock is SQLite's on an empty database: the operating system takes it
 * away with the process, however that dies. Throws CiceroneError `download-busy` at once where another has it.
 */
export async function withFolderLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const database = new Database(join(folder, ".lock"), { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw new CiceroneError("download-busy", `Another process is at work in ${folder}.`, {
      hint: "Wait until it is done, then run the command again.",
      cause,
    });
  }
  try {
    return await work();
  } finally {
    database.close();
  }
}
