import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runScripted } from "../../support/scripted-terminal.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cicerone-init-"));
  writeFileSync(join(folder, "books.csv"), "isbn,title,pages\nb1,Emma,474\nb2,Dune,612\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const init = (...argv: string[]) => runScripted(["data", "init", join(folder, "books.csv"), ...argv]);

it("writes a descriptor beside the files, and names the next commands", async () => {
  const { code, stdout, stderr } = await init();
  const path = join(folder, "books.yaml");
  expect([code, stdout]).toEqual([0, `${path}\n`]);
  expect(stderr).toContain(`cicerone data check ${path}`);
  expect(stderr).toContain(`cicerone data import ${path}`);
  expect(readFileSync(path, "utf8")).toContain("name: books");
  expect((await runScripted(["data", "check", path])).code).toBe(0);
  expect(
    (await runScripted(["data", "import", path], { environment: { CICERONE_HOME: join(folder, "home") } }))
      .code,
  ).toBe(0);
});

it("writes over nothing unless told to", async () => {
  writeFileSync(join(folder, "books.yaml"), "mine");
  const refused = await init();
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("--force");
  expect(readFileSync(join(folder, "books.yaml"), "utf8")).toBe("mine");
  expect((await init("--force", "--name", "shelf", "--out", join(folder, "books.yaml"), "--json")).code).toBe(
    0,
  );
  expect(readFileSync(join(folder, "books.yaml"), "utf8")).toContain("name: shelf");
});

it("refuses a name that cannot be one", async () => {
  const { code, stderr } = await init("--name", "../Evil");
  expect(code).toBe(2);
  expect(stderr).toContain("lower-case letters");
});
