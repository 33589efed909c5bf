import { type Duck, literal } from "../../store/duckdb.ts";
import type { DatasetHead } from "../descriptor.ts";
import type { RejectionTally } from "../importing/import-report.ts";
import { interactionTable } from "../interaction-file.ts";

/** What became of the interactions that an update brought. */
export interface MergedInteractions {
  /** New pairs of user and item. */
  readonly added: number;
  /** Of pairs that were there: with another rating, review, headline or time, not earlier. */
  readonly changed: number;
  /** Of pairs that were there, the same. */
  readonly unchanged: number;
}

/**
 * Joins what an update brought (tables `judged` and `repeated`, as `sortInteractions` leaves them) with the interactions of a
 * snapshot into view `interactions`, and into table `kept`, of which statistics are made. Users and rows of before keep their
 * numbers; what is new comes after. Of one user and item the later word holds; an earlier one is counted in `rejected`. A position
 * says nothing of earlier or later: of those what was brought holds, and a sequence that has nothing of what the user's was before goes on
 * where that ended.
 */
export async function mergeInteractions(
  duck: Duck,
  parquet: string,
  time: DatasetHead["time"],
  rejected: RejectionTally,
): Promise<MergedInteractions> {
  await duck.run(
    `CREATE TEMP VIEW former AS SELECT * EXCLUDE (file_row_number), file_row_number AS "#row"
     FROM ${await interactionTable(duck, parquet, "file_row_number")}`,
  );
  await duck.run(
    `CREATE TEMP TABLE brought AS
     WITH given AS (
       SELECT "#row", "user", item, item_index, "value"::FLOAT AS "value", "at", review, headline
       FROM judged WHERE reason IS NULL AND "#row" NOT IN (SELECT "#row" FROM repeated)
     ),
     new AS (${time === "position" ? GOING_ON : "SELECT * FROM given"})
     SELECT new.*, former."#row" AS former_row,
       CASE
         WHEN former."#row" IS NULL THEN 'added'
         WHEN ${time === "clock"} AND former."at" > new."at" THEN 'earlier'
         WHEN former."at" = new."at" AND former."value" IS NOT DISTINCT FROM new."value"
           AND former.review IS NOT DISTINCT FROM new.review AND former.headline IS NOT DISTINCT FROM new.headline THEN 'unchanged'
         ELSE 'changed'
       END AS fate
     FROM new LEFT JOIN former ON former."user" = new."user" AND former.item_index = new.item_index`,
  );
  await numberUsers(duck);
  await duck.run(
    `CREATE TEMP VIEW interactions AS
     SELECT "#row", "user", item, user_index, item_index, "value", "at", review, headline FROM former
       WHERE "#row" NOT IN (SELECT former_row FROM brought WHERE fate = 'changed')
     UNION ALL BY NAME
     SELECT "#row" + (SELECT count(*) FROM former) AS "#row", "user", item, user_index, item_index, "value", "at", review, headline
       FROM brought JOIN all_users USING ("user") WHERE fate IN ('added', 'changed')`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE kept AS SELECT "#row", user_index, item_index, "value", "at" FROM interactions`,
  );
  return counted(duck, rejected);
}

const GOING_ON = `
  SELECT given.* REPLACE (given."at" + coalesce(ended, 0) AS "at")
  FROM given LEFT JOIN (
    SELECT "user", max("at") AS ended FROM former
    WHERE "user" NOT IN (SELECT "user" FROM given JOIN former USING ("user", item_index))
    GROUP BY "user"
  ) AS sequences USING ("user")`;

/** Writes view `interactions` as Parquet, what was there first. */
export async function writeMerged(duck: Duck, path: string): Promise<{ rows: number; users: number }> {
  await duck.run(
    `COPY (SELECT * EXCLUDE ("#row") FROM interactions ORDER BY "#row") TO ${literal(path)} (FORMAT parquet)`,
  );
  const [row] = await duck.rows(
    "SELECT count(*)::INTEGER AS rows, count(DISTINCT user_index)::INTEGER AS users FROM kept",
  );
  return { rows: Number(row?.rows ?? 0), users: Number(row?.users ?? 0) };
}

/** The users of before keep their numbers; others follow in the order in which they come. */
async function numberUsers(duck: Duck): Promise<void> {
  await duck.run(
    `CREATE TEMP TABLE all_users AS
     WITH known AS (SELECT "user", any_value(user_index) AS user_index FROM former GROUP BY "user")
     SELECT "user", user_index FROM known
     UNION ALL
     SELECT "user", ((SELECT count(*) FROM known) + row_number() OVER (ORDER BY min("#row")) - 1)::INTEGER AS user_index
     FROM brought WHERE "user" NOT IN (SELECT "user" FROM known) AND fate = 'added' GROUP BY "user"`,
  );
}

async function counted(duck: Duck, rejected: RejectionTally): Promise<MergedInteractions> {
  const fates = await duck.rows(
    `SELECT fate, count(*)::INTEGER AS count, arg_min('user ' || "user" || ', item ' || item, "#row") AS example
     FROM brought GROUP BY fate`,
  );
  const of = (fate: string): number => Number(fates.find((row) => row.fate === fate)?.count ?? 0);
  const earlier = fates.find((row) => row.fate === "earlier");
  if (earlier !== undefined)
    rejected.add(
      "earlier than what is known of the same user and item",
      String(earlier.example),
      Number(earlier.count),
    );
  return { added: of("added"), changed: of("changed"), unchanged: of("unchanged") };
}
