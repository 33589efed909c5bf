import type { Data, Scale, Spec } from "vega";
import { sanitiseLine } from "../../sanitise.ts";
import type { Plot } from "../report.ts";
import { axes, PLOT_HEIGHT, PLOT_WIDTH } from "./plot-axes.ts";
import { band, bar, dataOf, diagonal, intervalsOf, line, symbols, whiskers } from "./plot-marks.ts";

export interface PlotPoint {
  readonly x: number | string;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

/** Marks along x at the points up to this many, else where Vega puts them. */
const MOST_TICKS = 12;
/** From this ratio of the ends on, places along x lie evenly by their logarithm: cut-offs 1, 2, 5, 10 … */
const LOGARITHMIC_FROM = 40;

/** Points that can be drawn. */
export function drawn(points: readonly PlotPoint[]): PlotPoint[] {
  return points.filter(({ x, y }) => Number.isFinite(y) && (typeof x === "string" || Number.isFinite(x)));
}

/** Whether x are names: then the plot has bars, else lines. */
export function hasBars({ series }: Plot): boolean {
  return series.some(({ points }) => points.some(({ x }) => typeof x === "string"));
}

/** What Vega draws for a plot: lines with interval bands, or bars with whiskers. Data goes in as values, never as expressions. */
export function plotSpec(plot: Plot): Spec {
  const series = plot.series.map(({ points }) => drawn(points));
  return {
    width: PLOT_WIDTH,
    height: PLOT_HEIGHT,
    padding: 4,
    autosize: "pad",
    data: series.flatMap((points, at): Data[] => [
      { name: dataOf(at), values: points.map(written) },
      { name: intervalsOf(at), values: points.filter(hasInterval).map(written) },
    ]),
    ...(hasBars(plot) ? barParts(plot, series) : lineParts(plot, series)),
  };
}

function written({ x, ...figures }: PlotPoint): object {
  return { x: typeof x === "string" ? sanitiseLine(x) : x, ...figures };
}

function hasInterval({ low, high }: PlotPoint): boolean {
  return low !== undefined && high !== undefined && Number.isFinite(low) && Number.isFinite(high);
}

type Parts = Pick<Spec, "scales" | "axes" | "marks">;

function lineParts(plot: Plot, series: readonly PlotPoint[][]): Parts {
  const points = series.flat();
  const xs = [...new Set(points.flatMap(({ x }) => (typeof x === "number" ? [x] : [])))].sort(
    (a, b) => a - b,
  );
  const ys = points.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]).filter(Number.isFinite);
  const both = [Math.min(...xs, ...ys), Math.max(...xs, ...ys)];
  const [first = 0, last = 1] = plot.diagonal === true ? both : [xs[0], xs.at(-1)];
  const logarithmic = plot.diagonal !== true && first > 0 && last / first >= LOGARITHMIC_FROM;
  const scales: Scale[] = [
    {
      name: "x",
      type: logarithmic ? "log" : "linear",
      domain: [first, last],
      range: "width",
      nice: false,
      zero: false,
    },
    {
      name: "y",
      type: "linear",
      domain: plot.diagonal === true ? both : [Math.min(0, ...ys), Math.max(...ys)],
      range: "height",
      nice: plot.diagonal !== true,
      zero: false,
    },
  ];
  const ticks = logarithmic || (plot.diagonal !== true && xs.length <= MOST_TICKS) ? { values: xs } : {};
  return {
    scales,
    axes: axes(plot, { ...ticks, labelOverlap: true }),
    marks: [
      ...(plot.diagonal === true ? [diagonal(both)] : []),
      ...series.map((_, at) => band(at)),
      ...series.flatMap((_, at) => [line(at), symbols(at)]),
    ],
  };
}

function barParts(plot: Plot, series: readonly PlotPoint[][]): Parts {
  const points = series.flat();
  const names = [...new Set(points.map(({ x }) => (typeof x === "string" ? sanitiseLine(x) : x)))];
  const ys = points.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]).filter(Number.isFinite);
  const slot = PLOT_WIDTH / Math.max(1, names.length);
  const width = Math.min(36, (slot * 0.76) / Math.max(1, series.length));
  return {
    scales: [
      { name: "x", type: "band", domain: names, range: "width", padding: 0 },
      {
        name: "y",
        type: "linear",
        domain: [Math.min(0, ...ys), Math.max(0, ...ys)],
        range: "height",
        nice: true,
      },
    ],
    axes: axes(plot, { labelLimit: slot - 6, grid: false, ticks: false, labelPadding: 6 }),
    marks: series.flatMap((_, at) => {
      const left = slot / 2 + (at - series.length / 2) * width;
      return [bar(at, left, width), ...whiskers(at, left + width / 2)];
    }),
  };
}
