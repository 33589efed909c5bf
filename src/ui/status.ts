import { sanitiseLine } from "../sanitise.ts";
import type { ChatState } from "./chat-model.ts";
import { searchStatus } from "./searching.ts";
import type { Keyed } from "./use-chat-keys.ts";

const NOTES = {
  quitting: "Ctrl-C again to quit",
  "looking-up": "looking up names",
  "nothing-found": "no title, person or command begins so",
} as const;

/** The one line above the prompt; empty where there is nothing to say. */
export function statusOf(state: ChatState, { prompt, note }: Keyed): string {
  if (state.ended !== undefined) return "";
  if (note !== undefined) return NOTES[note];
  if (prompt.mode.kind === "searching") return searchStatus(prompt.mode);
  const waiting = state.waiting.length === 0 ? "" : ` · ${state.waiting.length} waiting`;
  if (state.progress !== undefined) {
    const { stage, fraction } = state.progress;
    const percent = fraction === undefined ? "" : ` ${Math.floor(100 * fraction)} %`;
    return `${sanitiseLine(stage)}${percent}${waiting}`;
  }
  if (state.live !== undefined) return `Esc stops it${waiting}`;
  return prompt.mode.kind === "typing" ? answerHint(state.table.options, prompt.editor.text) : "";
}

/** Whether something is going on that takes its time. */
export function isBusy(state: ChatState, { note }: Keyed): boolean {
  if (state.ended !== undefined) return false;
  return state.live !== undefined || state.progress !== undefined || note === "looking-up";
}

function answerHint(options: readonly string[], text: string): string {
  if (options.length === 0) return "";
  const option = /^\d$/.test(text) ? options[Number(text) - 1] : undefined;
  if (option !== undefined) return `Enter answers “${sanitiseLine(option)}”`;
  return text === "" ? `Alt-1 to Alt-${options.length} answers, or Tab and a digit` : "";
}
