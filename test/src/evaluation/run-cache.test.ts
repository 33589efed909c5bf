import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheKey, runCache, type StoredRun } from "../../../src/evaluation/run-cache.ts";

const KEY = cacheKey({ system: "linear", checksum: "c0ffee", protocol: { seed: 1, k: [10, 100] } });

function run(value: number): StoredRun {
  return {
    system: "linear",
    values: {
      "recall@10": { kind: "mean", columns: [Float64Array.of(value, 0.1, Number.NaN, -0, 1 / 3)] },
      rmse: { kind: "root-ratio", columns: [Float64Array.of(1, 2), Float64Array.of(3, 4)] },
    },
    seconds: { fit: 0.5 },
    details: { parameters: { l2: 500 }, device: null },
  };
}

describe("the cache of runs", () => {
  let folder = "";
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "runs-")), "evaluations");
  });
  afterEach(() => rm(join(folder, ".."), { recursive: true }));

  async function onlyFile(): Promise<string> {
    const names = await readdir(folder);
    expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
    return join(folder, names[0] ?? "");
  }

  it("gives back what was stored, every bit of it", async () => {
    await runCache(folder).set(KEY, run(0.25));
    expect(await runCache(folder).get(KEY)).toEqual(run(0.25));
    await onlyFile();
  });

  it("has nothing where nothing was stored", async () => {
    expect(await runCache(folder).get(KEY)).toBeUndefined();
  });

  it.each([
    ["cut short", (text: string) => text.slice(0, text.length / 2)],
    ["of another format", (text: string) => text.replace('"format":1', '"format":0')],
    ["of another key", (text: string) => text.replace("c0ffee", "c0ff00")],
    ["with half a number", (text: string) => text.replace(/"columns":\["[^"]+"/, '"columns":["AAAA"')],
    ["with what is no base64", (text: string) => text.replace(/"columns":\["[^"]+"/, '"columns":["%"')],
    ["with an unknown statistic", (text: string) => text.replace('"mean"', '"toString"')],
    ["empty", () => ""],
  ])("passes over an entry that is %s, and writes it anew", async (_what, damage) => {
    const cache = runCache(folder);
    await cache.set(KEY, run(0.25));
    const file = await onlyFile();
    const whole = await readFile(file, "utf8");
    expect(damage(whole)).not.toBe(whole);
    await writeFile(file, damage(whole));
    expect(await cache.get(KEY)).toBeUndefined();
    await cache.set(KEY, run(0.5));
    expect(await cache.get(KEY)).toEqual(run(0.5));
  });

  it("is whole at any time while many write", async () => {
    const cache = runCache(folder);
    await cache.set(KEY, run(0));
    const writing = Promise.all(Array.from({ length: 20 }, (_, at) => cache.set(KEY, run(at))));
    for (let read = 0; read < 20; read++) expect(await cache.get(KEY)).toMatchObject({ system: "linear" });
    await writing;
    expect(await cache.get(KEY)).toMatchObject({ system: "linear" });
    await onlyFile();
  });

  it("says why it cannot write, and leaves nothing behind", async () => {
    const file = join(folder, "..", "file");
    await writeFile(file, "");
    await expect(runCache(file).set(KEY, run(0))).rejects.toMatchObject({ code: "cannot-write" });
    expect(await readdir(join(folder, ".."))).toEqual(["file"]);
  });
});

describe("a key", () => {
  it("is the same in whatever order names come, and another for other values", () => {
    expect(cacheKey({ b: 1, a: { d: [1, { y: 2, x: 1 }], c: undefined } })).toBe(
      '{"a":{"d":[1,{"x":1,"y":2}]},"b":1}',
    );
    expect(cacheKey({ a: 1 })).not.toBe(cacheKey({ a: 2 }));
    expect(cacheKey({ a: [1, 2] })).not.toBe(cacheKey({ a: [2, 1] }));
  });
});
