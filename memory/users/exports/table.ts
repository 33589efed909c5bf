/** Cells that a spreadsheet would run as a formula begin so. */
const FORMULA = /^[=+\-@\t\r']/;

/**
 * Rows as CSV (RFC 4180) that a spreadsheet shows and never runs: what begins like a formula gets an apostrophe before it, which
 * `unguarded` takes away again.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(",")}\r\n`).join("");
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
