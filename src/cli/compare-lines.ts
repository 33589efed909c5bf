import { agreementText, changeRows, changeText } from "../evaluation/reporting/change-table.ts";
import { CHANGE_NOTE, type ReportChange } from "../evaluation/reporting/compare.ts";
import { wrapText } from "../ui/wrap.ts";
import { fits } from "./fitting-tables.ts";
import { tableLines } from "./table.ts";

/** What changed since an earlier report, for people, in at most `width` columns. */
export function compareLines(change: ReportChange, { width }: { readonly width: number }): string[] {
  return [
    ...wrapText(`${change.title}: before and now`, width),
    ...wrapText(agreementText(change), width),
    ...[...change.protocol, ...change.versions].flatMap((each) => wrapText(`  ${changeText(each)}`, width)),
    "",
    ...figureLines(changeRows(change.figures), width),
    ...wrapText(CHANGE_NOTE, width),
  ];
}

function figureLines(rows: readonly (readonly string[])[], width: number): string[] {
  const right = (column: number): boolean => column > 1;
  const table = tableLines(["", "", "before", "now", "difference"], rows, { right });
  if (fits(table, width)) return table;
  // Without the intervals, which are in the reports themselves.
  const bare = rows.map((row) => row.map((cell) => cell.replace(/ \[.*\]$/, "")));
  return tableLines(["", "", "before", "now", "difference"], bare, { right });
}
