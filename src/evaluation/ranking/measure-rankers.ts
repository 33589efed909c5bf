import { z } from "zod";
import type { MeasuringContext } from "../measuring.ts";
import type { ProtocolValue } from "../report.ts";
import { cacheKey } from "../run-cache.ts";
import type { UnitValues } from "../statistics/statistic.ts";
import type { SystemRun } from "../summarise.ts";
import type { RankingCase } from "./cases.ts";
import { type RankCasesOptions, type Ranked, rankCases } from "./rank-cases.ts";
import type { RankerDescription, RankingSystem, Training } from "./ranker.ts";

export interface MeasuredRanker extends RankerDescription {
  readonly run: SystemRun;
}

/** What is kept of a ranker beside its run. */
const Description: z.ZodType<RankerDescription> = z.object({
  ranksBy: z.string(),
  device: z.string(),
  parameters: z.record(z.string(), z.number()),
});

interface MeasureRankersOptions extends Pick<RankCasesOptions, "depth" | "candidates"> {
  readonly training: Training;
  readonly cases: readonly RankingCase[];
  readonly values: (ranked: Ranked) => Readonly<Record<string, UnitValues>>;
  /** Everything that defines the values, apart from the system: what a stored run is found by. */
  readonly protocol: Readonly<Record<string, ProtocolValue | undefined>>;
}

/** Fits each system on the training part, lets it rank every case, and closes it. Runs that are stored already are not run again. */
export async function measureRankers(
  systems: readonly RankingSystem[],
  options: MeasureRankersOptions,
  context: MeasuringContext,
): Promise<MeasuredRanker[]> {
  const measured: MeasuredRanker[] = [];
  for (const system of systems) {
    const key = cacheKey({ system: system.name, ...options.protocol });
    const runs = system.keep === false ? undefined : context.runs;
    const stored = await runs?.get(key);
    if (stored === undefined) {
      const { run, ...details } = await measureRanker(system, options, context);
      await runs?.set(key, { ...run, details });
      measured.push({ run, ...details });
    } else {
      const { details, ...run } = stored;
      measured.push({ run, ...Description.parse(details) });
    }
  }
  return measured;
}

async function measureRanker(
  system: RankingSystem,
  { training, cases, values, depth, candidates }: MeasureRankersOptions,
  { clock, signal, onProgress, linear }: MeasuringContext,
): Promise<MeasuredRanker> {
  const tell = (stage: string) => (fraction: number | undefined) =>
    onProgress?.({ stage: `${stage} ${system.name}`, fraction });
  tell("fitting")(undefined);
  const start = clock();
  const ranker = await system.fit(training, { signal, onProgress: tell("fitting"), linear });
  try {
    const ready = clock();
    const ranked = await rankCases(ranker, cases, {
      depth,
      candidates,
      signal,
      onProgress: tell("ranking with"),
    });
    const seconds = {
      fit: ranker.fitSeconds ?? (ready - start) / 1000,
      rank: (clock() - ready) / 1000,
    };
    const { ranksBy, device, parameters } = ranker;
    const run = { system: system.name, values: values(ranked), seconds };
    return { run, ranksBy, device, parameters };
  } finally {
    await ranker.close();
  }
}
