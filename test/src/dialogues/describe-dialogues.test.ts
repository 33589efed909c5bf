import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecommender } from "../../../src/recommender.ts";
import { describeDialogues, type TestFunctions } from "../../../src/testing.ts";
import { dialogueFolder } from "../../support/dialogue-folder.ts";
import { ownFilms } from "../../support/own-films.ts";

const home = mkdtempSync(join(tmpdir(), "cicerone-describe-"));
const folder = dialogueFolder();
const file = folder.write(
  "d.yaml",
  `title: It holds
turns: [{ say: 90s crime, expect: { items: [genre=Crime] } }]
---
title: It falls short
turns:
  - say: 90s crime
    expect:
      items: [genre=Crime]
      count: 99
---
title: It speaks of what is not here
turns: [{ say: 90s crime, expect: { contain: [Haet] } }]
`,
);

beforeAll(async () => {
  (await createRecommender({ home, catalogue: ownFilms() })).close();
});
afterAll(() => {
  folder.remove();
  rmSync(home, { recursive: true, force: true });
});

interface Registered {
  readonly functions: TestFunctions;
  readonly suites: string[];
  readonly tests: Map<string, { readonly timeout: number; readonly run: () => Promise<void> }>;
  readonly ends: (() => Promise<void>)[];
}

/** A test runner that only writes down what it is given. */
function registering(): Registered {
  const registered: Omit<Registered, "functions"> = { suites: [], tests: new Map(), ends: [] };
  const functions: TestFunctions = {
    describe: (name, suite) => {
      registered.suites.push(name);
      suite();
    },
    it: (name, { timeout }, run) => void registered.tests.set(name, { timeout, run }),
    afterAll: (end) => void registered.ends.push(end),
  };
  return { ...registered, functions };
}

describe("dialogues as tests", () => {
  it("are a suite for each file and a test for each dialogue, which fails with what fell short, at its line", async () => {
    const { functions, suites, tests, ends } = registering();
    describeDialogues(functions, file, { data: "films", recommender: { home }, timeout: 5000 });
    expect(suites).toEqual([file]);
    expect([...tests.keys()]).toEqual(["It holds", "It falls short", "It speaks of what is not here"]);
    expect(tests.get("It holds")?.timeout).toBe(5000);
    await expect(tests.get("It holds")?.run()).resolves.toBeUndefined();
    await expect(tests.get("It falls short")?.run()).rejects.toMatchObject({
      code: "dialogue-failed",
      message: expect.stringMatching(
        /^It falls short\nturn 1: “90s crime”.*\n.*d\.yaml:9 {2}expected count: 99\n.*came: \d/,
      ),
      stack: expect.stringContaining(`at ${resolve(file)}:9:1`),
    });
    await expect(tests.get("It speaks of what is not here")?.run()).rejects.toMatchObject({
      code: "title-not-found",
      message: expect.stringContaining("d.yaml:12"),
    });
    expect(ends).toHaveLength(1);
    await ends[0]?.();
  });

  it("are chosen by title, and none is registered where a file is no file of dialogues", () => {
    const some = registering();
    describeDialogues(some.functions, [file], { grep: "/holds$/" });
    expect([...some.tests.keys()]).toEqual(["It holds"]);
    const bad = folder.write("bad.yml", "titel: t");
    const none = registering();
    expect(() => describeDialogues(none.functions, [file, bad])).toThrow(
      expect.objectContaining({ code: "usage-dialogue" }),
    );
    expect(none.tests.size).toBe(0);
  });

  it("run in Node's own test runner, too", () => {
    const program = folder.write(
      "dialogues.test.mjs",
      `import { after, describe, it } from "node:test";
import { describeDialogues } from ${JSON.stringify(resolve("src/testing.ts"))};
describeDialogues({ describe, it, afterAll: after }, ${JSON.stringify(file)}, { data: "films", recommender: { home: ${JSON.stringify(home)} } });
`,
    );
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout } = spawnSync(process.execPath, ["--test-reporter=tap", program], {
      encoding: "utf8",
      env,
    });
    expect(status).toBe(1);
    expect(stdout).toContain("ok 1 - It holds");
    expect(stdout).toContain("not ok 2 - It falls short");
    expect(stdout).toContain("expected count: 99");
  });
});
