import type { ImportReport, Rejection, RowReport } from "../../memory/datasets/importing/import-report.ts";
import type { FitReport } from "../prepare.ts";
import { sanitiseLine } from "../sanitise.ts";

/** What an import kept and turned away, with an example of each reason, and how long the fits took. */
export function importLines(imported: ImportReport, fitted: FitReport): string[] {
  return [
    `${imported.name}: imported in ${imported.seconds.toFixed(1)} s`,
    ...rowLines("items", imported.items),
    ...rowLines("interactions", imported.interactions),
    `users: ${imported.users}`,
    ...imported.unreadable.map((rejection) => `  left out a value: ${rejectionText(rejection)}`),
    ...imported.emptyFacets.map((facet) => `  no item has a ${facet}, so that facet is left out`),
    ...imported.missingFiles.map((file) => `  not there, so left out: ${sanitiseLine(file)}`),
    ...fittedLines(fitted),
  ];
}

/** What was fitted and how long it took; what was not, and why. */
export function fittedLines({ scorer, rater, note, seconds }: FitReport): string[] {
  const times = [
    `text ${seconds.text.toFixed(1)} s`,
    ...(note === undefined ? [`scorer ${seconds.scorer.toFixed(1)} s`] : []),
    ...(rater === undefined ? [] : [`rater ${seconds.rater.toFixed(1)} s`]),
  ];
  return [
    `fitted: ${times.join(", ")}`,
    ...(note === undefined
      ? []
      : [`  no scorer: ${note}; ${STAND_INS[scorer.kind] ?? scorer.kind} stands in`]),
    ...(rater === undefined ? ["  no rater: there are no ratings"] : []),
  ];
}

const STAND_INS: Readonly<Record<string, string>> = { content: "likeness of content", popular: "popularity" };

function rowLines(what: string, rows: RowReport): string[] {
  return [
    `${what}: ${rows.kept} of ${rows.read} rows`,
    ...rows.rejected.map((rejection) => `  turned away: ${rejectionText(rejection)}`),
  ];
}

function rejectionText({ reason, count, example }: Rejection): string {
  return `${count} × ${sanitiseLine(reason)}, e.g. ${sanitiseLine(example)}`;
}
