import { type History, keepSent, lookAt, NO_HISTORY } from "./input-history.ts";
import { fold, unfold, withoutSigns } from "./pasted.ts";
import { after, before, lineEnd, lineStart, otherLine, wordEnd, wordStart } from "./text-moves.ts";

/**
 * A text being typed, of one or more lines, with a cursor and what was sent before. Positions count UTF-16 units and never split a
 * grapheme. A long paste is one sign in the text, which `pasted` has the words of.
 */
export interface Editor {
  readonly text: string;
  readonly cursor: number;
  readonly pasted: readonly string[];
  readonly history: History;
}

export type Edit =
  | { readonly kind: "insert" | "paste"; readonly text: string }
  | { readonly kind: "left" | "right" | "word-left" | "word-right" | "home" | "end" }
  | { readonly kind: "backspace" | "delete" | "delete-word" | "delete-to-start" | "delete-to-end" }
  /** A line up or down in the text; at its edge, the text sent before or after. */
  | { readonly kind: "previous" | "next" }
  | { readonly kind: "submit" };

export const EMPTY_EDITOR: Editor = { text: "", cursor: 0, pasted: [], history: NO_HISTORY };

/** Applies one edit. `submitted` is the text that was sent, where the edit sent one; an empty text is never sent. */
export function applyEdit(
  editor: Editor,
  edit: Edit,
): { readonly editor: Editor; readonly submitted?: string } {
  switch (edit.kind) {
    case "insert":
      return { editor: insert(editor, withoutSigns(edit.text)) };
    case "paste": {
      const { text, pasted } = fold(withoutSigns(edit.text), editor.pasted);
      return { editor: insert({ ...editor, pasted }, text) };
    }
    case "submit":
      return submit(editor);
    case "previous":
      return { editor: moveUp(editor) };
    case "next":
      return { editor: moveDown(editor) };
    case "backspace":
      return { editor: cut(editor, before(editor), editor.cursor) };
    case "delete":
      return { editor: cut(editor, editor.cursor, after(editor)) };
    case "delete-word":
      return { editor: cut(editor, wordStart(editor), editor.cursor) };
    case "delete-to-start":
      return { editor: cut(editor, lineStart(editor), editor.cursor) };
    case "delete-to-end":
      return { editor: cut(editor, editor.cursor, lineEnd(editor)) };
    default:
      return { editor: { ...editor, cursor: moved(editor, edit.kind) } };
  }
}

/** The editor with a text in place of its own, the cursor at its end. */
export function withText(editor: Editor, text: string): Editor {
  return { ...editor, text, cursor: text.length };
}

/** The editor at another place of its history; itself where there is none. */
export function goTo(editor: Editor, place: number): Editor {
  const there = lookAt(editor.history, place, editor.text);
  return there === undefined ? editor : withText({ ...editor, history: there.history }, there.text);
}

/** Whether nothing is typed, and nothing newer could be looked at. */
export function isAtRest({ text, history }: Editor): boolean {
  return text === "" && history.at === history.sent.length;
}

function insert(editor: Editor, text: string): Editor {
  return {
    ...editor,
    text: editor.text.slice(0, editor.cursor) + text + editor.text.slice(editor.cursor),
    cursor: editor.cursor + text.length,
  };
}

function submit(editor: Editor): { readonly editor: Editor; readonly submitted?: string } {
  const line = unfold(editor.text, editor.pasted).trim();
  if (line === "") return { editor: withText(editor, "") };
  const { history, text } = keepSent(editor.history, line);
  const pasted = text === "" ? [] : editor.pasted;
  return { editor: { text, cursor: text.length, pasted, history }, submitted: line };
}

function moveUp(editor: Editor): Editor {
  const cursor = otherLine(editor, "up");
  return cursor === undefined ? goTo(editor, editor.history.at - 1) : { ...editor, cursor };
}

function moveDown(editor: Editor): Editor {
  const cursor = otherLine(editor, "down");
  return cursor === undefined ? goTo(editor, editor.history.at + 1) : { ...editor, cursor };
}

function cut(editor: Editor, from: number, to: number): Editor {
  return { ...editor, text: editor.text.slice(0, from) + editor.text.slice(to), cursor: from };
}

function moved(editor: Editor, kind: "left" | "right" | "word-left" | "word-right" | "home" | "end"): number {
  switch (kind) {
    case "home":
      return lineStart(editor);
    case "end":
      return lineEnd(editor);
    case "left":
      return before(editor);
    case "right":
      return after(editor);
    case "word-left":
      return wordStart(editor);
    case "word-right":
      return wordEnd(editor);
  }
}
