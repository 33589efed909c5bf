import type { Key } from "ink";
import { sanitise } from "../sanitise.ts";
import type { Edit } from "./line-editor.ts";

/** Control characters by their code, as terminals send them for Ctrl-A and the like. */
const CONTROLS: Readonly<Record<string, Edit>> = {
  "\r": { kind: "submit" },
  "\n": { kind: "submit" },
  "\u0001": { kind: "home" },
  "\u0005": { kind: "end" },
  "\u0002": { kind: "left" },
  "\u0006": { kind: "right" },
  "\u0008": { kind: "backspace" },
  "\u007f": { kind: "backspace" },
  "\u000b": { kind: "delete-to-end" },
  "\u0010": { kind: "previous" },
  "\u000e": { kind: "next" },
  "\u0015": { kind: "delete-to-start" },
  "\u0017": { kind: "delete-word" },
};

/** What a key press does to the line. One chunk may hold text and Enter together, or several lines: each is done in order. */
export function editsOf(input: string, key: Key): readonly Edit[] {
  const named = namedKey(input, key);
  if (named !== undefined) return [named];
  if (key.ctrl) return controlEdit(input);
  if (key.meta || key.escape || key.tab) return [];
  return editsOfChunk(input);
}

/** A paste is text to look over before sending: its line breaks become spaces and nothing is sent. */
export function editOfPaste(text: string): Edit {
  return { kind: "insert", text: sanitise(text.trimEnd()).replace(/\s*\n\s*/g, " ") };
}

function namedKey(input: string, key: Key): Edit | undefined {
  const byWord = key.ctrl || key.meta;
  if (key.return) return { kind: "submit" };
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
  return undefined;
}

/** Ink names Ctrl-U "u" with `ctrl` set. */
function controlEdit(input: string): readonly Edit[] {
  const code = /^[a-z]$/i.test(input) ? input.toLowerCase().charCodeAt(0) - 96 : -1;
  const edit = code < 0 ? undefined : CONTROLS[String.fromCharCode(code)];
  return edit === undefined ? [] : [edit];
}

function editsOfChunk(chunk: string): readonly Edit[] {
  const edits: Edit[] = [];
  let typed = "";
  const flush = (): void => {
    const text = sanitise(typed);
    if (text !== "") edits.push({ kind: "insert", text });
    typed = "";
  };
  for (const character of chunk.replaceAll("\r\n", "\r")) {
    const control = CONTROLS[character];
    if (control === undefined) {
      typed += character;
      continue;
    }
    flush();
    edits.push(control);
  }
  flush();
  return edits;
}
