import { type Duck, identifier, literal } from "../store/duckdb.ts";

/** Columns that files of before this version lack. */
const ADDED = ["headline"] as const;

/**
 * SQL for a snapshot's interactions as a table of user, item, user_index, item_index, value, at, review, headline, in file order. What a
 * file of an earlier version has no column for reads as null.
 * @param rowNumbers "file_row_number" for a column of that name besides
 */
export async function interactionTable(
  duck: Duck,
  path: string,
  rowNumbers?: "file_row_number",
): Promise<string> {
  const file = `read_parquet(${literal(path)}${rowNumbers === undefined ? "" : `, ${rowNumbers} = true`})`;
  const described = await duck.rows(`DESCRIBE SELECT * FROM ${file}`);
  const given = new Set(described.map((row) => String(row.column_name)));
  const absent = ADDED.filter((column) => !given.has(column));
  const nulls = absent.map((column) => `, NULL::VARCHAR AS ${identifier(column)}`);
  return absent.length === 0 ? file : `(SELECT *${nulls.join("")} FROM ${file})`;
}
