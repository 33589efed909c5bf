import type { ImportReport, Rejection, RowReport } from "../../memory/datasets/import-report.ts";
import type { FitReport } from "../prepare.ts";
import { sanitiseLine } from "../sanitise.ts";

/** What an import kept and turned away, with an example of each reason, and how long the fits took. */
export function importLines(imported: ImportReport, fitted: FitReport): string[] {
  const { seconds } = fitted;
  return [
    `${imported.name}: imported in ${imported.seconds.toFixed(1)} s`,
    ...rowLines("items", imported.items),
    ...rowLines("interactions", imported.interactions),
    `users: ${imported.users}`,
    ...imported.unreadable.map((rejection) => `  left out a value: ${rejectionText(rejection)}`),
    ...imported.emptyFacets.map((facet) => `  no item has a ${facet}, so that facet is left out`),
    ...imported.missingFiles.map((file) => `  not there, so left out: ${sanitiseLine(file)}`),
    `fitted: text ${seconds.text.toFixed(1)} s, scorer ${seconds.scorer.toFixed(1)} s, rater ${seconds.rater.toFixed(1)} s`,
  ];
}

function rowLines(what: string, rows: RowReport): string[] {
  return [
    `${what}: ${rows.kept} of ${rows.read} rows`,
    ...rows.rejected.map((rejection) => `  turned away: ${rejectionText(rejection)}`),
  ];
}

function rejectionText({ reason, count, example }: Rejection): string {
  return `${count} × ${sanitiseLine(reason)}, e.g. ${sanitiseLine(example)}`;
}
