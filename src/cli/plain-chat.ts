import { createInterface } from "node:readline";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { sanitise } from "../sanitise.ts";
import { aloud } from "../talk/aloud.ts";
import { type Chat, type ChatOptions, openChat } from "../talk/chat.ts";
import { mistakeOf } from "../talk/mistake-of.ts";
import { answerLines, cardLines } from "../talk/prose.ts";
import type { Arrival, Shown } from "../talk/shown.ts";
import type { TurnView } from "../talk/turn.ts";
import { narrate, print, type Terminal } from "./terminal.ts";

/**
 * The chat in plain lines: no redrawing, no colour, no signs that a screen reader stumbles over. On a terminal it greets and prompts;
 * with a pipe at either end it only answers.
 */
export async function plainChat(terminal: Terminal, options: ChatOptions): Promise<void> {
  const chat = await openChat(options, terminal.interrupted);
  try {
    await converse(terminal, chat);
  } finally {
    chat.close();
  }
  terminal.interrupted.throwIfAborted();
}

async function converse(terminal: Terminal, chat: Chat): Promise<void> {
  const prompts = terminal.stdin.isTTY === true && terminal.stdout.isTTY === true;
  const arrival = await chat.arrive();
  if (prompts) {
    for (const line of greeting(arrival, chat.talk().catalogue)) narrate(terminal, line);
    narrate(terminal, "/help shows what you can type.");
  }
  const lines = createInterface({ input: terminal.stdin, terminal: false });
  const stop = (): void => lines.close();
  terminal.interrupted.addEventListener("abort", stop);
  try {
    prompt(terminal, prompts);
    for await (const line of lines) {
      if (line.trim() !== "" && (await answer(terminal, chat, line, prompts)) === "quit") break;
      prompt(terminal, prompts);
    }
  } finally {
    terminal.interrupted.removeEventListener("abort", stop);
    lines.close();
  }
}

function greeting(arrival: Arrival, catalogue: Catalogue): string[] {
  if (arrival.kind === "resumed") {
    const { exchange, items } = arrival.before;
    return [`Last time you said: ${exchange.user}`, exchange.agent, ...cardLines(items, catalogue)].map(
      sanitise,
    );
  }
  const { lines, examples } = arrival.welcome;
  return [...lines, "For example:", ...examples.map((example) => `  ${example}`)];
}

async function answer(
  terminal: Terminal,
  chat: Chat,
  line: string,
  prompts: boolean,
): Promise<"quit" | "go-on"> {
  try {
    for await (const shown of chat.send(line, terminal.interrupted)) {
      if (shown.kind === "quit") return "quit";
      await printLines(terminal, linesOf(shown, chat.talk().catalogue, prompts));
    }
  } catch (error) {
    // One command that fails is no reason to lose the talk.
    if (terminal.interrupted.aborted) throw error;
    const { message, hint } = mistakeOf(error);
    await printLines(terminal, [message, hint ?? ""]);
  }
  return "go-on";
}

/** What is printed of it; nothing of a turn in the making. */
function linesOf(shown: Exclude<Shown, { kind: "quit" }>, catalogue: Catalogue, prompts: boolean): string[] {
  switch (shown.kind) {
    case "event":
      return turnLines(shown.turn, catalogue);
    case "notice":
      return shown.lines.map(aloud);
    case "mistake":
      return [shown.message, shown.hint ?? ""];
    case "moved":
      return [
        ...shown.lines,
        ...(prompts && shown.arrival !== undefined ? greeting(shown.arrival, catalogue) : []),
      ];
  }
}

function turnLines({ answer: finished, failure, understood }: TurnView, catalogue: Catalogue): string[] {
  if (failure !== undefined) return [failure.message, failure.hint ?? ""];
  if (finished === undefined) return [];
  const meant = understood === "" ? [] : [`I understood: ${aloud(sanitise(understood))}`];
  return [...meant, ...answerLines(finished, catalogue).map(aloud)];
}

async function printLines(terminal: Terminal, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  for (const line of lines) if (line !== "") await print(terminal, line);
  await print(terminal, "");
}

function prompt(terminal: Terminal, prompts: boolean): void {
  if (prompts) terminal.stdout.write("You: ");
}
