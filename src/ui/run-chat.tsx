import { render } from "ink";
import { Chat } from "./chat.tsx";
import { type ChatOptions, createChatModel } from "./chat-model.ts";

export interface RunChatOptions extends ChatOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly color: boolean;
  /** Ends the chat when it aborts. */
  readonly interrupted: AbortSignal;
}

/** Paints the chat at once, opens the recommender behind it, and resolves when the person has left and all is closed. */
export async function runChat(options: RunChatOptions): Promise<{ readonly error?: unknown }> {
  const model = createChatModel(options);
  const app = render(<Chat model={model} color={options.color} />, {
    stdin: options.stdin,
    stdout: options.stdout,
    exitOnCtrlC: false,
    // Ink would else print only the last frame where CI is set; we are here only when both ends are a terminal.
    interactive: true,
    patchConsole: false,
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
