/** What was sent before, with what was left unsent while looking around in it. */
export interface History {
  /** Oldest first. */
  readonly sent: readonly string[];
  /** Which of them is shown; `sent.length` = the text being typed. */
  readonly at: number;
  /** Texts that were left unsent, by place. */
  readonly drafts: ReadonlyMap<number, string>;
}

export const NO_HISTORY: History = { sent: [], at: 0, drafts: new Map() };

const MOST_SENT = 200;

/** Leaves `text` for another place; undefined where there is none. Nothing that was typed is lost. */
export function lookAt(
  history: History,
  to: number,
  text: string,
): { readonly history: History; readonly text: string } | undefined {
  const { sent, at } = history;
  if (to < 0 || to > sent.length) return undefined;
  const drafts = new Map(history.drafts);
  if (text === (sent[at] ?? "")) drafts.delete(at);
  else drafts.set(at, text);
  return { history: { sent, at: to, drafts }, text: drafts.get(to) ?? sent[to] ?? "" };
}

/** After sending a line: what was being typed before looking back is there again. */
export function keepSent(
  history: History,
  line: string,
): { readonly history: History; readonly text: string } {
  const newest = history.sent.length;
  const text = history.at === newest ? "" : (history.drafts.get(newest) ?? "");
  const sent = history.sent.at(-1) === line ? history.sent : [...history.sent, line].slice(-MOST_SENT);
  return { history: { sent, at: sent.length, drafts: new Map() }, text };
}

/** Puts what was said before this process in front. */
export function remember(history: History, earlier: readonly string[]): History {
  const drafts = new Map([...history.drafts].map(([place, text]) => [place + earlier.length, text]));
  return { sent: [...earlier, ...history.sent], at: history.at + earlier.length, drafts };
}

/** The latest place before `before` whose line holds the words, whatever their case; undefined where there is none. */
export function searchBack({ sent }: History, words: string, before: number): number | undefined {
  const wanted = words.toLowerCase();
  for (let at = Math.min(before, sent.length) - 1; at >= 0; at--) {
    if (sent[at]?.toLowerCase().includes(wanted)) return at;
  }
  return undefined;
}
