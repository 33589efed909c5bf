import { createInterface } from "node:readline/promises";
import type { Terminal } from "./terminal.ts";

/** Whether a question can be asked: somebody sits at both ends. */
export function canAsk(terminal: Terminal): boolean {
  return terminal.stdin.isTTY === true && terminal.stderr.isTTY === true;
}

/** Asks on stderr; only a plain yes is one. Rejects where the person interrupts. */
export async function confirm(terminal: Terminal, question: string): Promise<boolean> {
  const { stdin: input, stderr: output, interrupted: signal } = terminal;
  // Not as a terminal: then the terminal itself would no longer turn Ctrl-C into a signal.
  const lines = createInterface({ input, output, terminal: false });
  try {
    const answer = await Promise.race([
      lines.question(`${question} (y/N) `, { signal }),
      // The end of the input is no answer.
      new Promise<string>((resolve) => lines.once("close", () => resolve(""))),
    ]);
    return /^\s*y(es)?\s*$/i.test(answer);
  } finally {
    lines.close();
  }
}
