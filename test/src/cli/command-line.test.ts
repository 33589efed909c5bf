import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../../src/cli/exit-codes.ts";
import { scriptedRecommender } from "../../support/scripted-recommender.ts";
import { runScripted } from "../../support/scripted-terminal.ts";

const commands = [
  "chat",
  "ask",
  "recommend",
  "rate",
  "explain",
  "memory",
  "data",
  "train",
  "evaluate",
  "doctor",
];

describe("the command line", () => {
  it("shows every command, the exit codes and the environment, examples first", async () => {
    const { code, stdout, stderr } = await runScripted(["--help"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout.startsWith("Examples:\n")).toBe(true);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, "m"));
    for (const { code: number, meaning } of Object.values(EXIT_CODES)) {
      expect(stdout).toMatch(new RegExp(`^  ${number}\\s+${meaning.slice(0, 12)}`, "m"));
    }
    expect(stdout).toContain("CICERONE_HOME");
  });

  it.each(commands)("gives %s a help page that begins with examples", async (name) => {
    const { code, stdout } = await runScripted([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Examples:\n {2}(echo .*)?.*cicerone/);
  });

  it("prints the version it was given", async () => {
    expect(await runScripted(["--version"])).toMatchObject({ code: 0, stdout: "9.9.9\n" });
  });

  it.each([
    [["recomend"], "recommend"],
    [["ask", "x", "--jsn"], "--json"],
    [["recommend", "--cuont", "3"], "--count"],
    [["--usr", "ada"], "--user"],
    [["data", "lst"], "list"],
    [["train", "linaer"], "linear"],
  ])("answers the mistake in %j with exit code 2 and the nearest valid word", async (argv, meant) => {
    const { code, stdout, stderr } = await runScripted(argv);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(`Did you mean ${meant}?`);
    expect(stderr).not.toContain("    at ");
  });

  it("refuses an unknown command in the same words for a group of commands", async () => {
    expect((await runScripted(["nope"])).stderr).toContain("There is no command “nope”.");
    const { code, stderr } = await runScripted(["data", "nope"]);
    expect(code).toBe(2);
    expect(stderr).toContain("There is no command “data nope”.");
    expect(stderr).toContain("There are list, add, init");
  });

  it.each([
    ["ask"],
    ["recommend", "--count", "none"],
    ["recommend", "--count", "0"],
    ["chat", "extra"],
    ["ask", "hello", "--user", "a\nb"],
  ])("answers %j with exit code 2 and says what is missing or wrong", async (...argv) => {
    const { code, stdout, stderr } = await runScripted(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^cicerone: \S/);
  });

  it("shows what there is where a group of commands is named without one of them", async () => {
    const { code, stdout, stderr } = await runScripted(["evaluate"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("ranking");
    expect(stderr).toContain("Which of these commands?");
  });

  it("takes shared options before or after the command", async () => {
    const seen: unknown[] = [];
    const open = async (options: { home?: string; data?: string }) => {
      seen.push([options.home, options.data]);
      return scriptedRecommender();
    };
    await runScripted(["--home", "/h", "--data=books", "ask", "hi"], { open });
    await runScripted(["ask", "hi", "--home", "/h", "--data", "books"], { open });
    await runScripted(["ask", "hi"], { open });
    expect(seen).toEqual([
      ["/h", "books"],
      ["/h", "books"],
      ["/nowhere", "demo"],
    ]);
  });

  it("tells an error as message and hint, as JSON where asked, with a stack only where asked", async () => {
    const open = async () => {
      const { CiceroneError } = await import("../../../memory/errors.ts");
      throw new CiceroneError("no-snapshot", "Dataset x has not been imported here.", {
        hint: "Run: import",
      });
    };
    const plain = await runScripted(["ask", "hi"], { open });
    expect(plain).toEqual({
      code: 3,
      stdout: "",
      stderr: "cicerone: Dataset x has not been imported here.\n  Run: import\n",
    });
    const json = await runScripted(["ask", "hi", "--json"], { open });
    expect(JSON.parse(json.stderr)).toEqual({
      error: { code: "no-snapshot", message: "Dataset x has not been imported here.", hint: "Run: import" },
    });
    expect((await runScripted(["ask", "hi", "--verbose"], { open })).stderr).toContain("    at ");
  });

  it("does not call a full disk or a forbidden folder a fault of its own", async () => {
    const { mkdirSync } = await import("node:fs");
    const open = async () => {
      mkdirSync("/dev/null/home");
      return scriptedRecommender();
    };
    const { code, stderr } = await runScripted(["ask", "hi"], { open });
    expect(code).toBe(1);
    expect(stderr).toContain("--home DIR");
    expect(stderr).not.toContain("fault");
  });

  it("ends an interrupted command with 130 and no complaint", async () => {
    const stop = new AbortController();
    const recommender = scriptedRecommender(() => ({ until: new Promise(() => undefined) }));
    setTimeout(() => stop.abort(), 20);
    const run = await runScripted(["ask", "hi"], { open: async () => recommender, interrupted: stop.signal });
    expect(run).toEqual({ code: 130, stdout: "", stderr: "" });
    expect(recommender.isClosed()).toBe(true);
  });
});
