import type { Plot } from "../report.ts";
import { estimateText, numberText, precisionOf } from "./figures.ts";
import { htmlTable } from "./html-tables.ts";
import { html, type Markup, trusted } from "./markup.ts";
import { drawn, hasBars, type PlotPoint } from "./plot-spec.ts";
import { plotSvg } from "./plot-svg.ts";
import { seriesStyle } from "./series-style.ts";

/** Every plot with its legend, and its figures as a table that opens. `id` is unique on the page. */
export async function figures(plots: readonly Plot[], id: string): Promise<Markup[]> {
  const made: Markup[] = [];
  for (const [at, plot] of plots.entries()) {
    const svg = await plotSvg(plot, `${id}-plot-${at + 1}`);
    if (svg !== undefined) made.push(figure(plot, svg));
  }
  return made;
}

function figure(plot: Plot, svg: Markup): Markup {
  return html`<figure>
<figcaption>${plot.title}</figcaption>
${legend(plot)}
<div class="drawing">${svg}</div>
<details><summary>The figures</summary>
${numbers(plot)}
</details>
</figure>
`;
}

function legend(plot: Plot): Markup | string {
  if (plot.series.length < 2) return "";
  const entries = plot.series.map(
    ({ name }, at) => html`<li>${swatch(at, hasBars(plot))}${name}</li>
`,
  );
  return html`<ul class="legend">
${entries}</ul>`;
}

/** A piece of the line, or of the bar, as it is drawn. */
function swatch(at: number, bars: boolean): Markup {
  const { colour, dash } = seriesStyle(at);
  const sample = bars
    ? `<rect x="6" y="1" width="14" height="10" fill="${colour}" fill-opacity="0.85"/>`
    : `<path d="M0 6H26" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash.join(" ") || "none"}"/>`;
  return trusted(`<svg width="26" height="12" aria-hidden="true">${sample}</svg>`);
}

/** One row a place along x, one column a series. */
function numbers({ series, x, title }: Plot): Markup {
  const columns = series.map(({ points }) => new Map(drawn(points).map((point) => [point.x, point])));
  const places = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const sorted = places.every((place) => typeof place === "number") ? places.sort((a, b) => a - b) : places;
  const rows = sorted.map((place) => [
    typeof place === "number" ? String(Number(numberText(place, 4).replace("−", "-"))) : place,
    ...columns.map((column) => pointText(column.get(place))),
  ]);
  return htmlTable(title, [x, ...series.map(({ name }) => name)], rows);
}

function pointText(point: PlotPoint | undefined): string {
  if (point === undefined) return "";
  const { y, low = y, high = y } = point;
  const estimate = { value: y, low, high };
  return estimateText(estimate, precisionOf([estimate]));
}
