import { makeFolder } from "../../memory/store/make-folder.ts";
import { downloadPaths } from "./download-paths.ts";
import { readRecord, writeRecord } from "./record.ts";

/** Whether a dataset's licence was accepted here before. */
export function licenceAccepted(home: string, name: string): boolean {
  return readRecord(downloadPaths(home, name).record).licenceAccepted !== undefined;
}

/** Remembers that it was. */
export function acceptLicence(home: string, name: string, at: Date): void {
  const { folder, record } = downloadPaths(home, name);
  makeFolder(folder);
  writeRecord(record, { ...readRecord(record), licenceAccepted: at.toISOString() });
}
