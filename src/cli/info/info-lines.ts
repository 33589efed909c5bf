import type { FacetBar, FacetFigures } from "../../../memory/datasets/figures/facet-figures.ts";
import type { Spread } from "../../../memory/datasets/figures/interaction-figures.ts";
import { sanitiseLine } from "../../sanitise.ts";
import { barLines } from "./bars.ts";
import type { DatasetInfo } from "./dataset-info.ts";
import { wrapped } from "./wrapped.ts";

export interface Drawing {
  /** Columns of the terminal. */
  readonly width: number;
  /** Bars of "#", for terminals that draw nothing else. */
  readonly plain: boolean;
}

export function infoLines(info: DatasetInfo, drawing: Drawing): string[] {
  const sections = [
    headLines(info),
    ...(info.counts.interactions === 0 ? [] : [interactionLines(info), ratingLines(info, drawing)]),
    ...info.facets.map((facet) => facetLines(facet, drawing)),
    artefactLines(info),
  ].filter((lines) => lines.length > 0);
  return sections
    .flatMap((lines, place) => (place === 0 ? lines : ["", ...lines]))
    .flatMap((line) => wrapped(line, drawing.width));
}

function headLines({
  name,
  about,
  noun,
  counts,
  simulated,
  licence,
  created,
  updated,
}: DatasetInfo): string[] {
  return [
    `${name}: ${sanitiseLine(about)}`,
    `${count(counts.items)} ${sanitiseLine(noun)}, ${counted(counts.users, "user")}, ${counted(counts.interactions, "interaction")}`,
    ...(counts.interactions === 0
      ? []
      : [
          simulated
            ? "interactions: simulated, made by a program and not by people"
            : "interactions: real (the descriptor does not call them simulated)",
        ]),
    `licence: ${licence === undefined ? "not stated" : sanitiseLine(licence)}`,
    `imported: ${minute(created)}${updated === undefined ? "" : `, updated: ${minute(updated)}`}`,
  ];
}

function counted(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** Of an ISO 8601 time. */
function minute(time: string): string {
  return time.slice(0, 16).replace("T", " ");
}

function interactionLines({ figures, counts }: DatasetInfo): string[] {
  const { density, perUser, perItem, untouched, from, to } = figures;
  return [
    `density: ${percent(density, 3)} of all pairs of user and item`,
    `per user: ${spread(perUser)}`,
    `per item: ${spread(perItem)}; ${percent(untouched / counts.items, 1)} have none`,
    ...(from === undefined || to === undefined ? [] : [spanLine(from, to)]),
  ];
}

/** Positions count from 1; nobody's clock does. */
function spanLine(from: number, to: number): string {
  if (to < 1e7) return `positions: ${from} to ${to}`;
  const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
  return `time: ${day(from)} to ${day(to)}`;
}

function ratingLines({ figures, scale, positiveFrom }: DatasetInfo, { width, plain }: Drawing): string[] {
  if (figures.ratings.length === 0) return [];
  const liked = positiveFrom === undefined ? "" : `; liked from ${positiveFrom}`;
  const bars = figures.ratings.map(({ from, to, count }) => ({ label: range(from, to), count }));
  return [
    `ratings: ${scale === undefined ? "" : `scale ${scale.min} to ${scale.max}, `}mean ${figures.mean?.toFixed(2)}${liked}`,
    ...barLines(bars, width, plain),
  ];
}

function facetLines(
  { name, kind, unit, coverage, distinct, bars }: FacetFigures,
  drawing: Drawing,
): string[] {
  const many =
    distinct > bars.length && kind !== "number" && kind !== "year" ? `, ${count(distinct)} values` : "";
  return [
    `${name} (${kind}${unit === undefined ? "" : `, ${sanitiseLine(unit)}`}): ${percent(coverage, 0)} of items${many}`,
    ...barLines(
      bars.map((bar) => ({ label: labelOf(bar, kind === "year"), count: bar.count })),
      drawing.width,
      drawing.plain,
    ),
  ];
}

function labelOf(bar: FacetBar, year: boolean): string {
  if ("value" in bar) return bar.value;
  if (!year) return range(bar.from, bar.to);
  if (bar.from % 10 === 0 && bar.to === bar.from + 10) return `${bar.from}s`;
  return range(bar.from, bar.to, String);
}

function artefactLines({ artefacts, sources, bytesOnDisk, seed }: DatasetInfo): string[] {
  return [
    ...artefacts.flatMap(({ name, state, what, advice }) => [
      `${name}: ${state === "stale" ? "STALE, " : ""}${sanitiseLine(what)}`,
      ...(advice === undefined ? [] : [`  → ${sanitiseLine(advice)}`]),
    ]),
    ...sources.map(
      ({ file, bytes, sha256 }) =>
        `from ${sanitiseLine(file)} (${size(bytes)}, sha256 ${sha256.slice(0, 12)}…)`,
    ),
    ...(seed === undefined ? [] : [`seed: ${seed}`]),
    `on disk: ${size(bytesOnDisk)}`,
  ];
}

function spread({ median, p90, max }: Spread): string {
  return `median ${count(median)}, 90 % have at most ${count(p90)}, most ${count(max)}`;
}

function range(from: number, to: number, show: (number: number) => string = count): string {
  return from === to ? show(from) : `${show(from)} – ${show(to)}`;
}

function count(number: number): string {
  return number.toLocaleString("en", { maximumFractionDigits: 2 });
}

function percent(share: number, digits: number): string {
  return `${(100 * share).toFixed(digits)} %`;
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1 << 20) return `${Math.round(bytes / 1024)} KB`;
  return bytes < 1 << 30 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 2 ** 30).toFixed(1)} GB`;
}
