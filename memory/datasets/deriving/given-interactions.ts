import { type Duck, literal } from "../../store/duckdb.ts";
import type { Manifest } from "../../store/manifest.ts";
import { interactionTable } from "../interaction-file.ts";
import type { Interactions } from "../interactions.ts";

/**
 * Puts interactions into table `kept` as an import leaves it ("#row", user_index, item_index, "value", "at"), and their users into
 * `user_ids`, numbered in the order in which they first appear: who has no interaction has no number.
 */
export async function loadGiven(
  duck: Duck,
  { userIds, users, items, values, at }: Interactions,
): Promise<void> {
  const numbers = new Map<number, number>();
  await duck.run(
    'CREATE TEMP TABLE kept ("#row" INTEGER, user_index INTEGER, item_index INTEGER, "value" FLOAT, "at" DOUBLE)',
  );
  await duck.append("kept", (appender) => {
    for (const [row, user] of users.entries()) {
      const number = numbers.get(user) ?? numbers.size;
      numbers.set(user, number);
      const value = values?.[row] ?? Number.NaN;
      appender.appendInteger(row);
      appender.appendInteger(number);
      appender.appendInteger(items[row] ?? 0);
      if (Number.isNaN(value)) appender.appendNull();
      else appender.appendFloat(value);
      appender.appendDouble(at[row] ?? 0);
      appender.endRow();
    }
  });
  await duck.run('CREATE TEMP TABLE user_ids ("user" VARCHAR, user_index INTEGER)');
  await duck.append("user_ids", (appender) => {
    for (const [user, number] of numbers) {
      appender.appendVarchar(userIds[user] ?? "");
      appender.appendInteger(number);
      appender.endRow();
    }
  });
}

/**
 * Writes what `loadGiven` left as Parquet, in its order, with the reviews and headlines that the same users wrote of the same items in `from`. Needs
 * table `item_ids`.
 */
export async function writeGiven(
  duck: Duck,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Pick<Manifest["counts"], "users" | "interactions">> {
  const original = await interactionTable(duck, from);
  await duck.run(
    `COPY (
       SELECT "user", id AS item, user_index, item_index, "value", "at", review, headline
       FROM kept JOIN user_ids USING (user_index) JOIN item_ids USING (item_index)
       LEFT JOIN (
         SELECT "user", item_index, review, headline FROM ${original} WHERE review IS NOT NULL OR headline IS NOT NULL
       ) AS reviews USING ("user", item_index)
       ORDER BY "#row"
     ) TO ${literal(to)} (FORMAT parquet)`,
  );
  const [row] = await duck.rows(
    `SELECT (SELECT count(*) FROM kept)::INTEGER AS rows, (SELECT count(*) FROM user_ids)::INTEGER AS users`,
  );
  return { users: Number(row?.users ?? 0), interactions: Number(row?.rows ?? 0) };
}
