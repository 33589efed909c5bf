import type { Key } from "ink";
import { sanitise } from "../sanitise.ts";
import type { Edit } from "./line-editor.ts";

/** One key as the chat knows it: an edit of the line, or something else. */
export type Press =
  | Edit
  /** Tab; `back` with Shift. */
  | { readonly kind: "complete"; readonly back: boolean }
  /** Alt with a digit, from 1. */
  | { readonly kind: "pick"; readonly place: number }
  | { readonly kind: "search" | "escape" | "interrupt" | "end-of-input" };

const LINE_BREAK: Press = { kind: "insert", text: "\n" };

/**
 * Control characters by their code, as terminals send them for Ctrl-A and the like. Enter sends "\r", and Ctrl-J "\n"; but what was
 * typed before the chat took the terminal over comes as a line that ends in "\n".
 */
const CONTROLS: Readonly<Record<string, Press>> = {
  "\r": { kind: "submit" },
  "\n": { kind: "submit" },
  "\t": { kind: "complete", back: false },
  "\u0001": { kind: "home" },
  "\u0003": { kind: "interrupt" },
  "\u0004": { kind: "end-of-input" },
  "\u0005": { kind: "end" },
  "\u0002": { kind: "left" },
  "\u0006": { kind: "right" },
  "\u0008": { kind: "backspace" },
  "\u007f": { kind: "backspace" },
  "\u000b": { kind: "delete-to-end" },
  "\u0010": { kind: "previous" },
  "\u000e": { kind: "next" },
  "\u0012": { kind: "search" },
  "\u0015": { kind: "delete-to-start" },
  "\u0017": { kind: "delete-word" },
};

/** What was pressed. One chunk may hold text and Enter together, or several lines: each is done in order. */
export function pressesOf(input: string, key: Key): readonly Press[] {
  // Such keys are the system's.
  if (key.super || key.hyper) return [];
  const named = namedKey(input, key);
  if (named !== undefined) return [named];
  if (key.ctrl) return controlKey(input);
  if (key.meta) return [];
  if (input === "\n") return [LINE_BREAK];
  return pressesOfChunk(input);
}

/** A paste is text to look over before sending: its line breaks stay, and nothing is sent. */
export function pressOfPaste(text: string): Press {
  return { kind: "paste", text: sanitise(text.trimEnd()) };
}

function namedKey(input: string, key: Key): Press | undefined {
  const byWord = key.ctrl || key.meta;
  if (key.return) return key.meta || key.shift ? LINE_BREAK : { kind: "submit" };
  if (key.escape) return { kind: "escape" };
  if (key.tab) return { kind: "complete", back: key.shift };
  if (key.upArrow) return { kind: "previous" };
  if (key.downArrow) return { kind: "next" };
  if (key.leftArrow) return { kind: byWord ? "word-left" : "left" };
  if (key.rightArrow) return { kind: byWord ? "word-right" : "right" };
  if (key.home) return { kind: "home" };
  if (key.end) return { kind: "end" };
  if (key.backspace) return { kind: byWord ? "delete-word" : "backspace" };
  if (key.delete) return { kind: "delete" };
  if (key.meta && input === "b") return { kind: "word-left" };
  if (key.meta && input === "f") return { kind: "word-right" };
  if (key.meta && /^[1-9]$/.test(input)) return { kind: "pick", place: Number(input) };
  return undefined;
}

/** Ink names Ctrl-U "u" with `ctrl` set, and, where the terminal tells it apart, Ctrl-J "j". Ctrl-G leaves a search, as in shells. */
function controlKey(input: string): readonly Press[] {
  if (input === "g") return [{ kind: "escape" }];
  if (input === "j") return [LINE_BREAK];
  const code = /^[a-z]$/i.test(input) ? input.toLowerCase().charCodeAt(0) - 96 : -1;
  const press = code < 0 ? undefined : CONTROLS[String.fromCharCode(code)];
  return press === undefined ? [] : [press];
}

function pressesOfChunk(chunk: string): readonly Press[] {
  const presses: Press[] = [];
  let typed = "";
  const flush = (): void => {
    const text = sanitise(typed);
    if (text !== "") presses.push({ kind: "insert", text });
    typed = "";
  };
  for (const character of chunk.replaceAll("\r\n", "\r")) {
    const control = CONTROLS[character];
    if (control === undefined) {
      typed += character;
      continue;
    }
    flush();
    presses.push(control);
  }
  flush();
  return presses;
}
