import { formatOf } from "../importing/file-format.ts";
import { decoded, HEAD_BYTES, readHead } from "../importing/file-head.ts";
import { splitRecord } from "../importing/header-line.ts";
import { isKnownColumn } from "./known-columns.ts";

/** How a file is to be read, as its beginning suggests, and on what evidence. */
export interface Sniffed {
  readonly file: string;
  readonly format?: "parquet" | "json" | "jsonl";
  readonly separator?: string;
  readonly encoding?: "latin-1" | "utf-16";
  readonly quote?: string;
  readonly header?: boolean;
  /** Names for columns that the file does not name. */
  readonly columns?: readonly string[];
  readonly evidence: readonly string[];
}

const MOST_RECORDS = 300;
const SEPARATORS = [",", ";", "\t", "|", "::"];

/** Looks at a file's first 256 KB. `file` is its name as the descriptor will write it. */
export function sniff(path: string, file: string): Sniffed {
  const format = formatOf({}, path);
  if (format === "parquet") return { file, evidence: ["Parquet, by its name"] };
  const head = readHead(path);
  if (format !== "csv") return sniffJson(head, file, format);
  const encoding = encodingOf(head);
  const text = decoded(head, encoding ?? "utf-8").replace(/^\u{feff}/u, "");
  const { separator, quote, records } = bestDialect(text, head.length >= HEAD_BYTES);
  const header = hasHeader(records);
  const width = records[0]?.length ?? 0;
  const usual = /\.tsv(\.gz)?$/i.test(path) ? "\t" : ",";
  return {
    file,
    ...(separator === usual ? {} : { separator }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(quote === '"' ? {} : { quote }),
    ...(header ? {} : { header, columns: Array.from({ length: width }, (_, place) => `column${place}`) }),
    evidence: [
      `${width} ${width === 1 ? "column" : `columns, separated by ${NAMES[separator] ?? separator}`}`,
      ...(encoding === undefined ? [] : [`not UTF-8: read as ${encoding}`]),
      header ? "the first line names the columns" : "the first line names no columns: give them names here",
    ],
  };
}

const NAMES: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
  "::": "'::'",
};

/** One object a line, or one array of them: by the first character, for people call both .json. */
function sniffJson(head: Buffer, file: string, format: "json" | "jsonl"): Sniffed {
  const text = decoded(head, "utf-8").trimStart();
  if (format === "jsonl" || text.startsWith("[")) return { file, evidence: ["JSON, by its name"] };
  return { file, format: "jsonl", evidence: ["one JSON object a line"] };
}

function encodingOf(head: Buffer): "latin-1" | "utf-16" | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16";
  if (head.length > 3 && head[1] === 0 && head[3] === 0) return "utf-16";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return undefined;
  } catch {
    return "latin-1";
  }
}

interface Dialect {
  readonly separator: string;
  readonly quote: string;
  readonly records: readonly string[][];
}

/** The separator at which most lines have the same number of cells; of equals the one with more. */
function bestDialect(text: string, cut: boolean): Dialect {
  let best: Dialect & { readonly score: number } = { separator: ",", quote: '"', records: [], score: -1 };
  for (const separator of SEPARATORS) {
    for (const quote of separator.length > 1 ? [""] : ['"', ""]) {
      const records = recordsOf(text, separator, quote, cut);
      const score = consistency(records);
      if (score > best.score + 0.01) best = { separator, quote, records, score };
    }
  }
  return best;
}

function consistency(records: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const record of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  const [width, times] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? [0, 0];
  const usual = records[0]?.length === width ? 1 : 0.8;
  return width < 2 ? 0 : (usual * times) / records.length + Math.min(width, 20) / 200;
}

function recordsOf(text: string, separator: string, quote: string, cut: boolean): string[][] {
  const records: string[][] = [];
  for (let at = 0; at < text.length && records.length < MOST_RECORDS; ) {
    const { cells, ended, length } = splitRecord(text.slice(at), separator, quote);
    at += length + (text.startsWith("\r\n", at + length) ? 2 : 1);
    if (cells.length > 0 && (ended || !cut)) records.push(cells);
  }
  return records;
}

/**
 * Words over numbers, known names, or names that no cell below repeats. Some may be empty, for programs write their row numbers without
 * one, and of known ones some may come twice: DuckDB names those.
 */
function hasHeader([first = [], ...rows]: readonly string[][]): boolean {
  const names = first.map((cell) => cell.trim()).filter((name) => name !== "");
  if (names.length < first.length / 2 || names.some(isNumber)) return false;
  if (names.some(isKnownColumn)) return true;
  if (new Set(names).size < names.length) return false;
  if (rows.length === 0) return true;
  const overNumbers = first.some((_name, place) => rows.every((row) => isNumber(row[place] ?? "")));
  return (
    overNumbers ||
    names.every(
      (name) => /^[\p{L}_][\p{L}\p{M}\p{N}_\s.()/%&#€$-]{0,40}$/u.test(name) && !/\s\S+\s\S+\s/.test(name),
    )
  );
}

function isNumber(cell: string): boolean {
  return cell.trim() !== "" && Number.isFinite(Number(cell.replace(/^(-?\d+),(\d+)$/, "$1.$2")));
}
