import type { EvaluationReport, Protocol } from "../report.ts";
import { COMPARISON_NOTE, comparisonHeading, comparisonRows, pairText } from "./comparison-table.ts";
import { type Content, html, type Markup } from "./markup.ts";
import { metricsOf } from "./metric-order.ts";
import { protocolEntries } from "./protocol-entries.ts";
import { PUBLISHED_HEADING, publishedGroups } from "./published-groups.ts";
import { resultTable, transposed } from "./result-table.ts";

/** Figures with intervals side by side on a usual screen, and the names. */
const MOST_COLUMNS = 6;

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
  // What scrolls must be reachable by the keyboard.
  return html`<div class="scrolls" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table></div>`;
}

/** The value, and its interval smaller beside it. */
function figure(text: string): Content {
  const [, value, interval] = /^(\S+) (\[.+\])$/.exec(text) ?? [];
  if (value === undefined || interval === undefined) return text;
  return html`${value} <span class="interval">${interval}</span>`;
}

export function comparisonSection({ comparisons, protocol }: EvaluationReport): Markup | string {
  if (comparisons.length === 0) return "";
  const bodies = comparisons.map((comparison) => {
    const rows = comparisonRows(comparison).map(
      ([metric, difference, p, verdict]) =>
        html`<tr class="${verdict === "within chance" ? "chance" : "beyond"}"><th scope="row">${metric}</th><td>${figure(difference)}</td><td>${p}</td><td class="verdict">${verdict}</td></tr>
`,
    );
    return html`<tbody>
<tr class="pair"><th scope="rowgroup" colspan="4">${pairText(comparison)}</th></tr>
${rows}</tbody>
`;
  });
  return html`<div class="scrolls" tabindex="0" role="region" aria-label="Differences"><table class="comparisons">
<caption>${comparisonHeading(protocol)}</caption>
<thead><tr><th scope="col">metric</th><th scope="col">difference</th><th scope="col">p</th><th scope="col" class="verdict">beyond chance?</th></tr></thead>
${bodies}</table></div>
<p class="note">${COMPARISON_NOTE}</p>`;
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
    ({ name, text }) => html`<div><dt>${name}</dt><dd>${text}</dd></div>
`,
  );
  return html`<aside class="protocol" aria-label="Protocol">
<h3>Protocol</h3>
<dl>
${entries}</dl>
</aside>`;
}
