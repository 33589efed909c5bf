/** A place in a text. Positions count UTF-16 units and never split a grapheme. */
export interface Place {
  readonly text: string;
  readonly cursor: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Where the grapheme left of the cursor begins. */
export function before({ text, cursor }: Place): number {
  let start = 0;
  for (const { index } of graphemes.segment(text)) {
    if (index >= cursor) break;
    start = index;
  }
  return start;
}

/** Where the grapheme right of the cursor ends. */
export function after({ text, cursor }: Place): number {
  const next = graphemes.segment(text).containing(cursor);
  return next === undefined ? text.length : next.index + next.segment.length;
}

export function wordStart({ text, cursor }: Place): number {
  return text.slice(0, cursor).replace(/\S+\s*$/, "").length;
}

export function wordEnd({ text, cursor }: Place): number {
  return cursor + (/^\s*\S+/.exec(text.slice(cursor))?.[0].length ?? text.length - cursor);
}

export function lineStart({ text, cursor }: Place): number {
  return cursor === 0 ? 0 : text.lastIndexOf("\n", cursor - 1) + 1;
}

export function lineEnd({ text, cursor }: Place): number {
  const end = text.indexOf("\n", cursor);
  return end < 0 ? text.length : end;
}

/** The same distance into the line above or below; undefined where there is none. */
export function otherLine(place: Place, way: "up" | "down"): number | undefined {
  const { text } = place;
  const [start, end] = [lineStart(place), lineEnd(place)];
  if (way === "up" ? start === 0 : end === text.length) return undefined;
  const to = way === "up" ? lineStart({ text, cursor: start - 1 }) : end + 1;
  const length = [...graphemes.segment(text.slice(start, place.cursor))].length;
  const line = text.slice(to, lineEnd({ text, cursor: to }));
  const passed = [...graphemes.segment(line)].slice(0, length);
  return to + passed.reduce((sum, { segment }) => sum + segment.length, 0);
}
