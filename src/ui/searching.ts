import { searchBack } from "./input-history.ts";
import type { Press } from "./keys.ts";
import { type Editor, goTo } from "./line-editor.ts";

/** Looking for something that was sent before, as a shell does on Ctrl-R. */
export interface Searching {
  readonly kind: "searching";
  readonly words: string;
  /** Where the words were found last; `sent.length` before anything was. */
  readonly at: number;
  /** Whether the words, as they are now, are nowhere further back. */
  readonly failing: boolean;
}

export function startSearch({ history }: Editor): Searching {
  return { kind: "searching", words: "", at: history.sent.length, failing: false };
}

/** The search after one more key; undefined where the key ends it. */
export function searched(searching: Searching, { history }: Editor, press: Press): Searching | undefined {
  const { words, at } = searching;
  switch (press.kind) {
    case "insert":
      return looked(words + press.text, at + 1);
    case "backspace":
      return looked(words.slice(0, -1), history.sent.length);
    case "search":
      return looked(words, at);
    default:
      return undefined;
  }

  function looked(wanted: string, below: number): Searching {
    const found = wanted === "" ? undefined : searchBack(history, wanted, below);
    const failing = wanted !== "" && found === undefined;
    const start = wanted === "" ? history.sent.length : at;
    return { kind: "searching", words: wanted, at: found ?? start, failing };
  }
}

/** The editor with what was found in it, the cursor where the words are; as it was, where nothing was. */
export function withFound(editor: Editor, { words, at }: Searching): Editor {
  if (words === "" || at === editor.history.sent.length) return editor;
  const there = goTo(editor, at);
  const place = there.text.toLowerCase().indexOf(words.toLowerCase());
  return place < 0 ? there : { ...there, cursor: place };
}

export function searchStatus({ words, failing }: Searching): string {
  const found = failing ? "nothing more with" : "search back:";
  return `${found} “${words}” · Ctrl-R further · Enter sends · Esc as it was`;
}
