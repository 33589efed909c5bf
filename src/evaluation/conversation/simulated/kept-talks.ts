import { cacheKey, type KeyPart, type RunCache } from "../../run-cache.ts";
import type { SystemRun } from "../../summarise.ts";

/** The systems that are always talked with: whoever brings others, another mind or wants transcripts holds the talks anew. */
export const USUAL_SYSTEMS = ["agent", "popular", "popular-new"] as const;

/** Talks that were held already, all or none; else `hold` holds them, and they are kept. */
export async function keptTalks(
  runs: RunCache | undefined,
  setup: Readonly<Record<string, KeyPart>>,
  hold: () => Promise<readonly SystemRun[]>,
): Promise<readonly SystemRun[]> {
  if (runs === undefined) return hold();
  const keyOf = (system: string): string => cacheKey({ task: "conversation simulated", system, ...setup });
  const known = await Promise.all(USUAL_SYSTEMS.map((system) => runs.get(keyOf(system))));
  const complete = known.flatMap((each) => (each === undefined ? [] : [each]));
  if (complete.length === USUAL_SYSTEMS.length) return complete.map(({ details: _, ...run }) => run);
  const held = await hold();
  for (const run of held) await runs.set(keyOf(run.system), { ...run, details: null });
  return held;
}
