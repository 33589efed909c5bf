import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { resolve } from "node:path";

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
