import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { prepareDataset } from "../../src/prepare.ts";
import { describeDialogues } from "../../src/testing.ts";

const home = mkdtempSync(join(tmpdir(), "cicerone-dialogues-"));

beforeAll(async () => {
  const books = resolve(import.meta.dirname, "../../examples/books/books.yaml");
  for (const dataset of ["demo", books]) await prepareDataset({ dataset, home, clock: Date.now });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describeDialogues({ describe, it, afterAll }, relative(process.cwd(), import.meta.dirname), {
  recommender: { home },
});
