import type { Axis } from "vega";
import { sanitiseLine } from "../../sanitise.ts";
import type { Plot } from "../report.ts";

/** Colours as the page defines them for light and dark, with light ones where there is no page. */
export const INK = "var(--ink,#1c2430)";
export const MUTED = "var(--muted,#5b6573)";
const RULE = "var(--rule,#d9dee5)";

/** The place of the drawing, in pixels. */
export const PLOT_WIDTH = 600;
export const PLOT_HEIGHT = 300;

/** Figures to the left with lines across, and what they are by below; `bottom` says how that one differs. */
export function axes(plot: Plot, bottom: Partial<Axis>): Axis[] {
  const look = {
    aria: false,
    labelColor: MUTED,
    labelFontSize: 12,
    titleColor: INK,
    titleFontSize: 12,
    titleFontWeight: "normal",
    domainColor: MUTED,
    tickColor: MUTED,
    gridColor: RULE,
    labelFont: "inherit",
    titleFont: "inherit",
  } as const;
  return [
    {
      ...look,
      orient: "left",
      scale: "y",
      title: sanitiseLine(plot.y),
      grid: true,
      domain: false,
      ticks: false,
      tickCount: 6,
      labelPadding: 6,
      titlePadding: 8,
    },
    { ...look, orient: "bottom", scale: "x", title: sanitiseLine(plot.x), titlePadding: 8, ...bottom },
  ];
}
