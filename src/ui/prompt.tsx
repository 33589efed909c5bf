import { Box, useCursor } from "ink";
import type { ReactNode } from "react";
import stringWidth from "string-width";
import type { Editor } from "./line-editor.ts";
import { Tone } from "./theme.tsx";
import { wrapHard } from "./wrap.ts";

export interface PromptProps {
  readonly editor: Editor;
  readonly width: number;
  /** Most lines it may take. */
  readonly height: number;
  /** Lines drawn above it in the live region: where the terminal's own cursor goes is counted from there. */
  readonly top: number;
  readonly placeholder: string;
}

/** What is shown of a line being typed, and where the cursor is in it. */
export interface PromptView {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

/** Breaks the text at the edge and keeps the part around the cursor. */
export function promptView(editor: Editor, width: number, height: number): PromptView {
  const room = Math.max(1, width - 3);
  const lines = wrapHard(editor.text, room);
  const untilCursor = wrapHard(editor.text.slice(0, editor.cursor), room);
  const line = untilCursor.length - 1;
  const start = Math.max(0, Math.min(line, lines.length - height));
  return {
    lines: lines.slice(start, start + height),
    x: 2 + stringWidth(untilCursor[line] ?? ""),
    y: line - start,
  };
}

/** The line being typed. It uses the terminal's own cursor, so input methods and screen readers know where it is. */
export function Prompt({ editor, width, height, top, placeholder }: PromptProps): ReactNode {
  const { setCursorPosition } = useCursor();
  const view = promptView(editor, width, height);
  setCursorPosition({ x: view.x, y: top + view.y });
  if (editor.text === "") {
    return (
      <Box>
        <Tone as="name">{"› "}</Tone>
        <Tone as="muted" cut>
          {placeholder}
        </Tone>
      </Box>
    );
  }
  return (
    <Box>
      <Tone as="name">{"› "}</Tone>
      <Box flexDirection="column">
        {view.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a screen line is its position
          <Tone key={index} as="plain" cut>
            {line === "" ? " " : line}
          </Tone>
        ))}
      </Box>
    </Box>
  );
}
