import { type Duck, identifier } from "../../store/duckdb.ts";

/** What a column holds, from the first rows of its table; shares are 0..1 of the filled cells. */
export interface ColumnProfile {
  readonly name: string;
  /** DuckDB's type: VARCHAR from text files. */
  readonly type: string;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  readonly numeric: number;
  readonly whole: number;
  readonly min: number;
  readonly max: number;
  /** A number with a unit or a currency sign beside it. */
  readonly measured: number;
  /** Of those, without a unit: "13,50", "1.299,00". */
  readonly decimalCommas: number;
  /** ISO dates and times. */
  readonly dated: number;
  /** Other dates, with a year of four digits behind: 17.3.2015, 03/17/2015. */
  readonly datedLast: number;
  /** true, false, yes, no. */
  readonly truths: number;
  readonly bars: number;
  readonly semicolons: number;
  readonly commas: number;
  /** Written as a list: ["a", "b"]. */
  readonly bracketed: number;
  readonly linked: number;
  /** Mean length in characters. */
  readonly length: number;
  readonly samples: readonly string[];
}

export interface TableProfile {
  readonly table: string;
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** Columns behind those, which were not looked at. */
  readonly further: readonly string[];
}

/** So many rows are looked at closely; keys are counted over all. */
const SAMPLE = 100_000;
const MOST_COLUMNS = 120;

/** Looks at every column of a view. Leaves the temporary table `sample_<table>` behind. */
export async function profileTable(duck: Duck, table: string): Promise<TableProfile> {
  const sample = sampleOf(table);
  await duck.run(
    `CREATE TEMP TABLE ${sample} AS SELECT row_number() OVER () AS "#n", * FROM ${identifier(table)} LIMIT ${SAMPLE}`,
  );
  const [counted] = await duck.rows(`SELECT count(*)::DOUBLE AS count FROM ${identifier(table)}`);
  const described = await duck.rows(`DESCRIBE ${identifier(table)}`);
  const columns: ColumnProfile[] = [];
  for (const row of described.slice(0, MOST_COLUMNS)) {
    columns.push(await profileColumn(duck, table, String(row.column_name), String(row.column_type)));
  }
  const further = described.slice(MOST_COLUMNS).map((row) => String(row.column_name));
  return { table, rows: Number(counted?.count ?? 0), columns, further };
}

export function sampleOf(table: string): string {
  return identifier(`sample_${table}`);
}

async function profileColumn(duck: Duck, table: string, name: string, type: string): Promise<ColumnProfile> {
  const text = `nullif(trim(${identifier(name)}::VARCHAR), '')`;
  const share = (condition: string): string => `coalesce(avg((${condition})::INTEGER), 0)::DOUBLE`;
  const [row = {}] = await duck.rows(
    `SELECT count(*)::DOUBLE AS rows, count(v)::DOUBLE AS filled, count(DISTINCT v)::DOUBLE AS "distinct",
       ${share("n IS NOT NULL")} AS numeric, ${share("n IS NOT NULL AND n = floor(n)")} AS whole,
       coalesce(min(n), 0)::DOUBLE AS min, coalesce(max(n), 0)::DOUBLE AS max,
       ${share(String.raw`n IS NULL AND regexp_full_match(v, '[^0-9]{0,4}[0-9][0-9.,]*\s*[^0-9\s]{0,8}')`)} AS measured,
       ${share(String.raw`regexp_full_match(v, '-?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+),[0-9]{1,2}')`)} AS commaed,
       ${share(String.raw`regexp_matches(v, '^[0-9]{1,2}([./-])[0-9]{1,2}[./-][0-9]{4}\b')`)} AS "dated last",
       ${share("lower(v) IN ('true', 'false', 'yes', 'no')")} AS truths,
       ${share("regexp_matches(v, '^[0-9]{4}-[0-9]{1,2}') AND try_cast(v AS TIMESTAMP) IS NOT NULL")} AS dated,
       ${share("contains(v, '|')")} AS bars, ${share("contains(v, ';')")} AS semicolons,
       ${share("contains(v, ',')")} AS commas,
       ${share("starts_with(v, '[') AND ends_with(v, ']')")} AS bracketed,
       ${share("regexp_matches(v, '^(https?:|www\\.|/|data:)')")} AS linked,
       coalesce(avg(length(v)), 0)::DOUBLE AS length,
       arg_min(v, "#n", 400) AS samples
     FROM (SELECT "#n", v, try_cast(v AS DOUBLE) AS n FROM (SELECT "#n", ${text} AS v FROM ${sampleOf(table)}))`,
  );
  const number = (key: string): number => Number(row[key] ?? 0);
  const samples = Array.isArray(row.samples) ? row.samples.map(String) : [];
  return {
    name,
    type,
    rows: number("rows"),
    filled: number("filled"),
    distinct: number("distinct"),
    numeric: number("numeric"),
    whole: number("whole"),
    min: number("min"),
    max: number("max"),
    measured: number("measured"),
    decimalCommas: number("commaed"),
    dated: number("dated"),
    datedLast: number("dated last"),
    truths: number("truths"),
    bars: number("bars"),
    semicolons: number("semicolons"),
    commas: number("commas"),
    bracketed: number("bracketed"),
    linked: number("linked"),
    length: number("length"),
    samples: [...new Set(samples)],
  };
}

/** Whether every row has a value of its own there. */
export function isKey(column: ColumnProfile): boolean {
  return column.rows > 0 && column.filled >= 0.98 * column.rows && column.distinct >= 0.98 * column.filled;
}

export function isList(column: ColumnProfile): boolean {
  return column.type.endsWith("[]");
}

/** How much of the table the column covers, for people: "98 % filled". */
export function filledPercent(column: ColumnProfile): number {
  return column.rows === 0 ? 0 : Math.round((100 * column.filled) / column.rows);
}
