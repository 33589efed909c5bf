import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AgentEvent } from "../../agents/events.ts";
import {
  buildProgram,
  drawing,
  ending,
  hasScript,
  run,
  runInto,
  start,
  startOnTerminal,
} from "../support/built-program.ts";

let home = "";

beforeAll(async () => {
  buildProgram();
  home = mkdtempSync(join(tmpdir(), "cicerone-e2e-"));
  const imported = await run(home, ["data", "import", "demo"]);
  expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining("demo: imported") });
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

const eventsOf = (stdout: string): AgentEvent[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => AgentEvent.parse(JSON.parse(line)));

describe("the built program", () => {
  it("answers one question on stdout", async () => {
    const { code, stdout } = await run(home, ["ask", "90s", "sci-fi"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1\. .+ \(199\d\)$/m);
  });

  it("talks in events, keeps a thread between runs, and ends with the input", async () => {
    const argv = ["chat", "--json", "--user", "ada", "--thread", "t"];
    const first = await run(home, argv, 'top 3 dramas\n{"text":\n{"text":"more"}\n');
    expect(first).toMatchObject({ code: 0, stderr: "" });
    const events = eventsOf(first.stdout);
    const answers = events.filter((event) => event.type === "turn-finished");
    expect(answers.map((answer) => answer.items.length)).toEqual([3, 3]);
    expect(events.filter((event) => event.type === "turn-failed")).toMatchObject([
      { code: "input-malformed" },
    ]);
    const second = eventsOf((await run(home, argv, "more\n")).stdout);
    const shown = new Set(answers.flatMap((answer) => answer.items.map((item) => item.id)));
    const more = second.find((event) => event.type === "turn-finished");
    expect(more).toMatchObject({ turn: 3, items: { length: 3 } });
    expect(more?.type === "turn-finished" && more.items.filter((item) => shown.has(item.id))).toEqual([]);
  });

  it("talks in plain lines and remembers across processes", async () => {
    const talk = await run(
      home,
      ["chat", "--plain", "--user", "bea"],
      "I don't like horror\nshow me three films\n",
    );
    expect(talk.code).toBe(0);
    expect(talk.stdout).toMatch(/^3\. /m);
    const memory = await run(home, ["memory", "show", "--user", "bea"]);
    expect(memory.stdout).toContain("not for you: Horror");
    const archive = await run(home, ["memory", "export", "--user", "bea"]);
    await run(home, ["memory", "import", "-", "--user", "cyd"], archive.stdout);
    expect((await run(home, ["memory", "show", "--user", "cyd"])).stdout).toBe(memory.stdout);
    await run(home, ["memory", "forget", "--user", "bea", "--all"]);
    expect((await run(home, ["memory", "show", "--user", "bea"])).stdout).toBe(
      "I remember nothing of “bea” yet.\n",
    );
  });

  it("recommends, rates and explains without a conversation", async () => {
    const argv = ["recommend", "--where", "genre=Drama", "--where", "year<1990", "--count", "4", "--json"];
    const list = JSON.parse((await run(home, argv)).stdout);
    expect(list.items).toHaveLength(4);
    for (const item of list.items) {
      expect(item.facets.genre).toContain("Drama");
      expect(item.facets.year).toBeLessThan(1990);
    }
    const [first] = list.items;
    const rating = JSON.parse((await run(home, ["rate", first.id, "--json"])).stdout);
    expect(rating).toMatchObject({ item: first.id, title: first.title });
    expect((await run(home, ["explain", first.title])).stdout).toMatch(/^1\. /);
  });

  it.each([
    [2, ["ask", "x", "--jsno"], "--json"],
    [2, ["recomend"], "recommend"],
    [2, ["recommend", "--where", "gnre=Drama"], "genre"],
    [2, ["evaluate", "ranking", "--systems", "liner"], "linear"],
    [3, ["ask", "x", "--data", "dmo"], "demo"],
    [3, ["rate", "No Such Film At All"], "called"],
  ])("ends with %i for %j and says what would have been right", async (expected, argv, named) => {
    const { code, stdout, stderr } = await run(home, argv);
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
    expect(stderr).toContain(named);
    expect(stderr).not.toContain("    at ");
  });

  it("ends quietly when the reader of its output has had enough", async () => {
    const child = start(home, ["chat", "--json"]);
    const end = ending(child);
    child.stdout.destroy();
    child.stdin.write("top 3 dramas\nmore\nmore\n");
    child.stdin.end();
    expect(await end).toMatchObject({ code: 0, stderr: "" });
  });

  it.runIf(existsSync("/dev/full"))("says so where what it prints cannot be written", () => {
    const { code, stderr } = runInto("/dev/full", home, ["recommend"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^cicerone: ENOSPC/m);
    expect(stderr).not.toContain("    at ");
  });

  it("ends with 130 when interrupted", async () => {
    const child = start(home, ["chat", "--json"]);
    const end = ending(child);
    child.stdin.write("top 3 dramas\n");
    child.stdout.once("data", () => child.kill("SIGINT"));
    expect(await end).toMatchObject({ code: 130, stderr: "" });
  });

  it.runIf(hasScript())("draws, answers and asks twice before it leaves, on a terminal", async () => {
    const child = startOnTerminal(home, ["--user", "dee"]);
    const end = ending(child);
    const drawn = drawing(child);
    await drawn("you can type already");
    child.stdin.write("top 2 dramas\r");
    await drawn("For example:");
    await drawn("  2 ");
    child.stdin.write("/plan\r");
    await drawn("Answered by the grammar");
    child.stdin.write("\t");
    await drawn("a key from below");
    child.stdin.write("s");
    await drawn("› I have seen number 1");
    child.stdin.write("\u0003");
    await drawn("Ctrl-C again to quit");
    child.stdin.write("\u0003");
    const { code, stdout } = await end;
    expect(code).toBe(0);
    // The cursor is shown again, and bracketed paste is off.
    expect(stdout.lastIndexOf("\u001b[?25h")).toBeGreaterThan(stdout.lastIndexOf("\u001b[?25l"));
    expect(stdout.lastIndexOf("\u001b[?2004l")).toBeGreaterThan(stdout.lastIndexOf("\u001b[?2004h"));
  });

  it("lists and describes what is imported", async () => {
    const list = JSON.parse((await run(home, ["data", "list", "--json"])).stdout);
    expect(list.imported).toMatchObject([{ name: "demo", simulated: true }]);
    expect(list.available.map((dataset: { name: string }) => dataset.name)).toContain("ml-1m");
    expect((await run(home, ["data", "info", "demo"])).stdout).toMatch(/^demo: .+\n[\d,]+ films/);
  });

  it("is healthy where its tests run", async () => {
    const { code, stdout } = await run(home, ["doctor", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ healthy: true, checks: expect.arrayContaining([]) });
  });

  it("moves to another dataset within a talk, and writes all of it down", async () => {
    const books = resolve(import.meta.dirname, "../../examples/books/books.yaml");
    expect(await run(home, ["data", "import", books])).toMatchObject({ code: 0 });
    const file = join(home, "talk.md");
    const said = ["top 2 dramas", "/data BOOKS", "a short fantasy", "/data bok", `/export ${file}`].join(
      "\n",
    );
    const { code, stdout } = await run(home, ["chat", "--plain", "--user", "eve"], said);
    expect(code).toBe(0);
    expect(stdout).toContain("From here on about books; /data demo leads back.");
    expect(stdout).toContain("Did you mean books?");
    expect(stdout).toContain(`2 turns written to ${file}`);
    expect(readFileSync(file, "utf8")).toMatch(
      /^# A talk about demo, books\n.*## eve about demo\n.*> top 2 dramas\n.*## eve about books\n.*> a short fantasy\n/s,
    );
  });
});
