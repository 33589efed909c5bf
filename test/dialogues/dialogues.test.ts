import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { prepareDataset } from "../../src/prepare.ts";
import { describeDialogues } from "../../src/testing.ts";

const home = mkdtempSync(join(tmpdir(), "cicerone-dialogues-"));
const root = resolve(import.meta.dirname, "../..");

/** The example of docs/dialogues.md, as a file. */
function documented(): string {
  const text = readFileSync(join(root, "docs/dialogues.md"), "utf8");
  const [, example] = /<!-- example -->\n```yaml\n(.*?)```\n<!-- \/example -->/s.exec(text) ?? [];
  if (example === undefined) throw new Error("docs/dialogues.md lost its example");
  writeFileSync(join(home, "documented.yaml"), example);
  return join(home, "documented.yaml");
}

beforeAll(async () => {
  const books = join(root, "examples/books/books.yaml");
  for (const dataset of ["demo", books]) await prepareDataset({ dataset, home, clock: Date.now });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describeDialogues({ describe, it, afterAll }, [relative(process.cwd(), import.meta.dirname), documented()], {
  recommender: { home },
});
