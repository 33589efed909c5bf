import { sanitiseLine } from "../../sanitise.ts";
import type { PublishedRow } from "../published/published-row.ts";
import { publishedTexts } from "./figures.ts";
import { metricsOf } from "./metric-order.ts";

export const PUBLISHED_HEADING = "Published, not run here";

/** Rows of one source measured in one way, as a table, safe to print. */
export interface PublishedGroup {
  readonly source: string;
  readonly differences: string;
  readonly metrics: readonly string[];
  /** System, then the figures in the order of `metrics`, "" where there is none. */
  readonly rows: readonly (readonly string[])[];
}

export function publishedGroups(published: readonly PublishedRow[]): PublishedGroup[] {
  const groups = Map.groupBy(published, ({ source, differences }) => JSON.stringify([source, differences]));
  return [...groups.values()].map((rows) => {
    const metrics = metricsOf(rows);
    const columns = metrics.map((metric) => publishedTexts(rows.map((row) => row.metrics[metric])));
    return {
      source: sanitiseLine(rows[0]?.source ?? ""),
      differences: sanitiseLine(rows[0]?.differences ?? ""),
      metrics: metrics.map(sanitiseLine),
      rows: rows.map(({ system }, at) => [
        sanitiseLine(system),
        ...columns.map((column) => column[at] ?? ""),
      ]),
    };
  });
}
