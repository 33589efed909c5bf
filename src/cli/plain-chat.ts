import { createInterface } from "node:readline";
import type { Recommender } from "../recommender.ts";
import { sanitise } from "../sanitise.ts";
import { answerLines, cardLines } from "../talk/prose.ts";
import { startTalk, type Talk } from "../talk/talk.ts";
import { welcome } from "../talk/welcome.ts";
import type { Who } from "./open.ts";
import { narrate, print, type Terminal } from "./terminal.ts";

/**
 * The chat in plain lines: no redrawing, no colour, nothing a screen reader stumbles over. On a terminal it greets and prompts;
 * with a pipe at either end it only answers.
 */
export async function plainChat(terminal: Terminal, recommender: Recommender, who: Who): Promise<void> {
  const talk = startTalk(recommender, who);
  const prompts = terminal.stdin.isTTY === true && terminal.stdout.isTTY === true;
  await greet(terminal, talk, prompts);
  const lines = createInterface({ input: terminal.stdin, terminal: false });
  const stop = (): void => lines.close();
  terminal.interrupted.addEventListener("abort", stop);
  try {
    prompt(terminal, prompts);
    for await (const line of lines) {
      if (line.trim() !== "" && (await answer(terminal, talk, line)) === "quit") break;
      prompt(terminal, prompts);
    }
  } finally {
    terminal.interrupted.removeEventListener("abort", stop);
    lines.close();
  }
  terminal.interrupted.throwIfAborted();
}

async function greet(terminal: Terminal, talk: Talk, prompts: boolean): Promise<void> {
  const before = await talk.resume();
  if (!prompts) return;
  if (before !== undefined) {
    narrate(terminal, `Last time you said: ${sanitise(before.exchange.user)}`);
    narrate(terminal, sanitise(before.exchange.agent));
    for (const line of cardLines(before.items, talk.catalogue)) narrate(terminal, line);
    return;
  }
  const { lines, examples } = welcome(talk.catalogue);
  for (const line of lines) narrate(terminal, line);
  narrate(terminal, "For example:");
  for (const example of examples) narrate(terminal, `  ${example}`);
  narrate(terminal, "/help shows what you can type.");
}

async function answer(terminal: Terminal, talk: Talk, line: string): Promise<"quit" | "go-on"> {
  for await (const shown of talk.send(line, terminal.interrupted)) {
    if (shown.kind === "quit") return "quit";
    if (shown.kind === "notice") await printLines(terminal, shown.lines);
    if (shown.kind === "mistake") await printLines(terminal, [shown.message, shown.hint ?? ""]);
    if (shown.kind !== "event") continue;
    const { answer: finished, failure, understood } = shown.turn;
    if (finished !== undefined) {
      if (understood !== "") await print(terminal, `[${sanitise(understood)}]`);
      await printLines(terminal, answerLines(finished, talk.catalogue));
    }
    if (failure !== undefined) await printLines(terminal, [failure.message, failure.hint ?? ""]);
  }
  return "go-on";
}

async function printLines(terminal: Terminal, lines: readonly string[]): Promise<void> {
  for (const line of lines) if (line !== "") await print(terminal, sanitise(line));
  await print(terminal, "");
}

function prompt(terminal: Terminal, prompts: boolean): void {
  if (prompts) terminal.stdout.write("> ");
}
