import { CommanderError } from "commander";
import { CiceroneError } from "../../memory/errors.ts";
import { sanitiseLine } from "../sanitise.ts";
import { EXIT_CODES, exitCodeOf } from "./exit-codes.ts";
import { narrate, narrateJson, type Terminal } from "./terminal.ts";

/** What went wrong, as it is told. */
interface Failure {
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
  readonly exitCode: number;
}

export interface FailureStyle {
  readonly json: boolean;
  readonly verbose: boolean;
}

/** How failures of this command line are to be told, whether or not it parses. */
export function failureStyle(argv: readonly string[]): FailureStyle {
  return { json: argv.includes("--json"), verbose: argv.includes("--verbose") };
}

/** Tells an error on stderr (message and hint; the stack only when asked for) and returns the exit code it stands for. */
export function tellFailure(terminal: Terminal, error: unknown, style: FailureStyle): number {
  const failure = describeFailure(error, terminal.interrupted);
  // Help and version end by being thrown; they are already printed. Who interrupts knows that it was interrupted.
  if (failure.exitCode === EXIT_CODES.ok.code || failure.code === "cancelled") return failure.exitCode;
  if (style.json) {
    const { code, message, hint } = failure;
    narrateJson(terminal, { error: { code, message, hint } });
  } else {
    narrate(terminal, `cicerone: ${failure.message}`);
    if (failure.hint !== undefined) narrate(terminal, `  ${failure.hint}`);
  }
  if (style.verbose) narrate(terminal, traceOf(error));
  return failure.exitCode;
}

function describeFailure(error: unknown, interrupted: AbortSignal): Failure {
  if (interrupted.aborted) {
    return {
      code: "cancelled",
      message: "Interrupted.",
      hint: undefined,
      exitCode: EXIT_CODES.interrupted.code,
    };
  }
  if (error instanceof CommanderError) return usageFailure(error);
  if (error instanceof CiceroneError) {
    const { code, message, hint } = error;
    return { code, message, hint, exitCode: exitCodeOf(code) };
  }
  if (error instanceof Error && "code" in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))) {
    const hint = "cicerone doctor shows which file, and what to do about it.";
    return {
      code: "damaged-file",
      message: `A file is damaged: ${error.message}.`,
      hint,
      exitCode: EXIT_CODES.failed.code,
    };
  }
  if (error instanceof Error && ("syscall" in error || isOfDisk(error))) {
    const hint = "Check the folder, your rights and the free space; --home DIR chooses another place.";
    return { code: "system", message: error.message, hint, exitCode: EXIT_CODES.failed.code };
  }
  return {
    code: "unexpected",
    message: error instanceof Error ? error.message : String(error),
    hint: "This is a fault in the program; --verbose shows where.",
    exitCode: EXIT_CODES.failed.code,
  };
}

/** SQLite says in its own codes that the disk is full, or that it may not write. */
function isOfDisk(error: Error): boolean {
  return "code" in error && /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)/.test(String(error.code));
}

function usageFailure(error: CommanderError): Failure {
  // commander writes "error: what happened\n(Did you mean --json?)".
  const [first = "", ...rest] = error.message.replace(/^error: /, "").split("\n");
  // A group of commands without one of them: commander has shown its help.
  const incomplete = error.code === "commander.help";
  return {
    code: "usage-invalid",
    message: incomplete ? "Which of these commands?" : sanitiseLine(first),
    hint: rest.join(" ").replace(/^\((.*)\)$/, "$1") || "--help shows what there is.",
    exitCode: error.exitCode === 0 ? EXIT_CODES.ok.code : EXIT_CODES.usage.code,
  };
}

function traceOf(error: unknown): string {
  const lines: string[] = [];
  let current: unknown = error;
  for (let depth = 0; current instanceof Error && depth < 5; depth++) {
    lines.push(`${depth === 0 ? "" : "caused by: "}${current.stack ?? current.message}`);
    current = current.cause;
  }
  return lines.join("\n");
}
