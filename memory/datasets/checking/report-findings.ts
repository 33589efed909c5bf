import type { Descriptor } from "../descriptor.ts";
import { adviceFor } from "../importing/advice.ts";
import type { ImportReport, Rejection } from "../importing/import-report.ts";
import type { Finding } from "./finding.ts";

/** What the import itself turned away or left out. */
export function reportFindings(report: ImportReport, descriptor: Descriptor): Finding[] {
  return [
    ...report.items.rejected.map((rejection) => rejected("items", rejection)),
    // Of unknown items more is told by what they look like.
    ...report.interactions.rejected
      .filter(({ reason }) => reason !== "unknown item")
      .map((rejection) => rejected("interactions", rejection)),
    ...report.unreadable.map((rejection) => unreadable(rejection, descriptor)),
    ...report.emptyFacets.map(
      (facet): Finding => ({
        severity: "warning",
        what: `no item has a ${facet}: the facet is left out`,
        examples: [],
        advice: `Does its column have another name? Else take the facet ${facet} out.`,
      }),
    ),
    ...report.missingFiles.map(
      (file): Finding => ({ severity: "warning", what: `optional file not there: ${file}`, examples: [] }),
    ),
  ];
}

function rejected(kind: string, { reason, count, example, lines, file }: Rejection): Finding {
  const what = `${kind} turned away: ${reason}`;
  return {
    severity: "warning",
    what,
    count,
    examples: [example],
    lines,
    file,
    advice: adviceFor(reason, example),
  };
}

function unreadable({ reason, count, example, lines, file }: Rejection, descriptor: Descriptor): Finding {
  const facet = descriptor.facets.find(({ name }) => reason.startsWith(`${name} is not a `));
  const numeric = facet?.kind === "number" && /\d/.test(example.split(": ").at(-1) ?? "");
  const advice = numeric
    ? `Take the number out of the text: number_in(…) AS "${facet.name}"`
    : facet === undefined
      ? undefined
      : `Mend those cells, or declare another kind: { name: ${facet.name}, kind: category }`;
  return {
    severity: "warning",
    what: `value left out: ${reason}`,
    count,
    examples: [example],
    lines,
    file,
    advice,
  };
}
