import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { openSync } from "node:fs";
import { resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM = resolve(ROOT, "dist/cli.js");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds dist/ where sources are newer: the very script that `npm start` runs. */
export function buildProgram(): void {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/ready.mjs", "--build"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
}

/** Starts the built program with a home of its own and nothing of this process's environment but the path. */
export function start(
  home: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [PROGRAM, ...argv], {
    env: { PATH: process.env.PATH, CICERONE_HOME: home, ...environment },
  });
}

/** Starts it on a terminal of its own, 80 columns by 24 lines: `script` (util-linux) makes one and copies what is drawn to stdout. */
export function startOnTerminal(home: string, argv: readonly string[]): ChildProcessWithoutNullStreams {
  const command = ["stty cols 80 rows 24;", "exec", process.execPath, PROGRAM, ...argv].join(" ");
  return spawn("script", ["-qec", command, "/dev/null"], {
    env: { PATH: process.env.PATH, CICERONE_HOME: home, TERM: "xterm-256color" },
  });
}

export function hasScript(): boolean {
  return process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
}

/** Runs it to its end with its stdout going into a file, which may be a device. */
export function runInto(path: string, home: string, argv: readonly string[]): Ended {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
    env: { PATH: process.env.PATH, CICERONE_HOME: home },
    stdio: ["ignore", openSync(path, "w"), "pipe"],
    encoding: "utf8",
  });
  return { code: status, stdout: "", stderr };
}

/** Runs it to its end. */
export async function run(home: string, argv: readonly string[], stdin = ""): Promise<Ended> {
  const child = start(home, argv);
  child.stdin.end(stdin);
  return ending(child);
}

/** Waits for the end and gathers what it printed. */
export async function ending(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, stdout, stderr };
}

/** Waits until a text was drawn, escape sequences left out. */
export function drawing(child: ChildProcessWithoutNullStreams): (text: string) => Promise<void> {
  let seen = "";
  const waiting = new Set<() => void>();
  child.stdout.on("data", (chunk) => {
    seen += String(chunk);
    for (const check of waiting) check();
  });
  return (text) =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!stripVTControlCharacters(seen).includes(text)) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
}
