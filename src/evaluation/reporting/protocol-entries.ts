import { sanitiseLine } from "../../sanitise.ts";
import type { Protocol, ProtocolValue } from "../report.ts";

/** An entry of a protocol in words. */
export interface ProtocolEntry {
  /** "positive from" for `positiveFrom`. */
  readonly name: string;
  readonly text: string;
}

/** Said in the heading. */
const IN_HEADING = new Set(["task", "dataset"]);
/** A text up to this long stands on a line with others. */
const SHORT = 24;

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
    .map(([name, value]) => ({ name: wordsOf(name), text: protocolText(value) }));
  return {
    long: entries.filter(({ text }) => text.length > SHORT),
    short: entries.filter(({ text }) => text.length <= SHORT),
  };
}

/** An entry's value on one line. */
export function protocolText(value: ProtocolValue | undefined): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return sanitiseLine(String(value));
  if (isList(value)) return value.map(protocolText).join(", ") || "none";
  const parts = Object.entries(value).map(([name, part]) => {
    const nested = part !== null && typeof part === "object";
    return `${sanitiseLine(name)} ${nested ? `(${protocolText(part)})` : protocolText(part)}`;
  });
  // Parts in sentences hold commas themselves.
  return parts.join(parts.some((part) => part.includes(",")) ? "; " : ", ") || "none";
}

function isList(value: object): value is readonly ProtocolValue[] {
  return Array.isArray(value);
}

/** positiveFrom → positive from; keys of systems and the like stay as they are. */
export function wordsOf(name: string): string {
  return sanitiseLine(name).replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
