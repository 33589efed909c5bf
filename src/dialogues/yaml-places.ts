import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from "yaml";
import type { Path } from "./path.ts";

/** The line, from 1, of the key or the list entry that a path leads to, or of the nearest one above it that is there. */
export function lineOf(document: Document, path: Path, lines: LineCounter): number {
  let node = resolved(document.contents, document);
  let offset = startOf(node) ?? document.range?.[0] ?? 0;
  for (const step of path) {
    const found = entryAt(node, step, document);
    if (found === undefined) break;
    offset = found.offset ?? offset;
    node = found.node;
  }
  return lines.linePos(offset).line;
}

/** The node that a path leads to; undefined where there is none. */
export function nodeAt(document: Document, path: Path): Node | undefined {
  let node = resolved(document.contents, document);
  for (const step of path) node = entryAt(node, step, document)?.node;
  return node;
}

interface Entry {
  /** Where its key starts in a map, it itself in a list. */
  readonly offset: number | undefined;
  readonly node: Node | undefined;
}

function entryAt(node: Node | undefined, step: string | number, document: Document): Entry | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    if (pair === undefined) return undefined;
    return { offset: startOf(pair.key), node: resolved(pair.value, document) };
  }
  if (!isSeq(node) || typeof step !== "number" || step >= node.items.length) return undefined;
  const item = node.items[step];
  return { offset: startOf(item), node: resolved(item, document) };
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
}

function resolved(node: unknown, document: Document): Node | undefined {
  if (isAlias(node)) return resolved(node.resolve(document), document);
  return isScalar(node) || isMap(node) || isSeq(node) ? node : undefined;
}
