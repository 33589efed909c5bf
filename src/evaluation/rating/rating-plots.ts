import type { Plot } from "../report.ts";
import { STATISTICS, type UnitValues } from "../statistics/statistic.ts";

/** The predictions of a fold sorted by value and cut into so many parts of equal size. */
const BINS = 10;

/** What was given where so much was predicted, by tenths of the predictions: on the diagonal for whoever is calibrated. */
export function calibrationPlot(
  runs: readonly { readonly system: string; readonly predicted: readonly CalibrationPoint[] }[],
): Plot {
  return {
    title: "Calibration: the mean of what was given where so much was predicted",
    x: "predicted",
    y: "given",
    diagonal: true,
    series: runs.map(({ system, predicted }) => ({ name: system, points: predicted })),
  };
}

export interface CalibrationPoint {
  readonly x: number;
  readonly y: number;
}

export function calibrationPoints(
  rows: readonly { readonly value: number; readonly truth: number }[],
): CalibrationPoint[] {
  const sorted = [...rows].sort((a, b) => a.value - b.value);
  return Array.from({ length: BINS }, (_, bin) => {
    const own = sorted.slice((bin * sorted.length) / BINS, ((bin + 1) * sorted.length) / BINS);
    return { x: meanOf(own.map(({ value }) => value)), y: meanOf(own.map(({ truth }) => truth)) };
  }).filter(({ x }) => !Number.isNaN(x));
}

/** Error by how many ratings the user had given: who is predicted well. */
export function errorBars(
  runs: readonly { readonly system: string; readonly values: Readonly<Record<string, UnitValues>> }[],
  groups: readonly { readonly name: string; readonly units: Uint8Array }[],
): Plot {
  return {
    title: "RMSE by how many ratings the user had given",
    x: "ratings given",
    y: "rmse",
    series: runs.map(({ system, values }) => ({
      name: system,
      points: groups.flatMap(({ name, units }) => {
        const own = values.rmse;
        return own === undefined ? [] : [{ x: name, y: STATISTICS[own.kind](own.columns, units) }];
      }),
    })),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
