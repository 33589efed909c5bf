import type { EvaluationReport } from "../report.ts";
import { figures } from "./html-plots.ts";
import { comparisonSection, protocolAside, publishedSection, resultSection } from "./html-tables.ts";
import { html, type Markup } from "./markup.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { reportTitle } from "./protocol-entries.ts";

export interface HtmlOptions {
  readonly title: string;
  /** When the page was made, in words that the reader understands. */
  readonly created: string;
}

/**
 * Reports as one page that needs nothing else: no script, no font or picture from elsewhere, light and dark, fit for printing. Every
 * text is escaped, whoever wrote it. Takes about half a second where there are plots, which load the library that draws them.
 */
export async function htmlReport(
  reports: readonly EvaluationReport[],
  { title, created }: HtmlOptions,
): Promise<string> {
  const sections: Markup[] = [];
  for (const [at, report] of reports.entries()) sections.push(await section(report, idOf(at)));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="created">${created}</p>
${reports.length > 1 ? contents(reports) : ""}
</header>
<main>
${sections}
</main>
<footer><p>Intervals hold 95 %. Figures may be compared where every entry of their protocols agrees.</p></footer>
</body>
</html>
`.markup;
}

function contents(reports: readonly EvaluationReport[]): Markup {
  const entries = reports.map(
    ({ protocol }, at) => html`<li><a href="#${idOf(at)}">${reportTitle(protocol)}</a></li>
`,
  );
  return html`<nav aria-label="Contents"><ol>
${entries}</ol></nav>`;
}

async function section(report: EvaluationReport, id: string): Promise<Markup> {
  const { protocol } = report;
  return html`<section id="${id}" class="report" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${reportTitle(protocol)}</h2>
${protocol.simulated ? html`<p class="warning">Measured on simulated people: this says nothing about real ones.</p>` : ""}
<div class="beside">
<div class="figures">
${resultSection(report)}
${await figures(report.plots, id)}
${comparisonSection(report)}
${publishedSection(report)}
</div>
${protocolAside(protocol)}
</div>
</section>
`;
}

function idOf(at: number): string {
  return `report-${at + 1}`;
}
