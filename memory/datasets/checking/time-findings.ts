import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { literal, openDuckDB } from "../../store/duckdb.ts";
import type { SnapshotPaths } from "../../store/snapshot.ts";
import type { DatasetHead } from "../descriptor.ts";
import type { Finding } from "./finding.ts";

/** Before 1980, seconds since 1970 are hardly ever what was meant. */
const YEAR_1980 = 315_532_800;

/** Times and ratings that can be read, and yet are likely something else. */
export async function timeFindings(
  paths: Pick<SnapshotPaths, "interactions">,
  head: Pick<DatasetHead, "time" | "scale" | "positiveFrom">,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const path = realpathSync(paths.interactions);
  const duck = await openDuckDB([dirname(path)], signal);
  try {
    const [row = {}] = await duck.rows(
      `SELECT count(*)::DOUBLE AS rows, count(*) FILTER ("at" > 0)::DOUBLE AS timed,
         min("at") FILTER ("at" > 0)::DOUBLE AS first, max("at")::DOUBLE AS last,
         min("value")::DOUBLE AS low, max("value")::DOUBLE AS high,
         avg(("value" >= ${head.positiveFrom ?? 0})::INTEGER)::DOUBLE AS liked
       FROM read_parquet(${literal(path)})`,
    );
    const rows = Number(row.rows ?? 0);
    if (rows === 0) return [];
    return [...clockFindings(row, rows, head), ...ratingFindings(row, head)];
  } finally {
    duck.close();
  }
}

function clockFindings(
  row: Record<string, unknown>,
  rows: number,
  head: Pick<DatasetHead, "time">,
): Finding[] {
  if (head.time === "position") return [];
  const timed = Number(row.timed ?? 0);
  const last = Number(row.last ?? 0);
  if (timed > 0 && last < YEAR_1980) {
    const what = `times end in ${new Date(last * 1000).getUTCFullYear()}: they are hardly seconds since 1970`;
    const advice = 'If they count a user\'s steps, state: time: position; if they are days: 86400 * "at"';
    return [{ severity: "warning", what, count: timed, examples: [`at ${row.first} to ${last}`], advice }];
  }
  if (timed > 0 && timed < rows) {
    const what = "interactions have no time: they count as equally old";
    return [{ severity: "warning", what, count: rows - timed, examples: [] }];
  }
  return [];
}

function ratingFindings(
  row: Record<string, unknown>,
  head: Pick<DatasetHead, "scale" | "positiveFrom">,
): Finding[] {
  const { scale, positiveFrom } = head;
  if (scale === undefined || row.low === null || row.high === null) return [];
  const [low, high] = [Number(row.low), Number(row.high)];
  const warn = (what: string, advice: string): Finding => ({
    severity: "warning",
    what,
    examples: [],
    advice,
  });
  if (low === high)
    return [
      warn(`every rating is ${low}`, "Ratings that are all the same say nothing: leave out value and scale."),
    ];
  const narrow = high - low < 0.5 * (scale.max - scale.min);
  return [
    ...(narrow
      ? [
          warn(
            `ratings go from ${low} to ${high}, on a scale from ${scale.min} to ${scale.max}`,
            `Is it scale: { min: ${low}, max: ${high} }?`,
          ),
        ]
      : []),
    ...(positiveFrom !== undefined && Number(row.liked) < 0.02
      ? [
          warn(
            `hardly any rating reaches ${positiveFrom}, from which it counts as liked`,
            "Lower positiveFrom.",
          ),
        ]
      : []),
  ];
}
