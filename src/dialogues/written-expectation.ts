import { Document, isMap, isScalar, isSeq, type LineCounter, type YAMLMap } from "yaml";
import type { Expectation } from "./dialogue.ts";
import { nodeAt } from "./yaml-places.ts";

/** A change of a text: what stands from `from` to `to` becomes `text`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Written {
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Puts an expectation under a turn that has none, in the turn's own style, and leaves every other character as it is. Undefined where
 * there is no place for it.
 *
 * @param turn place in the document's `turns`
 */
export function writtenExpectation(
  { text, document, lines }: Written,
  turn: number,
  expectation: Expectation,
): Edit | undefined {
  const map = nodeAt(document, ["turns", turn]);
  if (!isMap(map)) return undefined;
  const empty = map.items.find(({ key }) => isScalar(key) && key.value === "expect");
  if (empty === undefined)
    return map.flow === true ? withinBraces(text, map, expectation) : below(text, map, lines, expectation);
  const value = empty.value;
  const [from = 0, to = from] = (isScalar(value) || isMap(value) ? value.range : undefined) ?? [];
  // "expect: {}" and "expect: ~" say in so many characters that nothing is there.
  if (to > from) return { from, to, text: inOneLine(expectation) };
  const space = /\s/.test(text[to - 1] ?? "") ? "" : " ";
  if (map.flow === true) return { from: to, to, text: space + inOneLine(expectation) };
  return afterLine(text, from, block(expectation, columnOf(map, lines) + 2));
}

/** What the whole text is after all edits. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.from - one.from)
    .reduce((whole, edit) => whole.slice(0, edit.from) + edit.text + whole.slice(edit.to), text);
}

function below(text: string, map: YAMLMap, lines: LineCounter, expectation: Expectation): Edit | undefined {
  const last = map.items.at(-1);
  const node = isScalar(last?.value) ? last.value : last?.key;
  const end = isScalar(node) ? node.range?.[1] : undefined;
  if (end === undefined) return undefined;
  const column = columnOf(map, lines);
  const whole = [`${" ".repeat(column)}expect:`, ...block(expectation, column + 2)];
  // A text of several lines ends with the line break that ends it.
  return text[end - 1] === "\n"
    ? { from: end, to: end, text: `${whole.join(eolOf(text))}${eolOf(text)}` }
    : afterLine(text, end, whole);
}

function withinBraces(text: string, map: YAMLMap, expectation: Expectation): Edit | undefined {
  const end = map.range?.[1];
  if (end === undefined) return undefined;
  const before = text.slice(0, end - 1).trimEnd();
  const comma = before.endsWith(",") ? "" : ",";
  return { from: before.length, to: before.length, text: `${comma} expect: ${inOneLine(expectation)}` };
}

function afterLine(text: string, offset: number, lines: readonly string[]): Edit {
  const eol = eolOf(text);
  const found = text.indexOf("\n", offset);
  const at = found === -1 ? text.length : found + 1;
  return found === -1
    ? { from: at, to: at, text: `${eol}${lines.join(eol)}${eol}` }
    : { from: at, to: at, text: `${lines.join(eol)}${eol}` };
}

function columnOf(map: YAMLMap, lines: LineCounter): number {
  const key = map.items[0]?.key;
  const start = isScalar(key) ? key.range?.[0] : undefined;
  return start === undefined ? 0 : lines.linePos(start).col - 1;
}

const LONGEST_LIST = 90;

/** Each key on a line, its list beside it; long lists below it. */
function block(expectation: Expectation, indent: number): readonly string[] {
  return Object.entries(expectation)
    .flatMap(([key, value]) => {
      const short = yamlOf(key, value, true);
      return short.length > LONGEST_LIST ? yamlOf(key, value, false).split("\n") : [short];
    })
    .map((line) => " ".repeat(indent) + line);
}

const FORM = { lineWidth: 0, flowCollectionPadding: false };

function inOneLine(expectation: Expectation): string {
  const document = new Document(expectation);
  if (isMap(document.contents)) document.contents.flow = true;
  return document.toString(FORM).trimEnd();
}

function yamlOf(key: string, value: unknown, inLine: boolean): string {
  const document = new Document({ [key]: value });
  const list = isMap(document.contents) ? document.contents.get(key) : undefined;
  if (isSeq(list)) list.flow = inLine;
  return document.toString(FORM).trimEnd();
}

function eolOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
