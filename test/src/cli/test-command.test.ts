import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecommender } from "../../../src/recommender.ts";
import { dialogueFolder } from "../../support/dialogue-folder.ts";
import { ownFilms } from "../../support/own-films.ts";
import { type CliRun, runScripted } from "../../support/scripted-terminal.ts";
import { parseXml } from "../../support/xml-reader.ts";

const home = mkdtempSync(join(tmpdir(), "cicerone-test-command-"));
const folder = dialogueFolder();

const HOLDS = `title: Crime of the nineties
turns:
  - say: 90s crime
    expect: { items: ["genre=Crime", "year=1990..1999"] }
`;
const FALLS_SHORT = `title: Too much to ask
turns:
  - say: 90s crime
    expect:
      count: 99
`;

beforeAll(async () => {
  const recommender = await createRecommender({ home, catalogue: ownFilms() });
  await recommender.session({ user: "you" }).ask("I hate crime films");
  recommender.close();
});
afterAll(() => {
  folder.remove();
  rmSync(home, { recursive: true, force: true });
});

function run(argv: readonly string[], interrupted?: AbortSignal): Promise<CliRun> {
  const shared = ["--data", "films", "--home", home];
  return runScripted(["test", ...argv, ...shared], { ...(interrupted && { interrupted }) });
}

const file = (text: string, name = "d.yaml"): string => folder.write(name, text);
/** The home's memory and threads, byte by byte. */
const remembered = (): string =>
  ["memory.sqlite", "threads.sqlite"].map((name) => readFileSync(join(home, name), "latin1")).join("");

describe("cicerone test", () => {
  it("ends with 0 where all holds, and leaves what the home remembers as it is", async () => {
    const before = remembered();
    const { code, stdout, stderr } = await run([file(HOLDS)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^✓ Crime of the nineties {2}\(1 turn, \d+ ms\)\n\n1 dialogue, 1 turn: 1 hold\. \d+\.\d s\n$/,
    );
    expect(remembered()).toBe(before);
  });

  it("ends with 1 where something falls short, and says what, where and what came instead", async () => {
    const { code, stdout, stderr } = await run([file(`${FALLS_SHORT}---\n${HOLDS}`)]);
    expect(code).toBe(1);
    expect(stderr).toBe("cicerone: 1 dialogue of 2 failed.\n");
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/^✗ Too much to ask {2}\(1 turn, \d+ ms\)$/);
    expect(lines[1]).toMatch(/^ {4}turn 1: “90s crime” {2}\S*d\.yaml:3$/);
    expect(lines[2]).toMatch(/^ {6}\S*d\.yaml:5 {2}expected count: 99$/);
    expect(lines[3]).toMatch(/^ {8}came: \d+$/);
    expect(lines[4]).toMatch(/^ {6}items: \S/);
    expect(lines[5]).toBe("      constraints: genre=Crime, year=1990..1999");
    expect(lines[6]).toMatch(/^ {6}reply: \S/);
    expect(lines.at(-2)).toMatch(/^2 dialogues, 2 turns: 1 hold, 1 does not\./);
  });

  it.each([
    ["a file that is wrong", ["title: t\nturns: [{ sya: x }]"], 2, "Did you mean “say”?"],
    [
      "an unknown facet",
      ["title: t\nturns: [{ say: x, expect: { items: [gnre=Drama] } }]"],
      2,
      "Did you mean genre?",
    ],
    [
      "an unknown title",
      ["title: t\nturns: [{ say: x, expect: { first: Haet } }]"],
      3,
      "Did you mean “Heat”?",
    ],
    ["an unknown dataset", ["title: t\ndata: flims\nturns: [{ say: x }]"], 3, "There is no dataset flims"],
    ["a title that nothing matches", [HOLDS, "--grep", "musical"], 2, "matches “musical”"],
    ["a flag that is none", [HOLDS, "--tapp"], 2, "--tap"],
    ["two forms at once", [HOLDS, "--tap", "--json"], 2, "cannot be used with"],
  ])("ends with its own code for %s, and runs nothing", async (_, [text = "", ...flags], expected, words) => {
    const { code, stdout, stderr } = await run([file(text), ...flags]);
    expect([code, stdout]).toEqual([expected, ""]);
    expect(stderr).toContain(words);
  });

  it("ends with 2 where there is no such file, or none is named", async () => {
    expect((await run([join(folder.path, "none.yaml")])).code).toBe(2);
    expect((await run([])).code).toBe(2);
  });

  it("takes folders and globs", async () => {
    const set = dialogueFolder();
    set.write("a.yaml", HOLDS);
    set.write("b.yaml", HOLDS);
    expect((await run([set.path])).stdout).toContain("2 dialogues");
    expect((await run([join(set.path, "*.yaml")])).stdout).toContain("2 dialogues");
    expect((await run([join(set.path, "[ab].yaml"), "--grep", "/nineties$/"])).stdout).toContain(
      "2 dialogues",
    );
    set.remove();
  });

  it("stops after the first that fails on request", async () => {
    const { code, stdout } = await run([file(`${FALLS_SHORT}---\n${HOLDS}`), "--bail"]);
    expect(code).toBe(1);
    expect(stdout).not.toContain("Crime of the nineties");
    expect(stdout).toContain("2 dialogues, 1 turn: 0 hold, 1 does not, 1 not run.");
  });

  it("speaks TAP, also of what it did not run any more", async () => {
    const text = file(`${HOLDS}---\n${FALLS_SHORT}---\n${HOLDS}`);
    const { code, stdout } = await run([text, "--tap", "--bail"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^TAP version 14\n1\.\.3\nok 1 - Crime of the nineties\nnot ok 2 - Too much to ask\n {2}---\n(?: {2}.*\n)+ {2}\.\.\.\nBail out! .*\n$/,
    );
  });

  it("writes JUnit XML beside whatever else it prints, into a folder that it makes", async () => {
    const junit = join(folder.path, "reports", "deep", "dialogues.xml");
    const { code, stdout } = await run([file(`${HOLDS}---\n${FALLS_SHORT}`), "--junit", junit, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ passed: 1, failed: 1 });
    expect(parseXml(readFileSync(junit, "utf8")).attributes).toMatchObject({
      tests: "2",
      failures: "1",
      errors: "0",
    });
    mkdirSync(join(folder.path, "taken"));
    const taken = await run([file(HOLDS), "--junit", join(folder.path, "taken")]);
    expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining("cannot be written") });
  });

  it("gives one object for programs", async () => {
    const text = file(`${HOLDS}---\n${FALLS_SHORT}`);
    const { stdout } = await run([text, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      passed: 1,
      failed: 1,
      left: 0,
      recorded: [],
      dialogues: [
        {
          title: "Crime of the nineties",
          file: text,
          line: 1,
          passed: true,
          turns: 1,
          expectations: 1,
          failures: [],
        },
        {
          title: "Too much to ask",
          line: 6,
          passed: false,
          failures: [
            {
              turn: 1,
              said: "90s crime",
              failures: [{ expected: "count: 99", came: expect.stringMatching(/^\d+$/), at: `${text}:10` }],
              constraints: ["genre=Crime", "year=1990..1999"],
            },
          ],
        },
      ],
    });
  });

  it("lets nothing out that a terminal would obey", async () => {
    const title = '"Red \\e[31m and \\u202e turned"';
    const text = `title: ${title}\nturns:\n  - say: "crime \\e]0;owned\\a"\n    expect: { reply: "\\e[2J" }\n`;
    for (const flags of [[], ["--tap"], ["--json"]]) {
      const { stdout } = await run([file(text), ...flags]);
      expect(stdout).toMatch(/Red .*and .*turned/);
      expect(["\u001b", "\u0007", "\u202e"].filter((obeyed) => stdout.includes(obeyed))).toEqual([]);
    }
  });

  it("records what was seen where nothing is expected, says where, and still fails for what falls short", async () => {
    const text = `${FALLS_SHORT}  - say: older # and this\n`;
    const path = file(text, "recorded.yaml");
    const { code, stderr } = await run([path, "--update"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^recorded in \S*recorded\.yaml: 1 turn \(2\) of “Too much to ask”\ncicerone: 1 dialogue of 1 failed\.\n$/,
    );
    const after = folder.read("recorded.yaml");
    expect(after.startsWith(`${text}    expect:\n      count: `)).toBe(true);
    expect(after).toContain("      count: 99\n");
    const again = await run([path, "--json"]);
    expect(JSON.parse(again.stdout).dialogues[0].failures.map(({ turn }: { turn: number }) => turn)).toEqual([
      1,
    ]);
    await run([path, "--update"]);
    expect(folder.read("recorded.yaml")).toBe(after);
  });

  it("ends with 130 where it is interrupted, says nothing of it, and leaves nothing behind", async () => {
    const scratch = join(folder.path, "scratch");
    mkdirSync(scratch);
    const before = process.env.TMPDIR;
    process.env.TMPDIR = scratch;
    const stop = new AbortController();
    const stopping = run([file(`${HOLDS}---\n${HOLDS}`)], stop.signal);
    const watch = setInterval(() => {
      if (readdirSync(scratch).length > 0) stop.abort();
    }, 1);
    const { code, stderr } = await stopping;
    clearInterval(watch);
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    expect({ code, stderr }).toEqual({ code: 130, stderr: "" });
    expect(readdirSync(scratch)).toEqual([]);
  });
});
