import stringWidth from "string-width";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Breaks text into lines of at most `width` columns, at spaces where there are any. An indented line goes on indented. */
export function wrapText(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? "";
    const room = Math.max(1, width - indent.length);
    return wrapLine(line.slice(indent.length), room).map((part) => indent + part);
  });
}

/** Breaks a text at its line feeds and after every `width` columns, wherever that is: what a terminal does with what is typed. */
export function wrapHard(text: string, width: number): string[] {
  const lines = [""];
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (segment === "\n") {
      lines.push("");
      used = 0;
      continue;
    }
    const columns = stringWidth(segment);
    if (used + columns > width) {
      lines.push("");
      used = 0;
    }
    lines[lines.length - 1] += segment;
    used += columns;
  }
  return lines;
}

/** Cuts a line to `width` columns and marks the cut. */
export function cutLine(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return width < 1 ? "" : `${wrapHard(text, width - 1)[0]}…`;
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    const joined = current === "" ? word : `${current} ${word}`;
    if (stringWidth(joined) <= width) {
      current = joined;
      continue;
    }
    if (current !== "") lines.push(current);
    const pieces = wrapHard(word, width);
    current = pieces.pop() ?? "";
    lines.push(...pieces);
  }
  return [...lines, current];
}
