import { WISH_KINDS } from "../wishes/wish.ts";
import { FAULTS, type Fault } from "./faults.ts";
import type { Reading } from "./reading.ts";

/** A wish after it was said: how it was understood, and what is wrong with the answer. */
export interface Outcome {
  readonly reading: Reading;
  readonly reply: string;
  readonly faults: readonly Fault[];
}

export function exactShare(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ reading }) => reading.isExact).length / outcomes.length;
}

export function faultCounts(outcomes: readonly Outcome[]): readonly { fault: Fault; count: number }[] {
  return FAULTS.map((fault) => {
    const count = outcomes.filter(({ faults }) => faults.includes(fault)).length;
    return { fault, count };
  });
}

/** The figures as text: exact by the number of parts and by kind of part, what was added unasked, and the faults. */
export function figures(outcomes: readonly Outcome[]): string {
  const readings = outcomes.map(({ reading }) => reading);
  const leftOver = readings.filter((one) => one.leftOver !== undefined).length / readings.length;
  return [
    `understood exactly: ${percent(exactShare(outcomes))} of ${outcomes.length}`,
    `words left over for the search: ${percent(leftOver)}`,
    ...table("parts", bySize(outcomes)),
    ...table("kind", byKind(readings)),
    ...table("added unasked", added(readings)),
    ...table(
      "faults",
      faultCounts(outcomes).map(({ fault, count }) => [fault, `${count}`]),
    ),
  ].join("\n");
}

/** All wishes that were misunderstood or answered with a fault, each with what was wanted and what was heard instead. */
export function misunderstood(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ reading, faults }) => !reading.isExact || faults.length > 0)
    .map(({ reading, reply, faults }) => {
      const { wish, wanted, heard, added: extra, missed, leftOver } = reading;
      return [
        wish.said,
        `  kinds   ${wish.kinds.join(", ")}`,
        `  missed  ${missed.join(", ") || "none"}: ${wanted.filter((one) => !heard.includes(one)).join("; ")}`,
        `  heard   ${extra.join("; ")}${leftOver === undefined ? "" : ` text “${leftOver}”`}`,
        ...faults.map((fault) => `  FAULT   ${fault}`),
        `  reply   ${reply.split("\n")[0]}`,
      ].join("\n");
    })
    .join("\n\n");
}

type Row = readonly [name: string, ...cells: readonly string[]];

function bySize(outcomes: readonly Outcome[]): readonly Row[] {
  const sizes = Map.groupBy(outcomes, ({ reading }) => reading.wish.kinds.length);
  return [...sizes]
    .sort(([a], [b]) => a - b)
    .map(([size, some]) => [`${size}`, `of ${some.length}`, percent(exactShare(some))]);
}

/** Worst first: how often a part of the kind was understood. */
function byKind(readings: readonly Reading[]): readonly Row[] {
  return WISH_KINDS.map((kind) => {
    const said = readings.filter(({ wish }) => wish.kinds.includes(kind));
    const missed = said.filter((one) => one.missed.includes(kind)).length;
    return { kind, said: said.length, missed, share: 1 - missed / said.length };
  })
    .filter(({ said }) => said > 0)
    .sort((a, b) => a.share - b.share)
    .map(({ kind, said, missed, share }) => [kind, `of ${said}`, `${missed} missed`, percent(share)]);
}

/** By what it is about, most frequent first. */
function added(readings: readonly Reading[]): readonly Row[] {
  const abouts = readings.flatMap((one) => one.added.map((statement) => statement.split(/[^\w-]/)[0] ?? ""));
  return [...Map.groupBy(abouts, (about) => about)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([about, all]) => [about, `${all.length}`]);
}

function table(title: string, rows: readonly Row[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map(([name, ...cells]) => {
    const padded = cells.map((cell, column) => cell.padStart(widths[column + 1] ?? 0));
    return `  ${[name.padEnd(widths[0] ?? 0), ...padded].join("  ")}`;
  });
  return ["", title, ...(lines.length > 0 ? lines : ["  none"])];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
