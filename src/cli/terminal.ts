import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Config } from "../config.ts";
import { jsonLine, sanitise } from "../sanitise.ts";

type MaybeTerminal = { readonly isTTY?: boolean; readonly columns?: number };

/** What a command sees of the world outside: three streams and what the environment decided. Tests pass their own. */
export interface Terminal {
  readonly stdin: Readable & MaybeTerminal;
  /** Data. */
  readonly stdout: Writable & MaybeTerminal;
  /** Narration. */
  readonly stderr: Writable & MaybeTerminal;
  readonly config: Config;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Aborts when the person interrupts (Ctrl-C, SIGTERM). */
  readonly interrupted: AbortSignal;
}

/**
 * Writes text for people and waits while the reader is slow, so that a slow pipe does not fill the memory. This is the last door:
 * whatever was overlooked before, nothing a terminal would obey leaves here, nor through `printJson` and `narrate`.
 */
export function print(terminal: Terminal, text: string): Promise<void> {
  return write(terminal.stdout, sanitise(text));
}

/** Writes a value as one line of JSON. */
export function printJson(terminal: Terminal, value: unknown): Promise<void> {
  return write(terminal.stdout, jsonLine(value));
}

export function narrate(terminal: Terminal, text: string): void {
  terminal.stderr.write(`${sanitise(text)}\n`);
}

/** As `narrate`, for programs. */
export function narrateJson(terminal: Terminal, value: unknown): void {
  terminal.stderr.write(`${jsonLine(value)}\n`);
}

async function write(stream: Writable, line: string): Promise<void> {
  if (!stream.write(`${line}\n`)) await once(stream, "drain");
}

/** Says that what is shown was learnt from simulated people, where it was. */
export function narrateSimulation(terminal: Terminal, catalogue: Pick<Catalogue, "simulated">): void {
  if (catalogue.simulated) narrate(terminal, "(Learnt from simulated viewers, not from people.)");
}

export function flushed(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write("", () => resolve());
  });
}
