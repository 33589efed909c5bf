import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseDescriptor } from "../../memory/datasets/descriptor.ts";
import { importDataset } from "../../memory/datasets/importing/importer.ts";
import { proposeDescriptor } from "../../memory/datasets/proposing/propose.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "cicerone-real-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const REVIEWS = "amazon-musical-instruments/Musical_Instruments_5.json";

describeOnData("a descriptor proposed for real reviews", [REVIEWS], () => {
  it("imports every review, by its own user, item, stars and time", async () => {
    const path = join(REAL_DATA, REVIEWS);
    const { yaml } = await proposeDescriptor({ files: [path] });
    const descriptor = parseDescriptor(yaml, "proposed.yaml");
    expect(descriptor).toMatchObject({
      scale: { min: 1, max: 5 },
      positiveFrom: 4,
      noun: { one: "instrument" },
    });
    const report = await importDataset({
      descriptor,
      from: dirname(path),
      home,
      clock: () => Date.UTC(2026, 0, 2),
    });
    expect(report).toMatchObject({
      users: 1429,
      items: { kept: 900, rejected: [] },
      interactions: { read: 10_261, kept: 10_261, rejected: [] },
    });
  });
});
