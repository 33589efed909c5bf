import { sanitiseLine } from "../../sanitise.ts";
import type { FigureChange, ProtocolChange, ReportChange } from "./compare.ts";
import { estimateText, precisionOf, signedText } from "./figures.ts";

/** What is said about the protocols before any figure. */
export function agreementText({ protocol }: ReportChange): string {
  if (protocol.length === 0) return "Same protocol: the figures may be compared.";
  const entries = protocol.length === 1 ? "1 entry" : `${protocol.length} entries`;
  return `DIFFERENT PROTOCOLS, in ${entries}: what differs below may come from that.`;
}

/** "holdout: validation → test". Safe to print. */
export function changeText({ entry, before, now }: ProtocolChange): string {
  return `${sanitiseLine(entry)}: ${before ?? "(not there)"} → ${now ?? "(not there)"}`;
}

/** Rows of system, metric, before, now, difference; safe to print. */
export function changeRows(figures: readonly FigureChange[]): readonly (readonly string[])[] {
  return figures.map(({ system, metric, before, now, difference }) => {
    const precision = precisionOf([before, now].flatMap((each) => each ?? []));
    return [
      sanitiseLine(system),
      sanitiseLine(metric),
      estimateText(before, precision),
      estimateText(now, precision),
      difference === undefined ? "–" : signedText(difference, Math.min(4, precision.value + 1)),
    ];
  });
}
