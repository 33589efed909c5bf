import { sanitiseLine } from "../../sanitise.ts";
import type { Protocol, ProtocolValue } from "../report.ts";

/** An entry of a protocol in words. */
export interface ProtocolEntry {
  /** "positive from" for `positiveFrom`. */
  readonly name: string;
  readonly text: string;
  /** The text in pieces, a line each; one where it is short or of one piece. */
  readonly parts: readonly string[];
}

/** Said in the heading. */
const IN_HEADING = new Set(["task", "dataset"]);
/** A text up to this long stands on a line with others. */
const SHORT = 24;
/** Beyond this, what has parts is told one part a line. */
const LONG = 72;

/** "Ranking on ml-100k". */
export function reportTitle({ task, dataset }: Pick<Protocol, "task" | "dataset">): string {
  const name = sanitiseLine(task);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} on ${sanitiseLine(dataset)}`;
}

/** Everything that defines the numbers, in the protocol's order, safe to print: long entries, and those that a few words hold. */
export function protocolEntries(protocol: Protocol): {
  readonly long: readonly ProtocolEntry[];
  readonly short: readonly ProtocolEntry[];
} {
  const entries = Object.entries(protocol)
    .filter(([name]) => !IN_HEADING.has(name))
    .map(([name, value]) => entryOf(name, value));
  return {
    long: entries.filter(({ text }) => text.length > SHORT),
    short: entries.filter(({ text }) => text.length <= SHORT),
  };
}

function entryOf(name: string, value: ProtocolValue): ProtocolEntry {
  const text = protocolText(value);
  const hasParts = text.length > LONG && value !== null && typeof value === "object" && !isList(value);
  return { name: wordsOf(name), text, parts: hasParts ? partTexts(value) : [text] };
}

/** An entry's value on one line. */
export function protocolText(value: ProtocolValue | undefined): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return sanitiseLine(String(value));
  if (isList(value)) return value.map(protocolText).join(", ") || "none";
  const parts = partTexts(value);
  // Parts in sentences hold commas themselves.
  return parts.join(parts.some((part) => part.includes(",")) ? "; " : ", ") || "none";
}

function partTexts(value: { readonly [name: string]: ProtocolValue }): string[] {
  return Object.entries(value).map(([key, part]) => {
    const [name, text] = [sanitiseLine(key), protocolText(part)];
    if (part !== null && typeof part === "object") return `${name} (${text})`;
    return text.includes(" ") ? `${name}: ${text}` : `${name} ${text}`;
  });
}

function isList(value: object): value is readonly ProtocolValue[] {
  return Array.isArray(value);
}

/** positiveFrom → positive from; keys of systems and the like stay as they are. */
export function wordsOf(name: string): string {
  return sanitiseLine(name).replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
