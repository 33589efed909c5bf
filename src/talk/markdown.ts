import { sanitise } from "../sanitise.ts";

/**
 * Text of a person, a catalogue or an agent as one line of Markdown that shows it and nothing else: no markup of its own, no HTML, no
 * link, and no heading, list or quotation where it begins the line.
 */
export function markdownLine(text: string): string {
  return sanitise(text)
    .replace(/\s*\n\s*/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!$]/g, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^([-+=])(?=\s|\1|$)/, "\\$1")
    .replaceAll("://", "\\://")
    .replace(/\bwww\./gi, "www\\.");
}

/** Text of several lines: each line stands for itself, empty ones part paragraphs. */
export function markdownText(text: string): string {
  return (
    sanitise(text)
      .trim()
      .split("\n")
      .map(markdownLine)
      .join("\n")
      // A line that goes on below would run on in the same paragraph.
      .replace(/([^\n])\n(?=[^\n])/g, "$1\\\n")
  );
}
