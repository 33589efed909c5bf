import type { Progress } from "../progress.ts";

/** Redrawing more often than this, in milliseconds, shows nobody more. */
const REDRAW = 100;

/**
 * Says how a stage that moves bytes gets on: "107 of 239 MB, 12.3 MB/s, 11 s left". Speed is that of this stage in this run,
 * so that what was there before does not count. Undefined where it is too early to draw again.
 */
export function byteProgress(clock: () => number): (progress: Progress) => string | undefined {
  let stage = "";
  let began = { at: 0, done: 0 };
  let drawn = 0;

  return ({ stage: current, bytes }) => {
    if (bytes === undefined) return "";
    const now = clock();
    const complete = bytes.done === bytes.total;
    if (current !== stage) {
      stage = current;
      began = { at: now, done: bytes.done };
    } else if (now - drawn < REDRAW && !complete) return undefined;
    drawn = now;
    const seconds = (now - began.at) / 1000;
    const speed = seconds > 0.5 ? (bytes.done - began.done) / seconds : 0;
    const left = speed > 0 && bytes.total !== undefined ? (bytes.total - bytes.done) / speed : undefined;
    return [
      bytesText(bytes.done, bytes.total),
      ...(speed > 0 ? [`${megabytes(speed)} MB/s`] : []),
      ...(left !== undefined && left > 0 ? [`${timeText(left)} left`] : []),
    ].join(", ");
  };
}

function bytesText(done: number, total: number | undefined): string {
  if (total === undefined) return `${megabytes(done)} MB`;
  return `${megabytes(Math.min(done, total))} of ${megabytes(total)} MB`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes >= 1e8 ? 0 : 1);
}

/** "11 s", "3 min", "2.5 h". */
function timeText(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
