import stringWidth from "string-width";

/** A line in as many as it needs at this width, broken at spaces; a word that is wider is broken inside. */
export function wrapped(line: string, width: number): string[] {
  if (stringWidth(line) <= width) return [line];
  const lines: string[] = [];
  const indent = `${/^ */.exec(line)?.[0] ?? ""}  `;
  let current = "";
  for (const word of line.trimEnd().split(/(?<=\S) /)) {
    const joined = current === "" ? word : `${current} ${word}`;
    if (stringWidth(joined) <= width) {
      current = joined;
      continue;
    }
    if (current !== "") lines.push(current);
    current = current === "" && lines.length === 0 ? word : `${indent}${word}`;
    while (stringWidth(current) > width) {
      lines.push(current.slice(0, width));
      current = `${indent}${current.slice(width)}`;
    }
  }
  return [...lines, current];
}
