import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readManifest, SNAPSHOT_FORMAT } from "../../memory/store/manifest.ts";
import { snapshotPaths } from "../../memory/store/snapshot.ts";
import { importOwn } from "../../src/own-catalogue.ts";

const home = mkdtempSync(join(tmpdir(), "cicerone-own-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

it("a catalogue of one's own cannot take a built-in name, for it would be made over", async () => {
  const own = { name: "demo", items: [{ id: "a" as never, title: "A" }] };
  await expect(importOwn(own, { home, clock: () => 0 })).rejects.toMatchObject({
    code: "reserved-name",
    hint: expect.stringContaining("my-demo"),
  });
  expect(existsSync(join(home, "datasets"))).toBe(false);
});

it("a catalogue of one's own that an earlier version imported is imported again", async () => {
  const own = { name: "mine", items: [{ id: "a" as never, title: "A" }] };
  await importOwn(own, { home, clock: () => 0 });
  const { manifest } = snapshotPaths(home, "mine");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/"format": \d+/, '"format": 1'));
  await importOwn(own, { home, clock: () => 0 });
  expect(readManifest(snapshotPaths(home, "mine"), "mine").format).toBe(SNAPSHOT_FORMAT);
});
