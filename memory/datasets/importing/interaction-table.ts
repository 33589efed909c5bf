import { CiceroneError } from "../../errors.ts";
import type { StatisticsColumns } from "../../items/catalogue-tables.ts";
import { asName, type Duck, literal } from "../../store/duckdb.ts";
import type { DatasetHead } from "../descriptor.ts";
import { MOST_EXAMPLES, type RejectionTally } from "./import-report.ts";

/** The popularity of an interaction halves with every quarter of the dataset's time span that it lies behind the newest. */
const HALF_LIVES_IN_SPAN = 4;

const COLUMNS = ["user", "item", "value", "at", "review", "headline"] as const;

/**
 * Sorts the rows of table `raw` (`"#row"`, user, item, and perhaps value, at, review, headline) into table `judged`, and those that are
 * kept into `kept` ("#row", item_index, "value", "at") and `user_ids` ("user", user_index), users numbered in the order in
 * which they first appear. Needs table `item_ids(id, item_index)`. Returns how many rows there were; what is turned away is
 * in `rejected`.
 *
 * One interaction is kept for each user and item: the latest, and of equally late ones the last in the file. What happened
 * later than a day after `now` (seconds since the epoch) is turned away.
 *
 * Ten million rows are moved few times and never sorted whole: users become numbers first, and what has to be compared with
 * other rows is numbers only.
 */
export async function sortInteractions(
  duck: Duck,
  head: DatasetHead,
  rejected: RejectionTally,
  now: number,
): Promise<number> {
  const types = await columnTypes(duck);
  const [counted] = await duck.rows("SELECT count(*)::INTEGER AS count FROM raw");
  await duck.run(`CREATE TEMP TABLE judged AS ${judgedRows(head, types, now)}`);
  await duck.run("DROP TABLE raw");
  await refuseOwnUserName(duck);
  refuseNamelessRatings(head, types);
  await countRejections(duck, rejected, "SELECT * FROM judged WHERE reason IS NOT NULL");
  await numberUsers(duck, "judged WHERE reason IS NULL");
  await duck.run(
    `CREATE TEMP TABLE kept AS SELECT "#row", user_index, item_index, "value", "at"
     FROM judged JOIN user_ids USING ("user") WHERE reason IS NULL`,
  );
  await dropRepeats(duck, rejected);
  return Number(counted?.count ?? 0);
}

/** Writes what was kept as Parquet, in file order. */
export async function writeInteractions(duck: Duck, path: string): Promise<{ rows: number; users: number }> {
  await duck.run(
    `COPY (
       SELECT "user", judged.item, user_ids.user_index, judged.item_index, judged."value"::FLOAT AS "value", judged."at", review, headline
       FROM judged JOIN user_ids USING ("user") WHERE reason IS NULL AND "#row" NOT IN (SELECT "#row" FROM repeated)
       ORDER BY "#row"
     ) TO ${literal(path)} (FORMAT parquet)`,
  );
  await duck.run("DROP TABLE judged");
  const [row] = await duck.rows(
    `SELECT (SELECT count(*) FROM kept)::INTEGER AS rows, (SELECT count(*) FROM user_ids)::INTEGER AS users`,
  );
  return { rows: Number(row?.rows ?? 0), users: Number(row?.users ?? 0) };
}

/** Count, mean and decayed count of each item, of what was kept. */
export async function itemStatistics(
  duck: Duck,
  head: Pick<DatasetHead, "time">,
  size: number,
): Promise<StatisticsColumns> {
  const statistics = {
    count: new Float64Array(size),
    mean: new Float64Array(size).fill(Number.NaN),
    popularity: new Float64Array(size),
  };
  // Positions in users' own sequences say nothing about age; an unknown time (0) counts as an average one.
  const decay =
    head.time === "position" ? "1.0" : `0.5 ** ((newest - "at") / nullif(span / ${HALF_LIVES_IN_SPAN}, 0))`;
  const rows = await duck.rows(
    `WITH times AS (
       SELECT max("at") AS newest, max("at") - min("at") AS span FROM kept WHERE "at" > 0
     ),
     weighed AS (
       SELECT item_index, "value", CASE WHEN "at" > 0 THEN ${decay} END AS weight FROM kept, times
     )
     SELECT
       item_index,
       count(*)::DOUBLE AS count,
       avg("value")::DOUBLE AS mean,
       sum(coalesce(weight, (SELECT avg(weight) FROM weighed), 1.0))::DOUBLE AS popularity
     FROM weighed GROUP BY item_index`,
  );
  for (const row of rows) {
    const index = Number(row.item_index);
    statistics.count[index] = Number(row.count);
    if (row.mean !== null) statistics.mean[index] = Number(row.mean);
    statistics.popularity[index] = Number(row.popularity);
  }
  return statistics;
}

async function columnTypes(duck: Duck): Promise<Map<string, string>> {
  const described = await duck.rows("DESCRIBE raw");
  const types = new Map(described.map((row) => [String(row.column_name), String(row.column_type)]));
  const absent = ["user", "item"].filter((column) => !types.has(column));
  if (absent.length === 0) return types;
  throw new CiceroneError("missing-column", `The interactions query gives no column ${absent.join(", ")}.`, {
    hint: `It gives: ${given(types)}. It needs user and item, and may give value, at, review, headline.`,
  });
}

/** Ratings under another name would be lost without a word. */
function refuseNamelessRatings(head: DatasetHead, types: ReadonlyMap<string, string>): void {
  if (head.scale === undefined || types.has("value")) return;
  throw new CiceroneError("missing-column", "There is a rating scale, but the query gives no column value.", {
    hint: `It gives: ${given(types)}. Name the ratings, as in: SELECT …, stars AS "value"; without any, leave out scale.`,
  });
}

function given(types: ReadonlyMap<string, string>): string {
  return [...types.keys()].filter((column) => column !== "#row").join(", ");
}

/** In DuckDB a bare `user` that names no column is the database's own user, the same in every row. */
async function refuseOwnUserName(duck: Duck): Promise<void> {
  const [row] = await duck.rows(
    `SELECT count(*) > 1 AND bool_and("user" IS NOT DISTINCT FROM current_user) AS own FROM judged`,
  );
  if (row?.own !== true) return;
  throw new CiceroneError("bad-sql", "The interactions query gives the database's own user in every row.", {
    hint: 'No column is called user there. Name the one that is meant: SELECT reader AS "user", …',
  });
}

function judgedRows(head: DatasetHead, types: ReadonlyMap<string, string>, now: number): string {
  const column = (name: (typeof COLUMNS)[number]): string => (types.has(name) ? `"${name}"` : "NULL");
  const words = (name: (typeof COLUMNS)[number]): string =>
    types.has(name) ? asName(name, types.get(name) ?? "") : "NULL::VARCHAR";
  const range =
    head.scale === undefined ? "false" : `"value" NOT BETWEEN ${head.scale.min} AND ${head.scale.max}`;
  return `
    SELECT parsed.*, item_index, CASE
      WHEN "user" IS NULL THEN 'no user'
      WHEN contains("user", chr(0)) THEN 'user holds NUL bytes'
      WHEN item IS NULL THEN 'no item'
      WHEN item_index IS NULL THEN 'unknown item'
      WHEN "value" IS NULL AND given_value IS NOT NULL THEN 'value is not a number'
      WHEN isnan("value") OR isinf("value") THEN 'value is not a number'
      WHEN ${range} THEN 'value outside the scale'
      WHEN "at" IS NULL THEN 'time cannot be read'
      ${futureTimes(head, now)}
    END AS reason
    FROM (
      SELECT
        "#row", ${words("user")} AS "user", ${words("item")} AS item,
        ${words("value")} AS given_value, try_cast(${column("value")} AS DOUBLE) AS "value",
        ${words("at")} AS given_at, ${secondsOf(types.get("at"))} AS "at",
        ${words("review")} AS review, ${words("headline")} AS headline
      FROM raw
    ) AS parsed LEFT JOIN item_ids ON item_ids.id = parsed.item`;
}

/** A clock that stands before this was never set, and says nothing of what is future: 2020-01-01. */
const EARLIEST_CLOCK = 1_577_836_800;
const DAY = 86_400;

function futureTimes(head: DatasetHead, now: number): string {
  if (head.time === "position" || now < EARLIEST_CLOCK) return "";
  const latest = now + DAY;
  return `WHEN "at" > ${latest} AND "at" / 1000 BETWEEN ${DAY * 365} AND ${latest} THEN 'time in the future (milliseconds?)'
      WHEN "at" > ${latest} THEN 'time in the future'`;
}

/** SQL for a time in seconds; absent is 0, unreadable is null. */
function secondsOf(type: string | undefined): string {
  if (type === undefined) return "0.0";
  if (/^(DATE|TIMESTAMP)/.test(type)) return `coalesce(epoch("at"), 0)`;
  if (type !== "VARCHAR") return `coalesce("at"::DOUBLE, 0)`;
  return `CASE WHEN nullif(trim("at"), '') IS NULL THEN 0
    ELSE coalesce(try_cast("at" AS DOUBLE), epoch(try_cast("at" AS TIMESTAMP))) END`;
}

async function countRejections(duck: Duck, rejected: RejectionTally, rows: string): Promise<void> {
  const reasons = await duck.rows(
    `SELECT reason, count(*)::INTEGER AS count,
       arg_min(concat_ws(', ', 'user ' || "user", 'item ' || item, 'value ' || given_value, 'at ' || given_at), "#row") AS example,
       min("#row", ${MOST_EXAMPLES}) AS lines
     FROM (${rows}) GROUP BY reason ORDER BY reason`,
  );
  for (const row of reasons) {
    const lines = Array.isArray(row.lines) ? row.lines.map(Number) : [];
    rejected.add(String(row.reason), String(row.example), Number(row.count), { lines });
  }
}

async function numberUsers(duck: Duck, rows: string): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE user_ids AS
     SELECT "user", (row_number() OVER (ORDER BY min("#row")) - 1)::INTEGER AS user_index FROM ${rows} GROUP BY "user"`,
  );
}

async function dropRepeats(duck: Duck, rejected: RejectionTally): Promise<void> {
  await duck.run(
    `CREATE TEMP TABLE repeated AS SELECT "#row" FROM kept QUALIFY
     row_number() OVER (PARTITION BY user_index, item_index ORDER BY "at" DESC, "#row" DESC) > 1`,
  );
  const [row] = await duck.rows("SELECT count(*)::INTEGER AS count FROM repeated");
  if (row?.count === 0) return;
  await countRejections(
    duck,
    rejected,
    `SELECT judged.* REPLACE ('repeated user and item (the latest is kept)' AS reason)
     FROM judged WHERE "#row" IN (SELECT "#row" FROM repeated)`,
  );
  await duck.run('DELETE FROM kept WHERE "#row" IN (SELECT "#row" FROM repeated)');
  // Whose first row went may now come later.
  await numberUsers(duck, 'judged WHERE reason IS NULL AND "#row" NOT IN (SELECT "#row" FROM repeated)');
}
