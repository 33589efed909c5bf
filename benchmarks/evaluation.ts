import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { line } from "./figures.ts";

/** Each a process of its own, from the built program, so that time and peak memory are its own: nothing is kept from earlier runs. */
const MEASURED = [
  ["ml-100k", "all", "≤ 30 s"],
  ["ml-1m", "ranking --core 5", "≤ 60 s"],
  ["amazon-beauty", "ranking", "≤ 300 s, < 4 GB"],
] as const;

/** How long `cicerone evaluate` takes, and how much memory. @param home where these datasets are imported */
export function benchEvaluation(home: string, names: ReadonlySet<string>): void {
  for (const [name, what, bar] of MEASURED) {
    if (!names.has(name)) continue;
    const { seconds, gigabytes } = timed([
      "evaluate",
      ...what.split(" "),
      "--data",
      name,
      "--home",
      home,
      "--fresh",
    ]);
    line(`${name}: evaluate ${what}`, `${seconds.toFixed(1)} s, ${gigabytes.toFixed(2)} GB`, bar);
  }
}

/** Runs the program's entry and lets it tell its own peak when it ends. */
function timed(args: readonly string[]): { readonly seconds: number; readonly gigabytes: number } {
  const entry = resolve(import.meta.dirname, "../dist/cli.js");
  const script = [
    `process.argv = [process.execPath, ${JSON.stringify(entry)}, ...${JSON.stringify(args)}];`,
    'process.on("exit", () => console.error("peak", process.resourceUsage().maxRSS));',
    `await import(${JSON.stringify(entry)});`,
  ].join("\n");
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    cwd: join(import.meta.dirname, ".."),
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`cicerone ${args.join(" ")} ended with ${status}: ${stderr}`);
  const kilobytes = Number(/peak (\d+)/.exec(stderr)?.[1] ?? Number.NaN);
  return { seconds, gigabytes: kilobytes / 2 ** 20 };
}
