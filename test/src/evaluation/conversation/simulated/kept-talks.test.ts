import { describe, expect, it } from "vitest";
import { keptTalks, USUAL_SYSTEMS } from "../../../../../src/evaluation/conversation/simulated/kept-talks.ts";
import type { RunCache, StoredRun } from "../../../../../src/evaluation/run-cache.ts";
import { meanValues } from "../../../../../src/evaluation/statistics/statistic.ts";

function shelf(): RunCache & { readonly kept: Map<string, StoredRun> } {
  const kept = new Map<string, StoredRun>();
  return { kept, get: async (key) => kept.get(key), set: async (key, run) => void kept.set(key, run) };
}

const TALKS = USUAL_SYSTEMS.map((system) => ({
  system,
  values: { "success@1": meanValues([1, 0]) },
  seconds: { talk: 1 },
}));

describe("talks that are kept", () => {
  it("are held once for the same people and the same code", async () => {
    const runs = shelf();
    let held = 0;
    const hold = async () => {
      held += 1;
      return TALKS;
    };
    expect(await keptTalks(runs, { seed: 1 }, hold)).toEqual(TALKS);
    expect(await keptTalks(runs, { seed: 1 }, hold)).toEqual(TALKS);
    expect(held).toBe(1);
    await keptTalks(runs, { seed: 2 }, hold);
    await keptTalks(undefined, { seed: 1 }, hold);
    expect(held).toBe(3);
  });

  it("are held anew where one of them is missing", async () => {
    const runs = shelf();
    let held = 0;
    const hold = async () => {
      held += 1;
      return TALKS;
    };
    await keptTalks(runs, {}, hold);
    const [first] = runs.kept.keys();
    runs.kept.delete(first ?? "");
    await keptTalks(runs, {}, hold);
    expect(held).toBe(2);
  });
});
