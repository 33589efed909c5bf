import { render } from "ink";
import type { Background } from "../config.ts";
import { Chat } from "./chat.tsx";
import { type ChatModelOptions, createChatModel } from "./chat-model.ts";
import { paletteFor } from "./theme.tsx";

export interface RunChatOptions extends Omit<ChatModelOptions, "keys"> {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly color: boolean;
  readonly background: Background | undefined;
  /** Ends the chat when it aborts. */
  readonly interrupted: AbortSignal;
}

/** What /help says of the keys. */
const KEYS: readonly string[] = [
  "Tab completes commands, titles and people; again: the next.",
  "Tab on an empty line picks from the list, by keys of its own.",
  "Alt-1 to Alt-9 answers a question, or picks from the list.",
  "Up and Down bring back what you said; Ctrl-R searches in it.",
  "Alt-Enter or Ctrl-J begins a new line.",
  "Esc stops an answer in the making. Ctrl-C twice leaves.",
];

/** Paints the chat at once, opens the recommender behind it, and resolves when the person has left and all is closed. */
export async function runChat(options: RunChatOptions): Promise<{ readonly error?: unknown }> {
  const model = createChatModel({ ...options, keys: KEYS });
  const app = render(<Chat model={model} palette={paletteFor(options.color, options.background)} />, {
    stdin: options.stdin,
    stdout: options.stdout,
    exitOnCtrlC: false,
    // Ink would else print only the last frame where CI is set; we are here only when both ends are a terminal.
    interactive: true,
    patchConsole: false,
    // Terminals that know this protocol tell Shift-Enter from Enter; Ink asks first, and leaves the others alone.
    kittyKeyboard: { mode: "auto" },
  });
  options.interrupted.addEventListener("abort", model.quit);
  // The first frame goes out before loading keeps the thread busy.
  await app.waitUntilRenderFlush();
  setImmediate(model.start);
  await app.waitUntilExit();
  options.interrupted.removeEventListener("abort", model.quit);
  await model.closed();
  return model.state().ended ?? {};
}
