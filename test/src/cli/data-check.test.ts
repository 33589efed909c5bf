import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CliRun, runScripted } from "../../support/scripted-terminal.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cicerone-check-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const check = (...argv: string[]): Promise<CliRun> => runScripted(["data", "check", ...argv]);

describe("data check", () => {
  it("checks files of a built-in dataset where they lie", async () => {
    writeFileSync(
      join(folder, "movies.dat"),
      "1::Toy Story (1995)::Animation|Comedy\n2::Heat (1995)::Crime\n",
    );
    writeFileSync(join(folder, "ratings.dat"), "1::1::5::978300760\n1::2::9::978302109\n");
    const { code, stdout } = await check("ml-1m", "--from", folder);
    expect(code).toBe(0);
    expect(stdout).toContain("ml-1m: 2 of 2 items, 1 of 2 interactions, 1 users");
    expect(stdout).toContain("value outside the scale");
  });

  it("asks for their folder, and says that the demo has none", async () => {
    expect(await check("ml-1m")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("cicerone data check ml-1m --from DIR"),
    });
    expect(await check("demo")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no files to check"),
    });
  });
});
