import { spawn } from "node:child_process";
import { line, quantile } from "./figures.ts";

const CLI = "dist/cli.js";

/** Milliseconds from spawning a command to the first output that matches, or to its end where no pattern is given. */
function timed(command: string, args: readonly string[], home: string, until?: RegExp): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, {
      env: { ...process.env, CICERONE_HOME: home, TERM: "xterm-256color", CI: "" },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const limit = setTimeout(() => child.kill("SIGKILL"), 120_000);
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (until?.test(output)) finish(performance.now() - started);
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (until === undefined && code === 0) finish(performance.now() - started);
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}: ${output.slice(-400)}`));
    });
    function finish(milliseconds: number): void {
      clearTimeout(limit);
      child.removeAllListeners("exit");
      child.kill("SIGKILL");
      resolve(milliseconds);
    }
  });
}

async function repeat(times: number, run: () => Promise<number>): Promise<number[]> {
  const figures: number[] = [];
  for (let i = 0; i < times; i++) figures.push(await run());
  return figures;
}

/** What a person waits for at the prompt: whole processes of the built CLI, chat in a pseudo-terminal made by script(1). */
export async function benchStartup(home: string, freshHome: () => string): Promise<void> {
  const node = process.execPath;
  const chat = (at: string, until: RegExp): Promise<number> =>
    timed("script", ["-qfec", `${node} ${CLI} chat`, "/dev/null"], at, until);
  const first = await chat(freshHome(), /films/i);
  line("first chat: demo import, fit, index, to a usable prompt", `${first.toFixed(0)} ms`, "≤ 6000 ms");
  await chat(home, /films/i);
  const paint = await repeat(7, () => chat(home, /Cicerone/));
  line(
    "warm chat: process start to first paint, median of 7",
    `${quantile(paint, 0.5).toFixed(0)} ms`,
    "≤ 450 ms",
  );
  const ask = await repeat(7, () => timed(node, [CLI, "ask", "90s sci-fi under two hours"], home));
  line("warm ask: whole process, median of 7", `${quantile(ask, 0.5).toFixed(0)} ms`, "≤ 1200 ms");
}
