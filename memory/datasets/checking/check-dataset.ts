import { CiceroneError } from "../../errors.ts";
import { snapshotPaths } from "../../store/snapshot.ts";
import type { ImportReport } from "../importing/import-report.ts";
import { type ImportOptions, importDataset } from "../importing/importer.ts";
import { openDataset } from "../open-dataset.ts";
import { facetFindings } from "./facet-findings.ts";
import type { Finding } from "./finding.ts";
import { itemFindings } from "./item-findings.ts";
import { reportFindings } from "./report-findings.ts";
import { timeFindings } from "./time-findings.ts";
import { unknownItemFindings } from "./unknown-items.ts";

export interface CheckReport {
  readonly name: string;
  /** What an import would say; undefined where it would fail. */
  readonly imported: ImportReport | undefined;
  /** Errors first. */
  readonly findings: readonly Finding[];
}

export interface CheckOptions extends Omit<ImportOptions, "home"> {
  /** An empty folder to be thrown away: the import runs into it, by the very rules of a real one. */
  readonly scratch: string;
}

/** Runs an import to nowhere and says what is wrong, or likely wrong, with the data and the descriptor. */
export async function checkDataset(options: CheckOptions): Promise<CheckReport> {
  const { descriptor, scratch, signal } = options;
  const findings: Finding[] = [];
  let imported: ImportReport | undefined;
  try {
    imported = await importDataset({ ...options, home: scratch });
  } catch (error) {
    if (!(error instanceof CiceroneError)) throw error;
    findings.push({ severity: "error", what: error.message, examples: [], advice: error.hint });
    if (error.code !== "no-interactions") return { name: descriptor.name, imported, findings };
  }
  const unknown = imported?.interactions.rejected.find(({ reason }) => reason === "unknown item");
  if (unknown !== undefined || imported === undefined) {
    const { lines, file } = unknown ?? {};
    findings.push(...(await unknownItemFindings(options)).map((finding) => ({ ...finding, lines, file })));
  }
  if (imported === undefined) return { name: descriptor.name, imported, findings };
  findings.push(...reportFindings(imported, descriptor));
  const { catalogue } = openDataset(scratch, descriptor.name);
  try {
    findings.push(...itemFindings(catalogue), ...facetFindings(catalogue));
    findings.push(...(await timeFindings(snapshotPaths(scratch, descriptor.name), descriptor, signal)));
  } finally {
    catalogue.close();
  }
  return { name: descriptor.name, imported, findings };
}
