import { Box, Static, useAnimation, useApp, useWindowSize } from "ink";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import type { ChatModel, ChatState, Entry } from "./chat-model.ts";
import { liveLines } from "./live-lines.ts";
import { panelLines } from "./panel-lines.ts";
import { PastEntry } from "./past-entry.tsx";
import type { Mode } from "./prompt-state.ts";
import { type PromptView, promptLines, promptView } from "./prompt-view.ts";
import { type ScreenLine, ScreenLines } from "./screen-lines.tsx";
import { withFound } from "./searching.ts";
import { isBusy, statusOf } from "./status.ts";
import { CurrentPalette, type Palette, type RoleText } from "./theme.tsx";
import { useChatKeys } from "./use-chat-keys.ts";
import { useCursorPlace } from "./use-cursor-place.ts";
import { cutLine } from "./wrap.ts";

const SPINNER = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
/** Lines the prompt and what is below it may grow to. */
const PROMPT_LINES = 6;
const PANEL_LINES = 4;

export interface ChatProps {
  readonly model: ChatModel;
  readonly palette: Palette;
}

/** The chat on a terminal: what is over above, drawn once; below it the turn in the making, a status line, the prompt and a panel. */
export function Chat({ model, palette }: ChatProps): ReactNode {
  const state = useSyncExternalStore(model.subscribe, model.state);
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const { ended, where } = state;
  const keyed = useChatKeys(model, where);
  useEffect(() => {
    if (ended !== undefined) exit();
  }, [ended, exit]);

  // One line is kept free: a live region as tall as the screen would make the terminal flicker.
  const height = Math.max(4, rows) - 1;
  const { editor, mode } = keyed.prompt;
  const shown = mode.kind === "searching" ? withFound(editor, mode) : editor;
  const view = promptView(shown, columns, Math.max(1, Math.min(PROMPT_LINES, height - 3)));
  const status = statusOf(state, keyed);
  const busy = isBusy(state, keyed);
  const taken = view.lines.length + (status === "" ? 0 : 1) + (state.live === undefined ? 0 : 1);
  const panel = panelLines(mode, where?.catalogue, columns, Math.min(PANEL_LINES, height - taken));
  const room = Math.max(1, height - taken + 1 - panel.length);
  const live = state.live === undefined ? [] : liveLines(state.live, columns, room);
  return (
    <CurrentPalette value={palette}>
      <Static items={state.past as Entry[]}>
        {(entry, index) => <PastEntry key={index} entry={entry} width={columns} />}
      </Static>
      <Box flexDirection="column">
        <ScreenLines lines={live.map((line) => [line])} />
        {status !== "" && <Status text={status} busy={busy} width={columns} />}
        {ended === undefined && (
          <Prompt
            above={[
              ...live,
              ...(status === "" ? [] : [statusLine(status, busy ? 0 : undefined, columns)]),
            ].map((line) => [line])}
            view={view}
            placeholder={placeholderOf(state, mode)}
          />
        )}
        {ended === undefined && <ScreenLines lines={panel} />}
      </Box>
    </CurrentPalette>
  );
}

interface PromptProps {
  /** What is drawn above it in the live region. */
  readonly above: readonly ScreenLine[];
  readonly view: PromptView;
  readonly placeholder: string;
}

function Prompt({ above, view, placeholder }: PromptProps): ReactNode {
  const lines = promptLines(view, placeholder);
  useCursorPlace([...above, ...lines.slice(0, view.y)], view.x);
  return <ScreenLines lines={lines} />;
}

function Status({ text, busy, width }: { text: string; busy: boolean; width: number }): ReactNode {
  const { frame } = useAnimation({ interval: 100, isActive: busy });
  return <ScreenLines lines={[[statusLine(text, busy ? frame : undefined, width)]]} />;
}

/** `frame`: of the sign that turns while something goes on. */
function statusLine(text: string, frame: number | undefined, width: number): RoleText {
  const sign = frame === undefined ? "" : `${SPINNER[frame % SPINNER.length]} `;
  return { role: "muted", text: cutLine(sign + text, width) };
}

function placeholderOf({ where, table }: ChatState, mode: Mode): string {
  if (where === undefined) return "you can type already";
  if (mode.kind === "choosing") return "a key from below, or type on";
  if (table.items.length > 0) return "what next? Tab picks from the list, /help";
  return "what do you feel like? /help";
}
