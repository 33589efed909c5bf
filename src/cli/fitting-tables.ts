import stringWidth from "string-width";
import type { FigureTable } from "../evaluation/reporting/result-table.ts";
import { tableLines } from "./table.ts";

/** A table whose columns after the first are figures, and so stand to the right with their headings. */
export function figureLines({ headings, rows }: FigureTable): string[] {
  return tableLines(headings, rows, { right: (column) => column > 0 });
}

export function fits(lines: readonly string[], width: number): boolean {
  return lines.every((line) => stringWidth(line) <= width);
}

/**
 * The table in as many parts as `width` asks for, one below the other with a blank line between; every part begins with the names. A
 * single column that is too wide is shown all the same: no figure is ever left out.
 */
export function fittingTables(table: FigureTable, width: number): string[] {
  const lines: string[] = [];
  const columns = table.headings.length;
  for (let from = 1; from < columns; ) {
    let to = columns;
    while (to > from + 1 && !fits(figureLines(columnsOf(table, from, to)), width)) to--;
    if (lines.length > 0) lines.push("");
    lines.push(...figureLines(columnsOf(table, from, to)));
    from = to;
  }
  return lines;
}

function columnsOf({ headings, rows }: FigureTable, from: number, to: number): FigureTable {
  const part = (row: readonly string[]): string[] => [row[0] ?? "", ...row.slice(from, to)];
  return { headings: part(headings), rows: rows.map(part) };
}
