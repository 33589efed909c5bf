import type { EvaluationReport } from "../../evaluation/report.ts";
import { compareReports, pairReports } from "../../evaluation/reporting/compare.ts";
import { compareMarkdown } from "../../evaluation/reporting/compare-markdown.ts";
import { htmlReport } from "../../evaluation/reporting/html-report.ts";
import { markdownReport } from "../../evaluation/reporting/markdown.ts";
import { reportTitle } from "../../evaluation/reporting/protocol-entries.ts";
import { readReports, type StoredReport } from "../../evaluation/reporting/read-reports.ts";
import { compareLines } from "../compare-lines.ts";
import { reportLines } from "../report-lines.ts";
import { narrate, print, printJson, type Terminal } from "../terminal.ts";
import { writeNewFile } from "../write-new-file.ts";
import type { EvaluationValues } from "./evaluation-values.ts";

type Shown = Pick<EvaluationValues, "json" | "markdown" | "html" | "compare">;

/** Columns where the terminal does not say. */
const WIDTH = 100;

/**
 * On stdout: JSON (one report, or a list where a command makes several), Markdown, or tables for people. Beside that a page, where one
 * was asked for; and what has changed since an earlier report.
 */
export async function showReports(
  terminal: Terminal,
  reports: readonly EvaluationReport[],
  { json, markdown, html, compare }: Shown,
  command: string,
): Promise<void> {
  const earlier = compare === undefined ? undefined : await readReports(compare, terminal.interrupted);
  if (html !== undefined) {
    const title = `Cicerone: ${command.replace(/^cicerone /, "")}`;
    const created = new Date(terminal.clock()).toISOString();
    writeNewFile(html, await htmlReport(reports, { title, created }), true);
    narrate(terminal, `The page is ${html}`);
  }
  const alone = earlier && uncompared(earlier, reports);
  if (alone !== undefined) narrate(terminal, alone);
  if (json === true) return printJson(terminal, reports.length === 1 ? reports[0] : reports);
  if (markdown === true) {
    await print(terminal, markdownReport(reports, { command }).trimEnd());
    for (const change of changes(earlier, reports)) await print(terminal, `\n${compareMarkdown(change)}`);
    return;
  }
  const width = terminal.stdout.columns ?? WIDTH;
  for (const [at, report] of reports.entries()) {
    if (at > 0) await print(terminal, "");
    for (const line of reportLines(report, { width })) await print(terminal, line);
  }
  for (const change of changes(earlier, reports)) {
    await print(terminal, "");
    for (const line of compareLines(change, { width })) await print(terminal, line);
  }
}

function changes(
  earlier: readonly StoredReport[] | undefined,
  now: readonly EvaluationReport[],
): ReturnType<typeof compareReports>[] {
  if (earlier === undefined) return [];
  return pairReports(earlier, now).flatMap((pair) =>
    pair.before === undefined ? [] : [compareReports(pair.before, pair.now)],
  );
}

/** Reports that the earlier file has no counterpart of are named, not passed over. */
function uncompared(earlier: readonly StoredReport[], now: readonly EvaluationReport[]): string | undefined {
  const alone = pairReports(earlier, now).filter(({ before }) => before === undefined);
  if (alone.length === 0) return undefined;
  const titles = alone.map((pair) => reportTitle(pair.now.protocol));
  return `Not in the earlier file, so not compared: ${titles.join(", ")}`;
}
