import { createInterface } from "node:readline";
import { z } from "zod";
import type { AgentEvent } from "../../agents/events.ts";
import type { Recommender } from "../recommender.ts";
import type { Who } from "./open.ts";
import { printJson, type Terminal } from "./terminal.ts";

const Turn = z.object({ text: z.string() });

/**
 * The chat for programs: one user turn a line on stdin, as text or as {"text":…}; one AgentEvent a line on stdout. A line that
 * is no turn gives one `turn-failed` event, and the talk goes on. Ends when the input ends.
 */
export async function jsonChat(terminal: Terminal, recommender: Recommender, who: Who): Promise<void> {
  const session = recommender.session(who);
  const lines = createInterface({ input: terminal.stdin, terminal: false });
  const stop = (): void => lines.close();
  terminal.interrupted.addEventListener("abort", stop);
  let turn = 0;
  try {
    for await (const line of lines) {
      if (line.trim() === "") continue;
      const read = readTurn(line);
      if (read.text === undefined) {
        await printJson(terminal, malformed(turn + 1, read.problem));
        continue;
      }
      for await (const event of session.say(read.text, { signal: terminal.interrupted })) {
        turn = event.turn;
        await printJson(terminal, event);
      }
    }
  } finally {
    terminal.interrupted.removeEventListener("abort", stop);
    lines.close();
  }
  terminal.interrupted.throwIfAborted();
}

type Read = { readonly text: string } | { readonly text: undefined; readonly problem: string };

/** A line that begins like a JSON object is taken for one; everything else is what somebody said. */
function readTurn(line: string): Read {
  if (!line.trimStart().startsWith("{")) return { text: line };
  try {
    const parsed = Turn.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
    return { text: undefined, problem: "The object holds no text." };
  } catch (error) {
    return { text: undefined, problem: error instanceof Error ? error.message : String(error) };
  }
}

function malformed(turn: number, problem: string): AgentEvent {
  return {
    type: "turn-failed",
    turn,
    code: "input-malformed",
    message: `That line is no turn: ${problem}`,
    hint: 'Send plain text, or {"text":"…"} on one line.',
    milliseconds: 0,
  };
}
