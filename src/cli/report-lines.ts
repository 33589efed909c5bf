import type { EvaluationReport, Protocol, SystemResult } from "../evaluation/report.ts";
import { chanceNote, comparisonHeading, comparisonMatrix } from "../evaluation/reporting/comparison-table.ts";
import { byImportance, metricsOf } from "../evaluation/reporting/metric-order.ts";
import { protocolEntries, reportTitle } from "../evaluation/reporting/protocol-entries.ts";
import { PUBLISHED_HEADING, publishedGroups } from "../evaluation/reporting/published-groups.ts";
import { type FigureTable, resultTable, transposed } from "../evaluation/reporting/result-table.ts";
import { sanitiseLine } from "../sanitise.ts";
import { cutLine, wrapText } from "../ui/wrap.ts";
import { figureLines, fits, fittingTables } from "./fitting-tables.ts";
import { tableLines } from "./table.ts";

/** A report for people, in at most `width` columns: protocol, figures, differences beyond chance or not, what others reported. */
export function reportLines(report: EvaluationReport, { width }: { readonly width: number }): string[] {
  const blocks = [
    protocolLines(report.protocol, width),
    resultLines(report.results, width),
    comparisonLines(report, width),
    publishedLines(report, width),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, at) => (at === 0 ? block : ["", ...block]));
}

const INDENT = "  ";
/** Names of systems beyond this are cut, so that figures stay in sight. */
const NAME_WIDTH = 40;
/** Metrics told of each pair where there are many. */
const TELLING = 3;

/** Everything that defines the numbers: two reports may be compared where these agree. */
export function protocolLines(protocol: Protocol, width: number): string[] {
  const { long, short } = protocolEntries(protocol);
  const names = Math.max(0, ...long.map(({ name }) => name.length));
  const hanging = INDENT.length + names + 2;
  return [
    reportTitle(protocol),
    ...(protocol.simulated
      ? wrapText("Measured on simulated people: this says nothing about real ones.", width)
      : []),
    "",
    ...flowing(
      short.map(({ name, text }) => `${name} ${text}`),
      width,
    ),
    ...long.flatMap(({ name, parts }) =>
      parts
        .flatMap((part) => hangingLines(part, Math.max(20, width - hanging)))
        .map((line, at) => INDENT + (at === 0 ? name : "").padEnd(names + 2) + line),
    ),
  ];
}

/** Lines after the first stand in a little, so that one sees where the next part begins. */
function hangingLines(text: string, width: number): string[] {
  const [first = "", ...rest] = wrapText(text, width);
  return rest.length === 0 ? [first] : [first, ...wrapText(INDENT + rest.join(" "), width)];
}

/** Parts one after the other, a dot between, none broken over lines where it fits one. */
function flowing(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const joined = `${last} · ${part}`;
    if (last !== undefined && joined.length <= width) lines[lines.length - 1] = joined;
    else lines.push(...wrapText(INDENT + part, width));
  }
  return lines;
}

function resultLines(results: readonly SystemResult[], width: number): string[] {
  if (results.length === 0) return [];
  const metrics = metricsOf(results);
  const table = withShortNames(resultTable(results, metrics));
  const bySystem = figureLines(table);
  if (fits(bySystem, width)) return bySystem;
  const byMetric = figureLines(transposed(table));
  if (fits(byMetric, width)) return byMetric;
  return fittingTables(withShortNames(resultTable(results, byImportance(metrics))), width);
}

function withShortNames({ headings, rows }: FigureTable): FigureTable {
  return { headings, rows: rows.map(([name = "", ...figures]) => [cutLine(name, NAME_WIDTH), ...figures]) };
}

/** Pair by pair; of several pairs with many metrics the most telling ones, and of the others how many differ beyond chance. */
function comparisonLines({ comparisons, protocol }: EvaluationReport, width: number): string[] {
  if (comparisons.length === 0) return [];
  const { pairs, rows } = comparisonMatrix(comparisons);
  const telling = byImportance(metricsOf(comparisons)).slice(0, TELLING).map(sanitiseLine);
  const isLong = pairs.length > 1 && rows.length > TELLING + 1;
  const shown = isLong ? rows.filter(({ metric }) => telling.includes(metric)) : rows;
  const others = rows.filter((row) => !shown.includes(row));
  return [
    ...wrapText(`${comparisonHeading(protocol)}:`, width),
    ...pairs.flatMap((pair, at) => [pair, ...pairLines(shown, others, at)]),
    ...wrapText(chanceNote("Higher or lower"), width),
  ];
}

type Row = ReturnType<typeof comparisonMatrix>["rows"][number];

function pairLines(shown: readonly Row[], others: readonly Row[], pair: number): string[] {
  const rows = shown.flatMap(({ metric, cells }) => {
    const cell = cells[pair];
    return cell === undefined ? [] : [[INDENT + metric, cell.difference, `p ${cell.p}`, cell.verdict]];
  });
  const [, ...lines] = tableLines(["", "", "", ""], rows, {
    right: (column) => column === 1 || column === 2,
  });
  const verdicts = Map.groupBy(
    others.flatMap(({ cells }) => cells[pair]?.verdict ?? []),
    (verdict) => verdict,
  );
  const counts = [...verdicts].map(([verdict, each]) => `${each.length} ${verdict}`);
  return counts.length === 0 ? lines : [...lines, `${INDENT}other metrics: ${counts.join(", ")}`];
}

function publishedLines({ published }: EvaluationReport, width: number): string[] {
  if (published.length === 0) return [];
  return [
    `${PUBLISHED_HEADING}:`,
    ...publishedGroups(published).flatMap((group) => [
      "",
      ...wrapText(group.source, width),
      ...wrapText(INDENT + group.differences, width),
      ...fittingTables(
        {
          headings: ["", ...group.metrics],
          rows: group.rows.map(([system = "", ...figures]) => [
            INDENT + cutLine(system, NAME_WIDTH),
            ...figures,
          ]),
        },
        width,
      ),
    ]),
  ];
}
