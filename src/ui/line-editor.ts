/** One line of text being typed, with a cursor and what was sent before. Positions count UTF-16 units and never split a grapheme. */
export interface Editor {
  readonly text: string;
  readonly cursor: number;
  /** Lines sent, oldest first. */
  readonly sent: readonly string[];
  /** Which sent line is shown; `sent.length` = the one being typed. */
  readonly at: number;
  /** What was being typed before looking back. */
  readonly draft: string;
}

export type Edit =
  | { readonly kind: "insert"; readonly text: string }
  | { readonly kind: "left" | "right" | "word-left" | "word-right" | "home" | "end" }
  | { readonly kind: "backspace" | "delete" | "delete-word" | "delete-to-start" | "delete-to-end" }
  | { readonly kind: "previous" | "next" }
  | { readonly kind: "submit" };

export const EMPTY_EDITOR: Editor = { text: "", cursor: 0, sent: [], at: 0, draft: "" };

const MOST_SENT = 200;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Applies one edit. `submitted` is the line that was sent, where the edit sent one; an empty line is never sent. */
export function applyEdit(
  editor: Editor,
  edit: Edit,
): { readonly editor: Editor; readonly submitted?: string } {
  switch (edit.kind) {
    case "insert":
      return { editor: insert(editor, edit.text) };
    case "submit":
      return submit(editor);
    case "previous":
      return { editor: recall(editor, editor.at - 1) };
    case "next":
      return { editor: recall(editor, editor.at + 1) };
    case "backspace":
      return { editor: cut(editor, before(editor), editor.cursor) };
    case "delete":
      return { editor: cut(editor, editor.cursor, after(editor)) };
    case "delete-word":
      return { editor: cut(editor, wordStart(editor), editor.cursor) };
    case "delete-to-start":
      return { editor: cut(editor, 0, editor.cursor) };
    case "delete-to-end":
      return { editor: cut(editor, editor.cursor, editor.text.length) };
    default:
      return { editor: { ...editor, cursor: moved(editor, edit.kind) } };
  }
}

function insert(editor: Editor, text: string): Editor {
  return {
    ...editor,
    text: editor.text.slice(0, editor.cursor) + text + editor.text.slice(editor.cursor),
    cursor: editor.cursor + text.length,
  };
}

function submit(editor: Editor): { readonly editor: Editor; readonly submitted?: string } {
  const line = editor.text.trim();
  if (line === "") return { editor: { ...editor, text: "", cursor: 0 } };
  const sent = editor.sent.at(-1) === line ? editor.sent : [...editor.sent, line].slice(-MOST_SENT);
  return { editor: { text: "", cursor: 0, sent, at: sent.length, draft: "" }, submitted: line };
}

function recall(editor: Editor, at: number): Editor {
  if (at < 0 || at > editor.sent.length) return editor;
  const draft = editor.at === editor.sent.length ? editor.text : editor.draft;
  const text = at === editor.sent.length ? draft : (editor.sent[at] ?? "");
  return { ...editor, at, draft, text, cursor: text.length };
}

function cut(editor: Editor, from: number, to: number): Editor {
  return { ...editor, text: editor.text.slice(0, from) + editor.text.slice(to), cursor: from };
}

function moved(editor: Editor, kind: "left" | "right" | "word-left" | "word-right" | "home" | "end"): number {
  if (kind === "home") return 0;
  if (kind === "end") return editor.text.length;
  if (kind === "left") return before(editor);
  if (kind === "right") return after(editor);
  return kind === "word-left" ? wordStart(editor) : wordEnd(editor);
}

/** Where the grapheme left of the cursor begins. */
function before({ text, cursor }: Editor): number {
  let start = 0;
  for (const { index } of graphemes.segment(text)) {
    if (index >= cursor) break;
    start = index;
  }
  return start;
}

/** Where the grapheme right of the cursor ends. */
function after({ text, cursor }: Editor): number {
  const next = graphemes.segment(text).containing(cursor);
  return next === undefined ? text.length : next.index + next.segment.length;
}

function wordStart({ text, cursor }: Editor): number {
  return text.slice(0, cursor).replace(/\S+\s*$/, "").length;
}

function wordEnd({ text, cursor }: Editor): number {
  return cursor + (/^\s*\S+/.exec(text.slice(cursor))?.[0].length ?? text.length - cursor);
}
