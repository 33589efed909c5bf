import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import type { Catalogue } from "../../items/catalogue.ts";
import { literal, openDuckDB } from "../../store/duckdb.ts";
import type { SnapshotPaths } from "../../store/snapshot.ts";

/** How many interactions one user, or one item, has. */
export interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

export interface InteractionFigures {
  /** Share of all pairs of user and item that have an interaction, 0..1. */
  readonly density: number;
  readonly perUser: Spread;
  /** Over all items, those without any included. */
  readonly perItem: Spread;
  /** Items that nobody touched. */
  readonly untouched: number;
  /** Seconds since the epoch; undefined where no time is known. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Ratings and how often each was given, or ten ranges of them; empty where there are none. */
  readonly ratings: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly mean: number | undefined;
}

const MOST_RATINGS = 20;

/** Counted from the snapshot's own file. Interactions without any give zeros. */
export async function interactionFigures(
  paths: Pick<SnapshotPaths, "interactions">,
  catalogue: Catalogue,
  signal?: AbortSignal,
): Promise<InteractionFigures> {
  const path = realpathSync(paths.interactions);
  const duck = await openDuckDB([dirname(path)], signal);
  try {
    const file = `read_parquet(${literal(path)})`;
    const [row = {}] = await duck.rows(
      `SELECT count(*)::DOUBLE AS users, sum(n)::DOUBLE AS rows, quantile_disc(n, 0.5)::DOUBLE AS median,
         quantile_disc(n, 0.9)::DOUBLE AS p90, max(n)::DOUBLE AS most
       FROM (SELECT count(*) AS n FROM ${file} GROUP BY user_index)`,
    );
    const [times = {}] = await duck.rows(
      `SELECT min("at") FILTER ("at" > 0)::DOUBLE AS first, max("at") FILTER ("at" > 0)::DOUBLE AS last, avg("value")::DOUBLE AS mean FROM ${file}`,
    );
    const given = await duck.rows(
      `SELECT "value"::DOUBLE AS value, count(*)::DOUBLE AS count FROM ${file} WHERE "value" IS NOT NULL GROUP BY ALL ORDER BY ALL`,
    );
    const users = Number(row.users ?? 0);
    const counts = itemCounts(catalogue);
    return {
      density: users === 0 ? 0 : Number(row.rows) / (users * catalogue.size),
      perUser: { median: Number(row.median ?? 0), p90: Number(row.p90 ?? 0), max: Number(row.most ?? 0) },
      perItem: spreadOf(counts),
      untouched: counts.filter((count) => count === 0).length,
      from: known(times.first),
      to: known(times.last),
      ratings: binned(given.map(({ value, count }) => ({ value: Number(value), count: Number(count) }))),
      mean: known(times.mean),
    };
  } finally {
    duck.close();
  }
}

function known(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

function itemCounts(catalogue: Catalogue): Float64Array {
  return Float64Array.from({ length: catalogue.size }, (_, index) => catalogue.statistics(index).count);
}

function spreadOf(counts: Float64Array): Spread {
  const sorted = counts.toSorted();
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: at(0.5), p90: at(0.9), max: at(1) };
}

function binned(given: readonly { value: number; count: number }[]): InteractionFigures["ratings"] {
  if (given.length <= MOST_RATINGS)
    return given.map(({ value, count }) => ({ from: value, to: value, count }));
  const [low, high] = [given[0]?.value ?? 0, given.at(-1)?.value ?? 0];
  const width = (high - low) / 10;
  return Array.from({ length: 10 }, (_, bin) => {
    const [from, to] = [low + bin * width, bin === 9 ? high : low + (bin + 1) * width];
    const within = given.filter(({ value }) => value >= from && (value < to || bin === 9));
    return { from, to, count: within.reduce((sum, { count }) => sum + count, 0) };
  });
}
