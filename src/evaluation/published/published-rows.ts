import { CONVERSATION_TABLES } from "./conversation-tables.ts";
import { EXPLANATION_TABLES } from "./explanation-tables.ts";
import type { PublishedRow } from "./published-row.ts";
import type { Candidates, PublishedTable } from "./published-table.ts";
import { RANKING_TABLES } from "./ranking-tables.ts";
import { RATING_TABLES } from "./rating-tables.ts";
import { RETRIEVAL_TABLES } from "./retrieval-tables.ts";
import { SAMPLED_TABLES } from "./sampled-tables.ts";

const TABLES: readonly PublishedTable[] = [
  ...RETRIEVAL_TABLES,
  ...RANKING_TABLES,
  ...SAMPLED_TABLES,
  ...RATING_TABLES,
  ...EXPLANATION_TABLES,
  ...CONVERSATION_TABLES,
];

/**
 * What others reported on a task and dataset, rows of the dataset itself before rows of other data, whose differences say so.
 * `candidates` says among what a ranking ranks: a rank among twenty says nothing about a rank among thousands, so rows of one kind
 * are never given for another. Tasks: retrieval, ranking, pipeline, rating, explanation, turns (one reply to a recorded dialogue) and
 * conversation (with a simulated person). Empty where nothing is known.
 */
export function publishedRows(
  task: string,
  dataset: string,
  candidates: Candidates = "full",
): readonly PublishedRow[] {
  const fitting = TABLES.filter(
    (table) => table.task === task && (table.candidates ?? candidates) === candidates,
  );
  const own = fitting.filter(({ data }) => data === dataset);
  const others = fitting.filter((table) => table.data !== dataset && isShownFor(table, dataset));
  return [
    ...own.flatMap((table) => rowsOf(table, table.differences)),
    ...others.flatMap((table) => rowsOf(table, `Other data (${table.data}). ${table.differences}`)),
  ];
}

function isShownFor({ alsoFor = [] }: PublishedTable, dataset: string): boolean {
  return alsoFor === "any" || alsoFor.includes(dataset);
}

function rowsOf({ source, systems }: PublishedTable, differences: string): PublishedRow[] {
  return Object.entries(systems).map(([system, metrics]) => ({ system, metrics, source, differences }));
}
