import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CiceroneError } from "../errors.ts";
import { makeFolder } from "./make-folder.ts";

const STALE_WORK_MILLISECONDS = 6 * 3_600_000;
const WAIT_MILLISECONDS = 20;
/** A swap takes milliseconds: a lock that does not change for ten seconds was left by a process that died. */
const STALE_ROUNDS = 500;
const MAX_ROUNDS = 3_000;
const SWAP_ATTEMPTS = 5;

/**
 * Fills a directory as a whole or not at all. `fill` writes into a fresh sibling; when it returns, the sibling takes
 * the directory's place by renaming. If `fill` throws or the process dies, what was there stays. Processes that do the
 * same at the same time each fill their own sibling; the last to finish wins, unless its `check`, which is called when nobody else can
 * replace the directory any more, throws.
 */
export async function replaceDirectory<Result>(
  directory: string,
  fill: (work: string) => Promise<Result>,
  signal?: AbortSignal,
  check: () => void = () => {},
): Promise<Result> {
  makeFolder(dirname(directory));
  const work = mkdtempSync(sibling(directory, `importing-${owner()}-`));
  sweep(directory, changedAt(work));
  try {
    const result = await fill(work);
    signal?.throwIfAborted();
    await withLock(sibling(directory, "lock"), () => {
      check();
      swap(directory, work);
    });
    return result;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Finishes or takes back a swap that a dying process left half done. Call before reading a directory. */
export function recoverDirectory(directory: string): void {
  const previous = sibling(directory, "previous");
  if (existsSync(directory) || !existsSync(previous)) return;
  try {
    renameSync(previous, directory);
  } catch (error) {
    // Another process recovered or finished first; then the directory is there.
    if (!existsSync(directory)) throw error;
  }
}

function swap(directory: string, work: string): void {
  const previous = sibling(directory, "previous");
  let failure: unknown;
  // A reader may take the old directory back between the two renames; then the swap begins anew.
  for (let attempt = 0; attempt < SWAP_ATTEMPTS; attempt++) {
    recoverDirectory(directory);
    rmSync(previous, { recursive: true, force: true });
    try {
      if (existsSync(directory)) renameSync(directory, previous);
      renameSync(work, directory);
      rmSync(previous, { recursive: true, force: true });
      return;
    } catch (error) {
      failure = error;
    }
  }
  recoverDirectory(directory);
  throw new CiceroneError("cannot-replace", `${directory} cannot be replaced.`, {
    hint: "Close other programs that have it open, and try again.",
    cause: failure,
  });
}

async function withLock(lock: string, act: () => void): Promise<void> {
  let seen: number | undefined;
  let unchanged = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (taken(lock)) {
      try {
        act();
      } finally {
        rmSync(lock, { force: true });
      }
      return;
    }
    const now = changedAt(lock);
    unchanged = now === seen ? unchanged + 1 : 0;
    seen = now;
    if (unchanged > STALE_ROUNDS) rmSync(lock, { force: true });
    await sleep(WAIT_MILLISECONDS);
  }
  throw new CiceroneError("locked", `${lock} is held by another process.`, {
    hint: "Wait for the other import to finish; if there is none, delete the file.",
  });
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Who fills a directory: this machine (or container) and process. */
function owner(): string {
  return `${hostname().replace(/[^\w.]/g, "_")}-${process.pid}`;
}

/** Whether the process that fills a directory is of this machine, and no more. */
function isOrphan(entry: string): boolean {
  const [, host, pid] = /importing-(.+)-(\d+)-[^-]+$/.exec(entry) ?? [];
  if (pid === undefined || `${host}-${process.pid}` !== owner()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

/** Removes what imports left behind that were killed: here, or anywhere long before `now`. */
function sweep(directory: string, now: number): void {
  const prefix = basename(sibling(directory, "importing-"));
  for (const entry of readdirSync(dirname(directory))) {
    const path = join(dirname(directory), entry);
    if (!entry.startsWith(prefix)) continue;
    const old = changedAt(path) > 0 && now - changedAt(path) > STALE_WORK_MILLISECONDS;
    if (old || isOrphan(entry)) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/** Milliseconds since the epoch; 0 where there is nothing any more. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function sibling(directory: string, suffix: string): string {
  return join(dirname(directory), `.${basename(directory)}.${suffix}`);
}
