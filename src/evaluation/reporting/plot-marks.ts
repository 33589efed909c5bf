import type { Mark } from "vega";
import { INK, MUTED } from "./plot-axes.ts";
import { seriesStyle } from "./series-style.ts";

/** The data set of the series at a place. */
export function dataOf(at: number): string {
  return `series-${at}`;
}

/** Those of its points that have an interval. */
export function intervalsOf(at: number): string {
  return `${dataOf(at)}-intervals`;
}

/** The line y = x, drawn from one end to the other. */
export function diagonal([from = 0, to = 1]: readonly number[]): Mark {
  return {
    type: "rule",
    aria: false,
    encode: {
      enter: {
        x: { scale: "x", value: from },
        y: { scale: "y", value: from },
        x2: { scale: "x", value: to },
        y2: { scale: "y", value: to },
        stroke: { value: MUTED },
        strokeDash: { value: [3, 3] },
      },
    },
  };
}

/** The interval around a line. */
export function band(at: number): Mark {
  return {
    type: "area",
    aria: false,
    from: { data: intervalsOf(at) },
    encode: {
      enter: {
        x: { scale: "x", field: "x" },
        y: { scale: "y", field: "low" },
        y2: { scale: "y", field: "high" },
        fill: { value: seriesStyle(at).colour },
        fillOpacity: { value: 0.14 },
      },
    },
  };
}

export function line(at: number): Mark {
  const { colour, dash } = seriesStyle(at);
  return {
    type: "line",
    aria: false,
    from: { data: dataOf(at) },
    encode: {
      enter: {
        x: { scale: "x", field: "x" },
        y: { scale: "y", field: "y" },
        stroke: { value: colour },
        strokeWidth: { value: 2 },
        strokeDash: { value: [...dash] },
      },
    },
  };
}

/** A mark at every point, of a shape of the series' own. */
export function symbols(at: number): Mark {
  const { colour, shape } = seriesStyle(at);
  return {
    type: "symbol",
    aria: false,
    from: { data: dataOf(at) },
    encode: {
      enter: {
        x: { scale: "x", field: "x" },
        y: { scale: "y", field: "y" },
        shape: { value: shape },
        size: { value: 36 },
        fill: { value: colour },
      },
    },
  };
}

/** `left` and `width` in pixels, within the slot of a name. */
export function bar(at: number, left: number, width: number): Mark {
  return {
    type: "rect",
    aria: false,
    from: { data: dataOf(at) },
    encode: {
      enter: {
        x: { scale: "x", field: "x", offset: left },
        width: { value: Math.max(1, width - 2) },
        y: { scale: "y", field: "y" },
        y2: { scale: "y", value: 0 },
        fill: { value: seriesStyle(at).colour },
        fillOpacity: { value: 0.85 },
      },
    },
  };
}

/** Intervals with their ends marked, at `middle` pixels within the slot of a name. */
export function whiskers(at: number, middle: number): Mark[] {
  const x = { scale: "x", field: "x", offset: middle - 1 };
  const stem: Mark = {
    type: "rule",
    aria: false,
    from: { data: intervalsOf(at) },
    encode: {
      enter: {
        x,
        y: { scale: "y", field: "low" },
        y2: { scale: "y", field: "high" },
        stroke: { value: INK },
        strokeWidth: { value: 1.25 },
      },
    },
  };
  const ends = ["low", "high"].map(
    (field): Mark => ({
      type: "symbol",
      aria: false,
      from: { data: intervalsOf(at) },
      encode: {
        enter: {
          x,
          y: { scale: "y", field },
          shape: { value: "stroke" },
          size: { value: 49 },
          stroke: { value: INK },
          strokeWidth: { value: 1.25 },
        },
      },
    }),
  );
  return [stem, ...ends];
}
