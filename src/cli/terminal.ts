import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Config } from "../config.ts";

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

/** Writes a line of data and waits while the reader is slow, so that a slow pipe does not fill the memory. */
export async function print(terminal: Terminal, line: string): Promise<void> {
  if (!terminal.stdout.write(`${line}\n`)) await once(terminal.stdout, "drain");
}

/** Writes a value as one line of JSON. */
export function printJson(terminal: Terminal, value: unknown): Promise<void> {
  return print(terminal, JSON.stringify(value));
}

export function narrate(terminal: Terminal, line: string): void {
  terminal.stderr.write(`${line}\n`);
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
