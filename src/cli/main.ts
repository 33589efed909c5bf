import { currentConfig } from "../config.ts";
import { EXIT_CODES } from "./exit-codes.ts";
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
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // The reader has read enough ("| head"): that is no failure.
      if (error.code === "EPIPE") process.exit(EXIT_CODES.ok.code);
      throw error;
    });
  }
  const terminal = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    config: currentConfig(),
    clock: Date.now,
    interrupted: interruption.signal,
  };
  const code = await runCli(
    { terminal, open: openRecommender, openMemory },
    process.argv.slice(2),
    readVersion(),
  );
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(code);
}
