import type { Plot } from "../report.ts";
import { escapeHtml, type Markup, trusted } from "./markup.ts";
import { drawn, hasBars, plotSpec } from "./plot-spec.ts";

/**
 * A plot as one SVG element, with a title and a description for whoever does not see it; undefined where there is no point to draw. Vega
 * is loaded here, when the first plot is drawn. `id` is unique on the page.
 */
export async function plotSvg(plot: Plot, id: string): Promise<Markup | undefined> {
  if (plot.series.every(({ points }) => drawn(points).length === 0)) return undefined;
  const { parse, View } = await import("vega");
  const view = new View(parse(plotSpec(plot)), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return trusted(withDescription(svg, plot, id));
}

function withDescription(svg: string, plot: Plot, id: string): string {
  const names = plot.series.map(({ name }) => name).join(", ");
  const kind = hasBars(plot) ? "Bars with whiskers" : "Lines with interval bands";
  const description = `${kind}: ${plot.y} by ${plot.x} for ${names}. The figures are in the table below.`;
  return svg
    .replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
    .replace("<svg ", () => `<svg role="img" aria-labelledby="${id}-title" aria-describedby="${id}-text" `)
    .replace(
      /(<svg[^>]*>)/,
      (open) =>
        `${open}<title id="${id}-title">${escapeHtml(plot.title)}</title><desc id="${id}-text">${escapeHtml(description)}</desc>`,
    );
}
