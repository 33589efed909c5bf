import { realpathSync } from "node:fs";
import { basename, dirname } from "node:path";
import { CiceroneError } from "../errors.ts";
import { type Duck, literal, openDuckDB } from "../store/duckdb.ts";
import { rebuildHint } from "../store/manifest.ts";
import type { SnapshotPaths } from "../store/snapshot.ts";
import { interactionTable } from "./interaction-file.ts";
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

/** What a user wrote about an item: the review, what stands over it, or both. */
export interface Review {
  readonly user: string;
  readonly item: string;
  readonly value: number | undefined;
  readonly review: string | undefined;
  readonly headline: string | undefined;
  readonly at: number;
}

/** The reviews of one user, oldest first. Throws as `readInteractions` does. */
export function readReviews(
  paths: SnapshotPaths,
  user: string,
  signal?: AbortSignal,
): Promise<readonly Review[]> {
  return reading(paths, signal, async (duck, file) => {
    const rows = await duck.rows(
      `SELECT "user", item, "value", review, headline, "at" FROM ${file}
       WHERE ${WRITTEN} AND "user" = ${literal(user)} ORDER BY "at"`,
    );
    return rows.map((row) => ({
      user: String(row.user),
      item: String(row.item),
      ...writtenIn(row),
    }));
  });
}

/** A review as evaluation takes it: by dense indices, as `Interactions` has them. */
export interface ReviewRow extends Omit<Review, "user" | "item"> {
  /** The place of its interaction among those of `readInteractions`. */
  readonly row: number;
  readonly userIndex: number;
  readonly itemIndex: number;
}

/** Every review, in file order, with all its words held at once. Throws as `readInteractions` does. */
export function readAllReviews(paths: SnapshotPaths, signal?: AbortSignal): Promise<ReviewRow[]> {
  return reading(paths, signal, async (duck, file) => {
    const reviews: ReviewRow[] = [];
    const batches = duck.batches(
      `SELECT * FROM (
         SELECT row_number() OVER () - 1 AS "row", user_index, item_index, "value", review, headline, "at" FROM ${file}
       ) WHERE ${WRITTEN}`,
    );
    for await (const batch of batches) {
      for (const row of batch) {
        const [userIndex, itemIndex] = [Number(row.user_index), Number(row.item_index)];
        reviews.push({ row: Number(row.row), userIndex, itemIndex, ...writtenIn(row) });
      }
    }
    return reviews;
  });
}

const WRITTEN = "(review IS NOT NULL OR headline IS NOT NULL)";

function writtenIn({
  value,
  review,
  headline,
  at,
}: Record<string, unknown>): Pick<Review, "value" | "review" | "headline" | "at"> {
  return {
    value: value === null ? undefined : Number(value),
    review: review === null ? undefined : String(review),
    headline: headline === null ? undefined : String(headline),
    at: Number(at),
  };
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
    return await read(duck, await interactionTable(duck, path));
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
