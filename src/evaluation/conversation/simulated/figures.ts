import type { Plot, SystemResult } from "../../report.ts";
import { meanValues, type UnitValues } from "../../statistics/statistic.ts";
import type { Conversation, Counts } from "./converse.ts";

/** Whose taste can be judged beyond what the history proves: then success by taste is told too. */
export interface FigureOptions {
  readonly turns: number;
  readonly byTaste: boolean;
}

/**
 * The figures of one system, a unit for each conversation, in order: `success@k` = something was accepted by turn k, for every k; `turns`
 * to it, over those that came to it; `acceptance` = accepted / shown; violations, relaxed, repeats, relisted, questions and failures
 * of a conversation; milliseconds of a reply.
 */
export function figuresOf(
  conversations: readonly Conversation[],
  { turns, byTaste }: FigureOptions,
): Readonly<Record<string, UnitValues>> {
  const mean = (value: (conversation: Conversation) => number): UnitValues =>
    meanValues(conversations.map(value));
  const ratio = (
    above: (conversation: Conversation) => number,
    below: (conversation: Conversation) => number,
  ): UnitValues => ({
    kind: "ratio",
    columns: [Float64Array.from(conversations, above), Float64Array.from(conversations, below)],
  });
  const each = Array.from({ length: turns }, (_, turn) => turn + 1);
  const success = (name: string, turnOf: (conversation: Conversation) => number | undefined) =>
    Object.fromEntries(
      each.map((k) => [
        `${name}@${k}`,
        mean((one) => Number((turnOf(one) ?? Number.POSITIVE_INFINITY) <= k)),
      ]),
    );
  return {
    ...success("success", ({ acceptedAt }) => acceptedAt),
    ...(byTaste && success("success-by-taste", ({ likedAt }) => likedAt)),
    turns: mean(({ acceptedAt }) => acceptedAt ?? Number.NaN),
    acceptance: ratio(
      ({ counts }) => counts.accepted,
      ({ counts }) => counts.shown,
    ),
    ...(byTaste && {
      "acceptance-by-taste": ratio(
        ({ counts }) => counts.liked,
        ({ counts }) => counts.shown,
      ),
    }),
    ...Object.fromEntries(COUNTED.map((name) => [name, mean(({ counts }) => counts[name])])),
    milliseconds: ratio(
      ({ counts }) => counts.milliseconds,
      (one) => one.turns.length,
    ),
  };
}

const COUNTED = [
  "violations",
  "relaxed",
  "repeats",
  "relisted",
  "questions",
  "failures",
] as const satisfies readonly (keyof Counts)[];

/** Success by turn, a curve for each system. */
export function successPlot(name: string, title: string, results: readonly SystemResult[]): Plot {
  return {
    title,
    x: "turn",
    y: name,
    series: results.map(({ system, metrics }) => ({
      name: system,
      points: Object.entries(metrics).flatMap(([metric, { value, low, high }]) => {
        const [family, turn] = metric.split("@");
        return family === name && turn !== undefined ? [{ x: Number(turn), y: value, low, high }] : [];
      }),
    })),
  };
}

/** Results with the success at some turns only: the others are in the plot. */
export function atCutoffs<Metric>(
  metrics: Readonly<Record<string, Metric>>,
  cutoffs: readonly number[],
): Readonly<Record<string, Metric>> {
  return Object.fromEntries(
    Object.entries(metrics).filter(([name]) => {
      const [, turn] = name.split("@");
      return turn === undefined || cutoffs.includes(Number(turn));
    }),
  );
}
