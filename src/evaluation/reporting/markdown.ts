import { sanitiseLine } from "../../sanitise.ts";
import type { EvaluationReport } from "../report.ts";
import { chanceNote, comparisonHeading, comparisonMatrix, verdictMark } from "./comparison-table.ts";
import { metricsOf } from "./metric-order.ts";
import { protocolEntries, reportTitle } from "./protocol-entries.ts";
import { PUBLISHED_HEADING, publishedGroups } from "./published-groups.ts";
import { resultTable } from "./result-table.ts";

/** Reports as Markdown with tables (GitHub's dialect). `command` is what made them, said on top. */
export function markdownReport(
  reports: readonly EvaluationReport[],
  { command }: { readonly command: string },
): string {
  return `${[`Made by ${codeSpan(command)}.`, ...reports.flatMap(sections)].join("\n\n")}\n`;
}

function sections(report: EvaluationReport): string[] {
  const { headings, rows } = resultTable(report.results, metricsOf(report.results));
  return [
    `## ${escapeMarkdown(reportTitle(report.protocol))}`,
    ...(report.protocol.simulated
      ? ["**Measured on simulated people: this says nothing about real ones.**"]
      : []),
    markdownTable(["system", ...headings.slice(1)], rows),
    ...comparisonSections(report),
    protocolList(report),
    ...publishedSections(report),
  ];
}

function comparisonSections({ comparisons, protocol }: EvaluationReport): string[] {
  if (comparisons.length === 0) return [];
  const { pairs, rows } = comparisonMatrix(comparisons);
  const cells = rows.map((row) => [
    row.metric,
    ...row.cells.map((cell) => (cell ? `${verdictMark(cell)}${cell.difference}, p ${cell.p}` : "")),
  ]);
  return [
    `**${escapeMarkdown(comparisonHeading(protocol))}**`,
    markdownTable(["metric", ...pairs], cells),
    escapeMarkdown(chanceNote("▲ higher, ▼ lower")),
  ];
}

function protocolList({ protocol }: EvaluationReport): string {
  const { long, short } = protocolEntries(protocol);
  const items = [
    ...(short.length === 0
      ? []
      : [`- ${escapeMarkdown(short.map(({ name, text }) => `${name} ${text}`).join(" · "))}`]),
    ...long.flatMap(({ name, parts: [first = "", ...others] }) =>
      others.length === 0
        ? [`- ${escapeMarkdown(`${name}: ${first}`)}`]
        : [`- ${escapeMarkdown(name)}:`, ...[first, ...others].map((part) => `  - ${escapeMarkdown(part)}`)],
    ),
  ];
  return ["**Protocol**", "", ...items].join("\n");
}

function publishedSections({ published }: EvaluationReport): string[] {
  if (published.length === 0) return [];
  return [
    `### ${PUBLISHED_HEADING}`,
    ...publishedGroups(published).flatMap(({ source, differences, metrics, rows }) => [
      `> ${escapeMarkdown(source)}\\\n> *${escapeMarkdown(differences)}*`,
      markdownTable(["system", ...metrics], rows),
    ]),
  ];
}

/** The first column left, the others right. Cells are escaped. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const rule = `| ${headings.map((_, at) => (at === 0 ? "---" : "---:")).join(" | ")} |`;
  return [line(headings), rule, ...rows.map(line)].join("\n");
}

/** Text on one line that means itself in Markdown. Brackets of intervals stay readable: alone, without a target, they are no link. */
export function escapeMarkdown(text: string): string {
  return sanitiseLine(text)
    .replace(/[\\`*_<>|#~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/\](?=\(|:|\[)|!(?=\[)/g, "\\$&");
}

/** A fence longer than any run of backticks inside, as CommonMark asks. */
function codeSpan(text: string): string {
  const line = sanitiseLine(text);
  const runs = line.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  return runs.length === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}
