import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importItems } from "../../../memory/datasets/importing/import-items.ts";
import { runScripted } from "../../support/scripted-terminal.ts";

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "cicerone-list-"));
  const head = { name: "ml-1m", about: "Imported here." };
  const items = [{ id: "1", title: "Heat" }];
  await importItems({ head, items, interactions: [{ user: "a", item: "1" }], home, clock: () => 0 });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const list = (...argv: readonly string[]) => runScripted(["data", "list", "--home", home, ...argv]);

describe("cicerone data list", () => {
  it("shows what is imported, what files are needed for and what can be fetched, each once", async () => {
    const { code, stdout } = await list();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Imported\n {2}name .*\n {2}ml-1m +1 +1 +1 {2}Imported here\.$/m);
    expect(stdout).toMatch(/^ {2}amazon-beauty {2}/m);
    expect(stdout).toMatch(/^ {2}ml-32m +239 MB {2}research; /m);
    expect(stdout.match(/^ {2}ml-1m /gm)).toHaveLength(1);
  });

  it("keeps the categories of Amazon to a line for each release, until one asks", async () => {
    const short = await list();
    expect(short.stdout).toMatch(/^ {2}amazon-2023-… +34 categories/m);
    expect(short.stdout.split("\n").length).toBeLessThan(25);
    const filtered = await list("amazon-2023");
    expect(filtered.stdout.match(/^ {2}amazon-2023-/gm)).toHaveLength(34);
    expect(filtered.stdout).not.toContain("ml-");
    expect((await list("--all")).stdout.match(/^ {2}amazon-20/gm)).toHaveLength(63);
  });

  it("gives programs everything there is", async () => {
    const { imported, available } = JSON.parse((await list("--json")).stdout);
    expect(imported).toMatchObject([{ name: "ml-1m", counts: { items: 1 } }]);
    const small = available.find(({ name }: { name: string }) => name === "ml-latest-small");
    expect(small.download.files[0].url).toBe(
      "https://files.grouplens.org/datasets/movielens/ml-latest-small.zip",
    );
    expect(small.download.licence.url).toContain("https://");
  });

  it("says that nothing is called so", async () => {
    expect(await list("netflix")).toMatchObject({ code: 3, stderr: expect.stringContaining("netflix") });
  });
});
