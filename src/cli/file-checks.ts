import { existsSync } from "node:fs";
import { CiceroneError } from "../../memory/errors.ts";
import type { Check } from "./checks.ts";

/** What is remembered and the talks, each read through for damage; nothing where there is none yet. */
export async function checkFiles(home: string): Promise<Check[]> {
  const { memoryPath } = await import("../../memory/store/memory-database.ts");
  const { threadsPath } = await import("../threads.ts");
  const { checkSqlite } = await import("../../memory/store/sqlite.ts");
  const files = { memory: memoryPath(home), threads: threadsPath(home) };
  return Object.entries(files)
    .filter(([, path]) => existsSync(path))
    .map(([name, path]): Check => {
      try {
        checkSqlite(path);
        return { name, state: "ok", found: path };
      } catch (error) {
        if (!(error instanceof CiceroneError)) throw error;
        const { message, hint } = error;
        return { name, state: "missing", found: message, ...(hint === undefined ? {} : { advice: hint }) };
      }
    });
}
