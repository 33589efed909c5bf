import type { ProtocolValue } from "../report.ts";
import type { Estimate } from "../statistics/resample.ts";
import { metricsOf } from "./metric-order.ts";
import { protocolText, reportTitle } from "./protocol-entries.ts";
import type { StoredReport } from "./read-reports.ts";

/** An entry in which two protocols differ. */
export interface ProtocolChange {
  /** "holdout", "parameters.linear.l2". */
  readonly entry: string;
  /** In words; undefined where the protocol has no such entry. */
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** What a system reached then and now. Undefined: not measured that time. */
export interface FigureChange {
  readonly system: string;
  readonly metric: string;
  readonly before: Estimate | undefined;
  readonly now: Estimate | undefined;
  /** now − before; undefined where one of them is missing or no number. */
  readonly difference: number | undefined;
}

export interface ReportChange {
  /** "Ranking on ml-100k". */
  readonly title: string;
  /** Empty where the figures may be compared. */
  readonly protocol: readonly ProtocolChange[];
  /** Of the program and what it stands on. They may differ: that is what one compares for. */
  readonly versions: readonly ProtocolChange[];
  readonly figures: readonly FigureChange[];
}

export const CHANGE_NOTE =
  "Whether a difference is beyond chance cannot be told: the earlier run left its figures only, not what each of its cases gave.";

/** An earlier report beside one of now: what changed in the protocol, and every figure of either. */
export function compareReports(before: StoredReport, now: StoredReport): ReportChange {
  const changes = protocolChanges(before, now);
  const isVersion = ({ entry }: ProtocolChange): boolean => entry.startsWith("versions");
  return {
    title: reportTitle(now.protocol),
    protocol: changes.filter((change) => !isVersion(change)),
    versions: changes.filter(isVersion),
    figures: figureChanges(before, now),
  };
}

/**
 * The earlier report that each of now's is to be compared with: of the same task and dataset, and of those the one whose protocol
 * differs in the fewest entries. None is taken twice.
 */
export function pairReports<Now extends StoredReport>(
  before: readonly StoredReport[],
  now: readonly Now[],
): readonly { readonly before: StoredReport | undefined; readonly now: Now }[] {
  const left = new Set(before);
  return now.map((report) => {
    const [nearest] = [...left]
      .filter(({ protocol }) => reportTitle(protocol) === reportTitle(report.protocol))
      .map((each) => ({ each, changes: protocolChanges(each, report).length }))
      .sort((a, b) => a.changes - b.changes);
    if (nearest !== undefined) left.delete(nearest.each);
    return { before: nearest?.each, now: report };
  });
}

/** Entries of one system (its parameters, its device) count only where both reports have that system. */
function protocolChanges(before: StoredReport, now: StoredReport): ProtocolChange[] {
  const [then, today] = [flattened(before.protocol), flattened(now.protocol)];
  const isMeasured = ({ results }: StoredReport, name: string | undefined): boolean =>
    results.some(({ system }) => system === name);
  return [...new Map([...then, ...today])]
    .filter(([, { path }]) => isMeasured(before, path[1]) === isMeasured(now, path[1]))
    .map(([entry]) => ({ entry, before: then.get(entry)?.text, now: today.get(entry)?.text }))
    .filter((change) => change.before !== change.now);
}

/** Entry with dots → its path and its value in words. Lists stay whole. */
function flattened(
  value: ProtocolValue,
  path: readonly string[] = [],
): Map<string, { readonly path: readonly string[]; readonly text: string }> {
  if (
    value === null ||
    typeof value !== "object" ||
    Array.isArray(value) ||
    Object.keys(value).length === 0
  ) {
    return new Map([[path.join("."), { path, text: protocolText(value) }]]);
  }
  return new Map(Object.entries(value).flatMap(([name, part]) => [...flattened(part, [...path, name])]));
}

function figureChanges(before: StoredReport, now: StoredReport): FigureChange[] {
  const systems = [...new Set([...now.results, ...before.results].map(({ system }) => system))];
  return systems.flatMap((system) => {
    const own = ({ results }: StoredReport): StoredReport["results"] =>
      results.filter((result) => result.system === system);
    return metricsOf([...own(now), ...own(before)]).map((metric) => {
      const [then, today] = [own(before)[0]?.metrics[metric], own(now)[0]?.metrics[metric]];
      const difference = (today?.value ?? Number.NaN) - (then?.value ?? Number.NaN);
      return {
        system,
        metric,
        before: then,
        now: today,
        difference: Number.isFinite(difference) ? difference : undefined,
      };
    });
  });
}
