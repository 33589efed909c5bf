import { useInput, usePaste } from "ink";
import { useEffect, useRef, useState } from "react";
import { type ChatModel, type ChatState, EMPTY_TABLE } from "./chat-model.ts";
import { NO_HISTORY, remember } from "./input-history.ts";
import { type Press, pressesOf, pressOfPaste } from "./keys.ts";
import { EMPTY_EDITOR } from "./line-editor.ts";
import { offering, type PromptState, pressed, TYPING } from "./prompt-state.ts";

/** How long "again to quit", and that nothing was found, stand. */
const NOTE_MS = 2000;

/** Said for a moment: that the next Ctrl-C quits, that names are being looked up, that there are none. */
export type Note = "quitting" | "looking-up" | "nothing-found" | undefined;

/** The prompt, and what is said about it. */
export interface Keyed {
  readonly prompt: PromptState;
  readonly note: Note;
}

const AT_FIRST: Keyed = { prompt: { editor: EMPTY_EDITOR, mode: TYPING }, note: undefined };

/** Keys and pastes: type, send, choose, complete; stop a turn (Esc), quit (Ctrl-C twice, Ctrl-D on an empty line). */
export function useChatKeys(model: ChatModel, where: ChatState["where"]): Keyed {
  const [keyed, setKeyed] = useState(AT_FIRST);
  // Several keys can arrive before React draws: the truth is here, the state is for drawing.
  const latest = useRef(AT_FIRST);
  const show = useRef((next: Partial<Keyed>): void => {
    latest.current = { ...latest.current, ...next };
    setKeyed(latest.current);
  }).current;

  const { note } = keyed;
  useEffect(() => {
    if (note === undefined || note === "looking-up") return;
    const timer = setTimeout(() => show({ note: undefined }), NOTE_MS);
    return () => clearTimeout(timer);
  }, [note, show]);

  const user = useRef(where?.user);
  useEffect(() => {
    if (where === undefined) return;
    const { editor, mode } = latest.current.prompt;
    // Another person looks back on what they said themselves.
    const kept = user.current === undefined || user.current === where.user;
    const history = remember(kept ? editor.history : NO_HISTORY, where.earlier);
    user.current = where.user;
    show({ prompt: { editor: { ...editor, history }, mode } });
  }, [where, show]);

  function press(one: Press): void {
    const { prompt: before, note: said } = latest.current;
    const leaves =
      one.kind === "interrupt"
        ? said === "quitting"
        : one.kind === "end-of-input" && before.editor.text === "";
    if (leaves) model.quit();
    if (one.kind === "interrupt") show({ note: "quitting" });
    if (leaves || one.kind === "interrupt") return;
    const state = model.state();
    const busy = state.live !== undefined || state.waiting.length > 0;
    const table = busy ? EMPTY_TABLE : state.table;
    const done = pressed(before, one, { table, scale: state.where?.catalogue.scale });
    show({ prompt: done.state, note: undefined });
    if (done.sent !== undefined) model.send(done.sent);
    if (done.wanted === "stop") model.cancel();
    if (done.wanted === "completion") void lookUp(done.state);
  }

  async function lookUp(asked: PromptState): Promise<void> {
    show({ note: "looking-up" });
    const { text, cursor } = asked.editor;
    // The line can be typed without: what went wrong is told when something is said.
    const completion = await model.complete(text, cursor).catch(() => undefined);
    // Who has typed on meanwhile wants something else.
    if (latest.current.prompt !== asked) return;
    if (completion === undefined) show({ note: "nothing-found" });
    else show({ prompt: offering(asked, completion), note: undefined });
  }

  useInput((input, key) => {
    for (const one of pressesOf(input, key)) press(one);
  });
  usePaste((text) => press(pressOfPaste(text)));
  return keyed;
}
