import type { Progress } from "../progress.ts";
import { sanitiseLine } from "../sanitise.ts";
import { byteProgress } from "./byte-progress.ts";
import type { Terminal } from "./terminal.ts";

/** Tells what is under way: one line that is rewritten on a terminal, one line a stage elsewhere. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Takes the line away; call it before anything else is printed. */
  readonly clear: () => void;
}

export function progressLine(terminal: Terminal): ProgressLine {
  const { stderr, config, clock } = terminal;
  const rewrites = stderr.isTTY === true && !config.ci && !config.dumbTerminal;
  let stage = "";
  let open = false;
  const bytesText = byteProgress(clock);

  function show(progress: Progress): void {
    if (rewrites) {
      const bytes = bytesText(progress);
      if (bytes === undefined) return;
      const text = [progressText(progress), bytes]
        .join("  ")
        .trimEnd()
        .slice(0, (stderr.columns || 80) - 1);
      stderr.write(`\r\u001b[2K${text}`);
      open = true;
    } else if (progress.stage !== stage) {
      stderr.write(`${sanitiseLine(progress.stage)}\n`);
    }
    stage = progress.stage;
  }

  function clear(): void {
    if (open) stderr.write("\r\u001b[2K");
    open = false;
  }

  return { show, clear };
}

/** "fitting linear 40 %". */
export function progressText(progress: Progress): string {
  const percent = progress.fraction === undefined ? "" : ` ${Math.floor(100 * progress.fraction)} %`;
  return `${sanitiseLine(progress.stage)}${percent}`;
}
