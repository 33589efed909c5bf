import type { EvaluationReport, Protocol } from "../report.ts";
import {
  type ComparisonCell,
  chanceNote,
  comparisonHeading,
  comparisonMatrix,
  verdictMark,
} from "./comparison-table.ts";
import { type Content, html, type Markup } from "./markup.ts";
import { metricsOf } from "./metric-order.ts";
import { protocolEntries } from "./protocol-entries.ts";
import { PUBLISHED_HEADING, publishedGroups } from "./published-groups.ts";
import { resultTable, transposed } from "./result-table.ts";

/** Columns on a usual screen, the names among them: with intervals beside the figures, and below them. */
const MOST_BESIDE = 5;
const MOST_COLUMNS = 8;
/** A figure and its interval. */
const INTERVAL = /^(\S+) (\[.+\])$/;

/** One row a system; where that would be too wide, one row a metric. */
export function resultSection({ results }: EvaluationReport): Markup {
  if (results.length === 0) return html`<p>Nothing was measured.</p>`;
  const bySystem = resultTable(results, metricsOf(results));
  const lying = bySystem.headings.length > MOST_COLUMNS && results.length < bySystem.headings.length - 1;
  const { headings, rows } = lying ? transposed(bySystem) : bySystem;
  return htmlTable("Results", [lying ? "metric" : "system", ...headings.slice(1)], rows);
}

/** A table whose first column heads its rows and whose other columns are figures. It scrolls by itself where the page is narrow. */
export function htmlTable(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Markup {
  const head = headings.map((heading) => html`<th scope="col">${heading}</th>`);
  const body = rows.map(
    ([name = "", ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map(
      (cell) => html`<td>${figure(cell)}</td>`,
    )}</tr>
`,
  );
  const stacked =
    headings.length > MOST_BESIDE && rows.some((row) => row.some((cell) => INTERVAL.test(cell)));
  // What scrolls must be reachable by the keyboard.
  return html`<div class="scrolls" tabindex="0" role="region" aria-label="${caption}"><table class="${stacked ? "stacked" : "plain"}">
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table></div>`;
}

/** The value, and its interval smaller beside it. */
function figure(text: string): Content {
  const [, value, interval] = INTERVAL.exec(text) ?? [];
  if (value === undefined || interval === undefined) return text;
  return html`${value} <span class="interval">${interval}</span>`;
}

/** One row a metric, one column a pair: the difference, marked where it is beyond chance, with interval and p below. */
export function comparisonSection({ comparisons, protocol }: EvaluationReport): Markup | string {
  if (comparisons.length === 0) return "";
  const { pairs, rows } = comparisonMatrix(comparisons);
  const body = rows.map(
    ({ metric, cells }) => html`<tr><th scope="row">${metric}</th>${cells.map(difference)}</tr>
`,
  );
  const heading = comparisonHeading(protocol);
  return html`<div class="scrolls" tabindex="0" role="region" aria-label="${heading}"><table class="stacked">
<caption>${heading}</caption>
<thead><tr><th scope="col">metric</th>${pairs.map((pair) => html`<th scope="col">${pair}</th>`)}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
<p class="note">${chanceNote("▲ higher, ▼ lower")}</p>`;
}

function difference(cell: ComparisonCell | undefined): Markup {
  if (cell === undefined) return html`<td></td>`;
  const [, value = cell.difference, interval = ""] = INTERVAL.exec(cell.difference) ?? [];
  const mark = verdictMark(cell);
  return html`<td class="${mark === "" ? "chance" : "beyond"}"><span class="p">p ${cell.p}</span> <span class="mark" aria-hidden="true">${mark.trim()}</span> <b>${value}</b> <span class="spoken">${cell.verdict}</span> <span class="interval">${interval}</span></td>`;
}

export function publishedSection({ published }: EvaluationReport): Markup | string {
  if (published.length === 0) return "";
  const groups = publishedGroups(published).map(
    ({ source, differences, metrics, rows }) => html`${htmlTable(source, ["system", ...metrics], rows)}
<p class="note">${differences}</p>
`,
  );
  return html`<section class="published" aria-label="${PUBLISHED_HEADING}">
<h3>${PUBLISHED_HEADING}</h3>
${groups}</section>`;
}

/** Everything that defines the numbers, beside the tables. */
export function protocolAside(protocol: Protocol): Markup {
  const { long, short } = protocolEntries(protocol);
  const entries = [...short, ...long].map(
    ({ name, parts }) => html`<div><dt>${name}</dt>${parts.map((part) => html`<dd>${part}</dd>`)}</div>
`,
  );
  return html`<aside class="protocol" aria-label="Protocol" tabindex="0">
<h3>Protocol</h3>
<dl>
${entries}</dl>
</aside>`;
}
