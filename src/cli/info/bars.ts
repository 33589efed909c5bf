import stringWidth from "string-width";
import { sanitiseLine } from "../../sanitise.ts";

export interface Bar {
  readonly label: string;
  readonly count: number;
}

const NARROWEST = 6;

/** A histogram lying on its side, no line wider than `width` columns: label, bar, count. Labels may come from anywhere. */
export function barLines(bars: readonly Bar[], width: number, plain = false): string[] {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const counts = bars.map(({ count }) => count.toLocaleString("en"));
  const countWidth = Math.max(0, ...counts.map((count) => count.length));
  const labels = bars.map(({ label }) => sanitiseLine(label));
  const room = Math.max(8, width - countWidth - NARROWEST - 6);
  const labelWidth = Math.min(room, 28, Math.max(0, ...labels.map((label) => stringWidth(label))));
  const longest = Math.max(NARROWEST, width - labelWidth - countWidth - 6);
  return bars.map(({ count }, place) => {
    const label = fitted(labels[place] ?? "", labelWidth);
    const bar = (plain ? "#" : "█").repeat(
      count === 0 ? 0 : Math.max(1, Math.round((longest * count) / most)),
    );
    return `  ${label}  ${bar}${bar === "" ? "" : " "}${counts[place] ?? ""}`;
  });
}

/** Cut or padded to exactly `columns` of the terminal. */
function fitted(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text + " ".repeat(columns - stringWidth(text));
  let cut = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(cut + segment) > columns - 1) break;
    cut += segment;
  }
  return `${cut}…${" ".repeat(Math.max(0, columns - 1 - stringWidth(cut)))}`;
}
