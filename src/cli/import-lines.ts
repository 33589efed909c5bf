import type { ImportReport, Rejection, RowReport } from "../../memory/datasets/importing/import-report.ts";
import type { UpdateReport } from "../../memory/datasets/updating/update-report.ts";
import type { FitReport } from "../prepare.ts";
import { sanitiseLine } from "../sanitise.ts";
import { placesText } from "./row-places.ts";

/** What an import kept and turned away, with an example of each reason, and how long the fits took. */
export function importLines(imported: ImportReport, fitted: FitReport): string[] {
  return [
    `${imported.name}: imported in ${imported.seconds.toFixed(1)} s`,
    ...rowLines("items", imported.items),
    ...rowLines("interactions", imported.interactions),
    `users: ${imported.users}`,
    ...imported.unreadable.map((rejection) => `  left out a value: ${rejectionText(rejection)}`),
    ...imported.emptyFacets.map(
      (facet) => `  no item has ${/^[aeiou]/.test(facet) ? "an" : "a"} ${facet}, so that facet is left out`,
    ),
    ...imported.missingFiles.map((file) => `  not there, so left out: ${sanitiseLine(file)}`),
    ...fittedLines(fitted),
  ];
}

/** What an update took in and turned away, and what was fitted anew. */
export function updateLines(updated: UpdateReport, fitted: FitReport | undefined): string[] {
  const { name, items, interactions, counts, newUsers } = updated;
  if (fitted === undefined)
    return [`${name}: nothing is new in its files (a changed descriptor takes effect with data import)`];
  return [
    `${name}: updated in ${updated.seconds.toFixed(1)} s`,
    `items: ${items.added} added, ${items.changed} changed, ${items.unchanged} as they were; ${counts.items} in all`,
    ...rejectedLines(items.rejected),
    `interactions: ${interactions.added} added, ${interactions.changed} changed, ${interactions.unchanged} as they were; ${counts.interactions} in all`,
    ...rejectedLines(interactions.rejected),
    `users: ${newUsers} new; ${counts.users} in all`,
    ...updated.unreadable.map((rejection) => `  left out a value: ${rejectionText(rejection)}`),
    ...updated.notThere.map((file) => `  not there, so not read: ${sanitiseLine(file)}`),
    ...fittedLines(fitted),
  ];
}

/** What was fitted and how long it took; what was not, and why; and why the scorer is the one it is. */
export function fittedLines({ scorer, rater, note, seconds }: FitReport): string[] {
  const standIn = STAND_INS[scorer.kind];
  const times = [
    `text ${seconds.text.toFixed(1)} s`,
    ...(standIn === undefined ? [`scorer (${scorer.kind}) ${seconds.scorer.toFixed(1)} s`] : []),
    ...(rater === undefined ? [] : [`rater ${seconds.rater.toFixed(1)} s`]),
  ];
  return [
    `fitted: ${times.join(", ")}`,
    ...(standIn === undefined ? [] : [`  no scorer: ${note ?? "none was fitted"}; ${standIn} stands in`]),
    ...(standIn === undefined && note !== undefined ? [`  ${scorer.kind}: ${sanitiseLine(note)}`] : []),
    ...(rater === undefined ? ["  no rater: there are no ratings"] : []),
  ];
}

const STAND_INS: Readonly<Record<string, string>> = { content: "likeness of content", popular: "popularity" };

function rowLines(what: string, rows: RowReport): string[] {
  return [`${what}: ${rows.kept} of ${rows.read} rows`, ...rejectedLines(rows.rejected)];
}

function rejectedLines(rejected: readonly Rejection[]): string[] {
  return rejected.map((rejection) => `  turned away: ${rejectionText(rejection)}`);
}

function rejectionText(rejection: Rejection): string {
  const { reason, count, example } = rejection;
  const places = placesText(rejection);
  return `${count} × ${sanitiseLine(reason)}${places === "" ? "" : ` (${places})`}, e.g. ${sanitiseLine(example)}`;
}
