import { readFile } from "node:fs/promises";
import * as z from "zod";
import { CiceroneError } from "../../../memory/errors.ts";
import type { ProtocolValue } from "../report.ts";
import type { Estimate } from "../statistics/resample.ts";

/** What of a report is needed to compare it: the rest may be of an earlier version. */
export interface StoredReport {
  readonly protocol: {
    readonly task: string;
    readonly dataset: string;
    readonly [entry: string]: ProtocolValue;
  };
  readonly results: readonly {
    readonly system: string;
    readonly metrics: Readonly<Record<string, Estimate>>;
  }[];
}

const HINT = "Give a file that `cicerone evaluate … --json` wrote.";

/** JSON has no NaN: it is written as null. */
const figure = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);
const estimate = z.object({ value: figure, low: figure, high: figure });
const protocolValue: z.ZodType<ProtocolValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(protocolValue),
    z.record(z.string(), protocolValue),
  ]),
);
const storedReport: z.ZodType<StoredReport> = z.object({
  protocol: z.object({ task: z.string(), dataset: z.string() }).catchall(protocolValue),
  results: z.array(z.object({ system: z.string(), metrics: z.record(z.string(), estimate) })),
});

/**
 * Reads what `evaluate … --json` wrote: a report, or a list of reports.
 * @throws CiceroneError "missing-file", "file-unreadable", "file-not-json" or "not-a-report"
 */
export async function readReports(file: string, signal?: AbortSignal): Promise<readonly StoredReport[]> {
  const value = parsedJson(await textOf(file, signal), file);
  const read = z
    .array(storedReport)
    .min(1)
    .safeParse(Array.isArray(value) ? value : [value]);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.slice(Array.isArray(value) ? 0 : 1).join(".");
  throw new CiceroneError(
    "not-a-report",
    `${file} is JSON, but no report of an evaluation${place ? `: what is at ${place} does not fit` : ""}.`,
    { hint: HINT, cause: read.error },
  );
}

function parsedJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CiceroneError("file-not-json", `${file} is not JSON.`, { hint: HINT, cause });
  }
}

async function textOf(file: string, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await readFile(file, { encoding: "utf8", signal });
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
      throw new CiceroneError("missing-file", `There is no file ${file}.`, { hint: HINT, cause });
    }
    throw new CiceroneError("file-unreadable", `${file} cannot be read.`, { hint: HINT, cause });
  }
}
