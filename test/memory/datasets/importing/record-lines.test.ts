import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { linesOfRecords } from "../../../../memory/datasets/importing/record-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "cicerone-lines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ["plain rows", "a,b\n1,2\n3,4\n", [1, 2, 3], [1, 2, 3]],
  ["a cell of three lines", 'a,b\n"1\n1\n1",2\n3,4\n', [2, 3], [2, 5]],
  ["doubled quotes and line feeds in one cell", 'a,b\n"say ""hi""\n""",2\n3,4\n', [2, 3], [2, 4]],
  ["inches, which open nothing", 'a,b\n5" disk,2\n3,4" disk\n5,6\n', [2, 3, 4], [2, 3, 4]],
  ["empty lines, which are records too", "a,b\n\n1,2\n", [2, 3], [2, 3]],
  ["carriage returns", 'a,b\r\n"x\r\ny",2\r\n3,4\r\n', [2, 3], [2, 4]],
  ["a last line without end", "a,b\n1,2", [2], [2]],
])("finds the line of a record: %s", async (_what, content, records, lines) => {
  const path = join(folder, "rows.csv");
  writeFileSync(path, content);
  const found = await linesOfRecords(path, { separator: ",", quote: '"' }, records);
  expect(records.map((record) => found.get(record))).toEqual(lines);
});
