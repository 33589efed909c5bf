import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
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
