import { commandFirst } from "./command-first.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { failureStyle, tellFailure } from "./failure.ts";
import type { Cli } from "./open.ts";
import { buildProgram } from "./program.ts";

/** Runs one command line to its end and returns the exit code. Everything it says goes through `cli.terminal`. */
export async function runCli(cli: Cli, argv: readonly string[], version: string): Promise<number> {
  try {
    const program = buildProgram(cli, version);
    await program.parseAsync(commandFirst(argv, program.commands), { from: "user" });
    return cli.terminal.interrupted.aborted ? EXIT_CODES.interrupted.code : EXIT_CODES.ok.code;
  } catch (error) {
    return tellFailure(cli.terminal, error, failureStyle(argv));
  }
}
