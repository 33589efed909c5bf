import { useInput, usePaste } from "ink";
import { useEffect, useRef, useState } from "react";
import type { ChatModel } from "./chat-model.ts";
import { editOfPaste, editsOf } from "./keys.ts";
import { applyEdit, type Edit, type Editor, EMPTY_EDITOR } from "./line-editor.ts";

/** How long "again to quit" stands. */
const QUIT_WINDOW_MS = 2000;

/** Keys and pastes: edits the line, sends it, stops a turn (Esc), quits (Ctrl-C twice, Ctrl-D on an empty line). */
export function useChatKeys(model: ChatModel): { readonly editor: Editor; readonly quitting: boolean } {
  const [editor, setEditor] = useState(EMPTY_EDITOR);
  const [quitting, setQuitting] = useState(false);
  // Several keys can arrive before React draws: the truth is here, the state is for drawing.
  const latest = useRef(EMPTY_EDITOR);

  useEffect(() => {
    if (!quitting) return;
    const timer = setTimeout(() => setQuitting(false), QUIT_WINDOW_MS);
    return () => clearTimeout(timer);
  }, [quitting]);

  function edit(edits: readonly Edit[]): void {
    for (const one of edits) {
      const done = applyEdit(latest.current, one);
      latest.current = done.editor;
      if (done.submitted !== undefined) model.send(done.submitted);
    }
    setEditor(latest.current);
  }

  const armed = useRef(false);
  armed.current = quitting;
  useInput((input, key) => {
    if (key.ctrl && input === "c") {
      if (armed.current) return model.quit();
      armed.current = true;
      return setQuitting(true);
    }
    if (key.ctrl && input === "d" && latest.current.text === "") return model.quit();
    if (quitting) setQuitting(false);
    if (key.escape) return void model.cancel();
    edit(editsOf(input, key));
  });
  usePaste((text) => edit([editOfPaste(text)]));
  return { editor, quitting };
}
