import stringWidth from "string-width";

interface TableOptions {
  /** Columns that stand to the right as a whole, headings too; elsewhere single cells do that begin with a number. */
  readonly right?: (column: number) => boolean;
}

/** Rows under headings, columns as wide as their widest cell; the first column left, numbers to the right. */
export function tableLines(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  { right = () => false }: TableOptions = {},
): string[] {
  const widths = headings.map((heading, column) =>
    Math.max(stringWidth(heading), ...rows.map((row) => stringWidth(row[column] ?? ""))),
  );
  return [headings, ...rows].map((row) =>
    row
      .map((cell, column) =>
        padded(cell, widths[column] ?? 0, right(column) || /^[-+−]?[\d.,]+( |$)/.test(cell)),
      )
      .join("  ")
      .trimEnd(),
  );
}

function padded(cell: string, width: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(cell)));
  return right ? space + cell : cell + space;
}
