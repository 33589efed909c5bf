import { type Duck, identifier, literal } from "../../store/duckdb.ts";
import { isCalled } from "./known-columns.ts";
import { type ColumnProfile, isList, sampleOf } from "./profile.ts";

/** The columns of the interactions: SQL for each, and what their values say of the scale and the clock. */
export interface ProposedInteractions {
  readonly user: string;
  readonly item: string;
  readonly value?: { readonly column: string; readonly sql: string; readonly evidence: string };
  readonly at?: { readonly column: string; readonly sql: string; readonly evidence: string };
  readonly review?: { readonly column: string; readonly sql: string };
  readonly headline?: { readonly column: string; readonly sql: string };
  readonly scale?: { readonly min: number; readonly max: number };
  readonly positiveFrom?: number;
}

export async function proposeInteractions(
  duck: Duck,
  table: string,
  user: ColumnProfile,
  item: ColumnProfile,
  columns: readonly ColumnProfile[],
): Promise<ProposedInteractions> {
  const rest = columns.filter((column) => column !== user && column !== item && !isList(column));
  const value = rest.find((column) => isCalled("value", column.name) && column.numeric >= 0.5);
  const wordsOf = (role: "review" | "headline"): ProposedInteractions["review"] => {
    const found = rest.find(
      (column) => column !== value && column.numeric < 0.2 && isCalled(role, column.name),
    );
    return found && { column: found.name, sql: identifier(found.name) };
  };
  const review = wordsOf("review");
  const headline = wordsOf("headline");
  const at = await timeOf(duck, table, rest);
  const scale = value === undefined ? undefined : scaleOf(value);
  return {
    user: identifier(user.name),
    item: identifier(item.name),
    ...(at === undefined ? {} : { at }),
    ...(review && { review }),
    ...(headline && { headline }),
    ...(value === undefined || scale === undefined
      ? {}
      : {
          value: {
            column: value.name,
            sql: identifier(value.name),
            evidence: `numbers from ${value.min} to ${value.max}`,
          },
          scale,
          positiveFrom: likedFrom(scale),
        }),
  };
}

const SCALES = [
  [0, 1],
  [1, 5],
  [0.5, 5],
  [0, 5],
  [1, 10],
  [0, 10],
  [1, 100],
  [0, 100],
] as const;

/** The narrowest usual scale that holds what was seen; else what was seen. Undefined where all ratings are the same. */
function scaleOf({ min, max }: ColumnProfile): { min: number; max: number } | undefined {
  const [low, high] = SCALES.find(([least, most]) => min >= least && max <= most && max > most / 2) ?? [
    min,
    max,
  ];
  return low < high ? { min: low, max: high } : undefined;
}

function likedFrom({ min, max }: { min: number; max: number }): number {
  return max - min <= 1 ? max : Math.round(min + 0.7 * (max - min));
}

type Time = NonNullable<ProposedInteractions["at"]>;

async function timeOf(
  duck: Duck,
  table: string,
  columns: readonly ColumnProfile[],
): Promise<Time | undefined> {
  const named = columns
    .filter((column) => isCalled("at", column.name))
    .sort((left, right) => right.numeric - left.numeric);
  for (const column of named) {
    const time = numbersAsTime(column) ?? (await datesAsTime(duck, table, column));
    if (time !== undefined) return { column: column.name, ...time };
  }
  return undefined;
}

function numbersAsTime(column: ColumnProfile): Omit<Time, "column"> | undefined {
  if (column.numeric < 0.9) return undefined;
  const sql = identifier(column.name);
  const units = [
    { from: 1e8, to: 6e9, divisor: 1, evidence: "seconds since 1970" },
    { from: 1e11, to: 6e12, divisor: 1e3, evidence: "milliseconds since 1970" },
    { from: 1e14, to: 6e15, divisor: 1e6, evidence: "microseconds since 1970" },
  ];
  const unit = units.find(({ from, to }) => column.max >= from && column.max <= to);
  if (unit === undefined) return undefined;
  const { divisor, evidence } = unit;
  return { sql: divisor === 1 ? sql : `try_cast(${sql} AS DOUBLE) / ${divisor}`, evidence };
}

const FORMS = [
  "%d/%m/%Y",
  "%m/%d/%Y",
  "%d.%m.%Y",
  "%d-%m-%Y",
  "%m %d, %Y",
  "%B %d, %Y",
  "%d %B %Y",
  "%d %b %Y",
  "%Y%m%d",
];

async function datesAsTime(
  duck: Duck,
  table: string,
  column: ColumnProfile,
): Promise<Omit<Time, "column"> | undefined> {
  const sql = identifier(column.name);
  if (column.dated >= 0.9 || /^(DATE|TIMESTAMP)/.test(column.type)) return { sql, evidence: "ISO dates" };
  const shares = FORMS.map((form) => `avg((${parsed(sql, form)} IS NOT NULL)::INTEGER)::DOUBLE`);
  const [row = {}] = await duck.rows(
    `SELECT ${shares.map((share, place) => `${share} AS f${place}`).join(", ")} FROM ${sampleOf(table)} WHERE ${sql} IS NOT NULL`,
  );
  const best = FORMS.map((form, place) => ({ form, share: Number(row[`f${place}`] ?? 0) })).sort(
    (left, right) => right.share - left.share,
  )[0];
  if (best === undefined || best.share < 0.8) return undefined;
  return { sql: `epoch(${parsed(sql, best.form)})`, evidence: `dates as ${best.form}` };
}

function parsed(sql: string, form: string): string {
  return `try_strptime(${sql}::VARCHAR, ${literal(form)})`;
}
