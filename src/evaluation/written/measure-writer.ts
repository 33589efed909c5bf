import type { MeasuringContext } from "../measuring.ts";
import { cacheKey, type KeyPart } from "../run-cache.ts";
import type { UnitValues } from "../statistics/statistic.ts";
import type { SystemRun } from "../summarise.ts";

/** A system that writes something for each case: an explanation, a summary. */
export interface Writer<Case, Written> {
  readonly name: string;
  /** False where more than the name decides what it writes: then finished runs are not kept. */
  readonly keep?: boolean | undefined;
  write(each: Case, signal: AbortSignal): Promise<Written>;
}

interface MeasureWriterOptions<Case, Written> {
  readonly cases: readonly Case[];
  readonly values: (written: readonly Written[]) => Promise<Readonly<Record<string, UnitValues>>>;
  /** Everything that defines the values, apart from the system: what a stored run is found by. */
  readonly protocol: Readonly<Record<string, KeyPart>>;
}

/** Lets a system write for every case in turn, and values what it wrote. A run that is stored already is not made again. */
export async function measureWriter<Case, Written>(
  writer: Writer<Case, Written>,
  { cases, values, protocol }: MeasureWriterOptions<Case, Written>,
  { clock, runs, onProgress, signal = new AbortController().signal }: MeasuringContext,
): Promise<SystemRun> {
  const store = writer.keep === false ? undefined : runs;
  const key = cacheKey({ system: writer.name, ...protocol });
  const stored = await store?.get(key);
  if (stored !== undefined) {
    const { details: _, ...run } = stored;
    return run;
  }
  const start = clock();
  const written: Written[] = [];
  for (const [at, each] of cases.entries()) {
    signal.throwIfAborted();
    onProgress?.({ stage: `writing with ${writer.name}`, fraction: at / cases.length });
    written.push(await writer.write(each, signal));
  }
  const seconds = { write: (clock() - start) / 1000 };
  const run = { system: writer.name, values: await values(written), seconds };
  await store?.set(key, { ...run, details: null });
  return run;
}
