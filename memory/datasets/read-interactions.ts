import { realpathSync } from "node:fs";
import { basename, dirname } from "node:path";
import { CiceroneError } from "../errors.ts";
import { type Duck, literal, openDuckDB } from "../store/duckdb.ts";
import { rebuildHint } from "../store/manifest.ts";
import type { SnapshotPaths } from "../store/snapshot.ts";
import type { Interactions } from "./interactions.ts";

/**
 * Reads a snapshot's interactions whole, in file order. `values` is NaN where a single interaction has no rating.
 * Ten million rows take two seconds and 200 MB. Throws CiceroneError `foreign-snapshot` where they are missing or damaged.
 */
export function readInteractions(paths: SnapshotPaths, signal?: AbortSignal): Promise<Interactions> {
  return reading(paths, signal, async (duck, file) => {
    const [summary] = await duck.rows(
      `SELECT count(*)::INTEGER AS rows, count("value")::INTEGER AS rated FROM ${file}`,
    );
    const rows = Number(summary?.rows ?? 0);
    const rated = Number(summary?.rated ?? 0) > 0;
    const columns = {
      users: new Int32Array(rows),
      items: new Int32Array(rows),
      values: rated ? new Float32Array(rows) : undefined,
      at: new Float64Array(rows),
    };
    const query = `SELECT user_index, item_index, coalesce("value", 'nan'::FLOAT), "at" FROM ${file}`;
    await duck.fill(query, [columns.users, columns.items, columns.values, columns.at]);
    return { userIds: await userIds(duck, file), ...columns };
  });
}

/** What each user wrote about each item, where the dataset has reviews; oldest first. */
export interface Review {
  readonly user: string;
  readonly item: string;
  readonly value: number | undefined;
  readonly review: string;
  readonly at: number;
}

/** The reviews of one user. Throws as `readInteractions` does. */
export function readReviews(
  paths: SnapshotPaths,
  user: string,
  signal?: AbortSignal,
): Promise<readonly Review[]> {
  return reading(paths, signal, async (duck, file) => {
    const rows = await duck.rows(
      `SELECT "user", item, "value", review, "at" FROM ${file}
       WHERE review IS NOT NULL AND "user" = ${literal(user)} ORDER BY "at"`,
    );
    return rows.map((row) => ({
      user: String(row.user),
      item: String(row.item),
      value: row.value === null ? undefined : Number(row.value),
      review: String(row.review),
      at: Number(row.at),
    }));
  });
}

/** Runs `read` over the snapshot's file as a table, in a DuckDB that sees only the snapshot. */
async function reading<Result>(
  paths: SnapshotPaths,
  signal: AbortSignal | undefined,
  read: (duck: Duck, file: string) => Promise<Result>,
): Promise<Result> {
  let duck: Duck | undefined;
  try {
    const path = realpathSync(paths.interactions);
    duck = await openDuckDB([dirname(path)], signal);
    return await read(duck, `read_parquet(${literal(path)})`);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new CiceroneError("foreign-snapshot", `${paths.interactions} is missing or damaged.`, {
      hint: rebuildHint(basename(paths.directory)),
      cause,
    });
  } finally {
    duck?.close();
  }
}

async function userIds(duck: Duck, file: string): Promise<string[]> {
  const rows = await duck.rows(
    `SELECT any_value("user") AS "user" FROM ${file} GROUP BY user_index ORDER BY user_index`,
  );
  return rows.map((row) => String(row.user));
}
