import { currentConfig } from "../config.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { failureStyle, tellFailure } from "./failure.ts";
import { openMemory, openRecommender } from "./open.ts";
import { runCli } from "./run-cli.ts";
import { flushed } from "./terminal.ts";
import { readVersion } from "./version.ts";

/** The program: this process's streams and signals around `runCli`. */
export async function main(): Promise<void> {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait for an orderly end.
      if (interruption.signal.aborted) process.exit(EXIT_CODES.interrupted.code);
      interruption.abort(new DOMException("Interrupted", "AbortError"));
    });
  }
  const argv = process.argv.slice(2);
  const terminal = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    config: currentConfig(),
    clock: Date.now,
    interrupted: interruption.signal,
  };
  const fail = (error: unknown): never => process.exit(tellFailure(terminal, error, failureStyle(argv)));
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // The reader has read enough ("| head"): that is no failure.
      if (error.code === "EPIPE") process.exit(EXIT_CODES.ok.code);
      fail(error);
    });
  }
  // What nobody caught is told like every other failure: never as a bare stack trace.
  process.on("uncaughtException", fail);
  const code = await runCli({ terminal, open: openRecommender, openMemory }, argv, readVersion());
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(code);
}
