import stringWidth from "string-width";
import type { Editor } from "./line-editor.ts";
import { abridged } from "./pasted.ts";
import type { ScreenLine } from "./screen-lines.tsx";
import { wrapHard } from "./wrap.ts";

/** What is shown of a text being typed, and where the cursor is in it. */
export interface PromptView {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

const SIGN = "› ";

/** Breaks the text at its line breaks and at the edge, and keeps the part around the cursor. */
export function promptView({ text, cursor, pasted }: Editor, width: number, height: number): PromptView {
  const room = Math.max(1, width - SIGN.length - 1);
  const lines = wrapHard(abridged(text, pasted), room);
  const untilCursor = wrapHard(abridged(text.slice(0, cursor), pasted), room);
  const line = untilCursor.length - 1;
  const start = Math.max(0, Math.min(line, lines.length - height));
  return {
    lines: lines.slice(start, start + height),
    x: SIGN.length + stringWidth(untilCursor[line] ?? ""),
    y: line - start,
  };
}

/** The prompt as it is drawn: a sign before the first line, and a hint where nothing is typed. */
export function promptLines({ lines }: PromptView, placeholder: string): readonly ScreenLine[] {
  const empty = lines.length === 1 && lines[0] === "";
  return lines.map((line, index) => [
    { role: "name", text: index === 0 ? SIGN : " ".repeat(SIGN.length) },
    empty ? { role: "muted", text: placeholder } : { role: "plain", text: line },
  ]);
}
