import { PassThrough } from "node:stream";
import type { Cli, Opener } from "../../src/cli/open.ts";
import { runCli } from "../../src/cli/run-cli.ts";
import { type Environment, readConfig } from "../../src/config.ts";

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with text on its stdin and a recommender that the test made. */
export async function runScripted(
  argv: readonly string[],
  options: {
    readonly open?: Opener;
    readonly stdin?: string;
    readonly environment?: Environment;
    readonly interrupted?: AbortSignal;
    /** Both ends are a terminal. */
    readonly isTTY?: boolean;
  } = {},
): Promise<CliRun> {
  const stdin = new PassThrough();
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  for (const stream of [stdin, stdout]) Object.assign(stream, { isTTY: options.isTTY ?? false });
  const texts = [collect(stdout), collect(stderr)];
  stdin.end(options.stdin ?? "");
  const open = options.open ?? (() => Promise.reject(new Error("this test opens no recommender")));
  const cli: Cli = {
    terminal: {
      stdin,
      stdout,
      stderr,
      config: readConfig({ CICERONE_HOME: "/nowhere", ...options.environment }, "linux", "/home/ada"),
      clock: () => Date.UTC(2026, 0, 2, 12),
      interrupted: options.interrupted ?? new AbortController().signal,
    },
    open,
    openMemory: async (home, data) => open({ home, data }),
  };
  const code = await runCli(cli, argv, "9.9.9");
  stdout.end();
  stderr.end();
  const [out = "", err = ""] = await Promise.all(texts);
  return { code, stdout: out, stderr: err };
}

async function collect(stream: PassThrough): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}
