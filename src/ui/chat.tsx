import { Box, Static, useAnimation, useApp, useWindowSize } from "ink";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { sanitiseLine } from "../sanitise.ts";
import type { ChatModel, ChatState, Entry } from "./chat-model.ts";
import { liveLines } from "./live-lines.ts";
import { PastEntry } from "./past-entry.tsx";
import { Prompt } from "./prompt.tsx";
import { ColorAllowed, Tone } from "./theme.tsx";
import { useChatKeys } from "./use-chat-keys.ts";
import { cutLine } from "./wrap.ts";

const SPINNER = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
/** Lines the prompt may grow to. */
const PROMPT_LINES = 4;

export interface ChatProps {
  readonly model: ChatModel;
  readonly color: boolean;
}

/** The chat on a terminal: what is over above, drawn once; below it the turn in the making, a status line and the prompt. */
export function Chat({ model, color }: ChatProps): ReactNode {
  const state = useSyncExternalStore(model.subscribe, model.state);
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const { editor, quitting } = useChatKeys(model);
  const { ended, talk } = state;
  useEffect(() => {
    if (ended !== undefined) exit();
  }, [ended, exit]);

  const height = Math.max(4, rows);
  const promptHeight = Math.max(1, Math.min(PROMPT_LINES, height - 4));
  const room = Math.max(1, height - promptHeight - 3);
  const live = state.live === undefined ? [] : liveLines(state.live, columns, room);
  const status = statusOf(state, quitting);
  const top = live.length + (status === "" ? 0 : 1);
  return (
    <ColorAllowed value={color}>
      <Static items={state.past as Entry[]}>
        {(entry, index) =>
          talk && <PastEntry key={index} entry={entry} catalogue={talk.catalogue} width={columns} />
        }
      </Static>
      <Box flexDirection="column">
        {live.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a screen line is its position
          <Tone key={index} as={line.role} cut>
            {line.text}
          </Tone>
        ))}
        {status !== "" && <Status text={status} busy={isBusy(state)} width={columns} />}
        {ended === undefined && (
          <Prompt
            editor={editor}
            width={columns}
            height={promptHeight}
            top={top}
            placeholder={talk === undefined ? "you can type already" : "what do you feel like? /help"}
          />
        )}
      </Box>
    </ColorAllowed>
  );
}

function Status({ text, busy, width }: { text: string; busy: boolean; width: number }): ReactNode {
  const { frame } = useAnimation({ interval: 100, isActive: busy });
  const sign = busy ? `${SPINNER[frame % SPINNER.length]} ` : "";
  return (
    <Tone as="muted" cut>
      {cutLine(sign + text, width)}
    </Tone>
  );
}

function isBusy(state: ChatState): boolean {
  return state.ended === undefined && (state.live !== undefined || state.progress !== undefined);
}

function statusOf(state: ChatState, quitting: boolean): string {
  if (state.ended !== undefined) return "";
  if (quitting) return "Ctrl-C again to quit";
  const waiting = state.waiting.length === 0 ? "" : ` · ${state.waiting.length} waiting`;
  if (state.progress !== undefined) {
    const { stage, fraction } = state.progress;
    const percent = fraction === undefined ? "" : ` ${Math.floor(100 * fraction)} %`;
    return `${sanitiseLine(stage)}${percent}${waiting}`;
  }
  return state.live === undefined ? "" : `Esc stops it${waiting}`;
}
