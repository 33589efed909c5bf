import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { prepareDataset } from "../../src/prepare.ts";
import { openStage } from "../../src/recommender.ts";
import { describeDialogues } from "../../src/testing.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";

/** The dialogues of a folder named after their dataset, which is imported for them. */
function dialoguesOn(dataset: string, text?: string): void {
  let home: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "cicerone-data-dialogues-"));
    await prepareDataset({
      dataset,
      from: join(REAL_DATA, dataset),
      text: text === undefined ? undefined : join(REAL_DATA, text),
      home,
      clock: Date.now,
    });
  });
  // Hooks run last first: what the dialogues ran on is closed before its files go.
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const folder = relative(process.cwd(), join(import.meta.dirname, "dialogues", dataset));
  describeDialogues({ describe, it, afterAll }, folder, {
    data: dataset,
    open: (data) => openStage({ data, home }),
  });
}

describeOnData(
  "dialogues on MovieLens-1M with its texts",
  ["ml-1m/movies.dat", "ml-1m-text/movies_extrainfos.dat"],
  () => dialoguesOn("ml-1m", "ml-1m-text"),
);

describeOnData("dialogues on Amazon Beauty", ["amazon-beauty/items_derived.tsv"], () =>
  dialoguesOn("amazon-beauty"),
);
