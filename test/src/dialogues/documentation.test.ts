import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { Dialogue, Expectation, SaidTurn } from "../../../src/dialogues/dialogue.ts";
import { runScripted } from "../../support/scripted-terminal.ts";

const root = resolve(import.meta.dirname, "../../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const page = read("docs/dialogues.md");

it("publishes the very schema that dialogues are read with", () => {
  const published: unknown = JSON.parse(read("docs/dialogue.schema.json"));
  const current: unknown = JSON.parse(JSON.stringify(z.toJSONSchema(Dialogue, { io: "input" })));
  expect(published, "docs/dialogue.schema.json is stale: npm run schema").toEqual(current);
});

it("describes every key in the schema, and has each in a table of the page", () => {
  const rows = [...page.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
  for (const schema of [Dialogue, SaidTurn, Expectation]) {
    const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
    const keys = Object.keys(properties);
    expect(keys.filter((key) => !rows.includes(key))).toEqual([]);
    expect(keys.filter((key) => !/"description":/.test(JSON.stringify(properties[key])))).toEqual([]);
  }
});

it("shows code that is compiled and run", () => {
  const snippets = [...page.matchAll(/<!-- snippet: (\S+) -->\n```ts\n(.*?)```\n<!-- \/snippet -->/gs)];
  expect(snippets.length).toBe(2);
  for (const [, file = "", shown] of snippets) {
    const region = /\/\/ #region snippet\n(.*?)\/\/ #endregion/s.exec(read(file))?.[1];
    expect(shown, `docs/dialogues.md shows another text than ${file}`).toBe(region);
  }
});

it("names only flags that the command has", async () => {
  const { stdout } = await runScripted(["test", "--help"]);
  const flags = [...new Set([...page.matchAll(/--[a-z]+/g)].map(([flag]) => flag))];
  expect(flags.length).toBeGreaterThan(5);
  // Of `recommend`.
  expect(flags.filter((flag) => flag !== "--where" && !stdout.includes(flag))).toEqual([]);
});
