import { describe, expect, it } from "vitest";
import type { MeasuringContext } from "../../../../src/evaluation/measuring.ts";
import type { RunCache, StoredRun } from "../../../../src/evaluation/run-cache.ts";
import { meanValues, overAll } from "../../../../src/evaluation/statistics/statistic.ts";
import { measureWriter, type Writer } from "../../../../src/evaluation/written/measure-writer.ts";

function remembering(): RunCache {
  const kept = new Map<string, StoredRun>();
  return { get: async (key) => kept.get(key), set: async (key, run) => void kept.set(key, run) };
}

/** Writes how often it has been asked. */
function counting(keep?: boolean): Writer<string, number> & { asked: number } {
  const writer = { name: "counting", keep, asked: 0, write: async () => ++writer.asked };
  return writer;
}

const measure = (writer: Writer<string, number>, context: MeasuringContext, protocol = {}) =>
  measureWriter(
    writer,
    { cases: ["a", "b"], values: async (written) => ({ count: meanValues(written) }), protocol },
    context,
  );

describe("measuring a system that writes", () => {
  it("asks once for each case, and values all together", async () => {
    let now = 0;
    const run = await measure(counting(), { clock: () => (now += 500), versions: {} });
    expect(overAll(run.values.count ?? meanValues([]), 2)).toBe(1.5);
    expect(run.seconds).toEqual({ write: 0.5 });
  });

  it("does not ask again what is kept; another protocol, or a system that is not kept, is asked", async () => {
    const context = { clock: () => 0, versions: {}, runs: remembering() };
    const writer = counting();
    const first = await measure(writer, context);
    expect(await measure(writer, context)).toEqual(first);
    expect(writer.asked).toBe(2);
    await measure(writer, context, { seed: 2 });
    expect(writer.asked).toBe(4);
    const unkept = counting(false);
    await measure(unkept, context, { seed: 3 });
    await measure(unkept, context, { seed: 3 });
    expect(unkept.asked).toBe(4);
  });

  it("stops when told to", async () => {
    const writer = counting();
    const context = { clock: () => 0, versions: {}, signal: AbortSignal.abort() };
    await expect(measure(writer, context)).rejects.toThrow(/abort/i);
    expect(writer.asked).toBe(0);
  });
});
