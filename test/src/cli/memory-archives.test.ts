import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AgentEvent } from "../../../agents/events.ts";
import type { FullArchive } from "../../../memory/users/full-archive.ts";
import { createRecommender } from "../../../src/recommender.ts";
import { type CliRun, runScripted } from "../../support/scripted-terminal.ts";

let home = "";
let other = "";

/** Films of which "others" knows some under other ids and on a scale to 10. */
const films = {
  name: "films",
  noun: { one: "film", many: "films", verb: "watch", past: "watched" },
  facets: [
    { name: "genre", kind: "tags" as const },
    { name: "year", kind: "year" as const },
    { name: "director", kind: "people" as const },
  ],
  scale: { min: 1, max: 5 },
  items: [
    { id: "heat", title: "Heat", facets: { genre: ["Crime"], year: 1995, director: ["Michael Mann"] } },
    { id: "alien", title: "Alien", facets: { genre: ["Horror"], year: 1979, director: ["Ridley Scott"] } },
    { id: "emma", title: "Emma", facets: { genre: ["Romance"], year: 1996, director: ["Douglas McGrath"] } },
    { id: "seven", title: "Seven", facets: { genre: ["Crime"], year: 1995, director: ["David Fincher"] } },
  ],
};
const others = {
  ...films,
  name: "others",
  scale: { min: 1, max: 10 },
  items: [
    { id: "6", title: "Heat", facets: { genre: ["Crime"], year: 1995, director: ["Michael Mann"] } },
    { id: "1214", title: "Alien", facets: { genre: ["Horror"], year: 1979, director: ["Ridley Scott"] } },
  ],
};

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "cicerone-archives-"));
  other = mkdtempSync(join(tmpdir(), "cicerone-archives-"));
  for (const place of [home, other]) (await createRecommender({ home: place, catalogue: films })).close();
  (await createRecommender({ home: other, catalogue: others })).close();
  const recommender = await createRecommender({ home, data: "films" });
  const session = recommender.session({ user: "ada", thread: "tuesday" });
  const events: AgentEvent[] = [];
  for (const text of ["I love horror films", "I rate Heat a 4", "I have seen Emma"]) {
    for await (const event of session.say(text)) events.push(event);
  }
  expect(events.filter(({ type }) => type === "turn-finished")).toHaveLength(3);
  recommender.close();
}, 60_000);

afterAll(() => {
  for (const place of [home, other]) rmSync(place, { recursive: true, force: true });
});

function run(place: string, ...argv: string[]): Promise<CliRun> {
  return runScripted([...argv, "--home", place], {
    open: (options) => createRecommender({ ...options, home: place }),
  });
}

async function everything(place: string, user: string): Promise<FullArchive> {
  const { code, stdout, stderr } = await run(
    place,
    ...["memory", "export", "--everything", "--user", user, "--data", "films"],
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

function saved(name: string, content: string): string {
  const path = join(other, name);
  writeFileSync(path, content);
  return path;
}

async function history(place: string, user: string, data: string): Promise<unknown[]> {
  const { stdout } = await run(place, "history", "show", "--json", "--user", user, "--data", data);
  return JSON.parse(stdout).events.map((event: { item: string; verdict: string; value?: number }) => [
    event.item,
    event.value ?? event.verdict,
  ]);
}

describe("everything that is known of somebody", () => {
  it("is one document with items by name, and the talks as text", async () => {
    const archive = await everything(home, "ada");
    const [only] = archive.datasets;
    expect(only).toMatchObject({
      dataset: "films",
      noun: "film",
      scale: { min: 1, max: 5 },
      items: { heat: { title: "Heat", year: 1995, people: ["Michael Mann"] } },
      talks: [{ thread: "tuesday" }],
    });
    expect(only?.talks[0]?.said.map(({ user }) => user)).toContain("I rate Heat a 4");
  });

  it("arrives in another house under another name, once", async () => {
    const path = saved("ada.json", JSON.stringify(await everything(home, "ada")));
    const argv = ["memory", "import", path, "--user", "bea"];
    await run(other, ...argv, "--data", "films");
    expect(await history(other, "bea", "films")).toEqual(
      expect.arrayContaining([
        ["heat", 4],
        ["emma", "seen"],
      ]),
    );
    const again = await run(other, ...argv, "--data", "films");
    expect(again.stderr).toContain("Added 0 facts and 0 events about films.");
  });

  it("finds its items in another catalogue, on its scale, and lists for correction what is not there", async () => {
    const path = saved("moved.json", JSON.stringify(await everything(home, "ada")));
    const argv = ["memory", "import", path, "--user", "cleo", "--data", "others"];
    const { stderr } = await run(other, ...argv);
    expect(stderr).toContain("1 row found no item");
    expect(await history(other, "cleo", "others")).toEqual([["6", 8]]);
    const shown = await run(other, "memory", "show", "--user", "cleo", "--data", "others");
    expect(shown.stdout).toContain("you like Horror (genre)");
    const open = join(other, "moved.unmatched.csv");
    writeFileSync(open, readFileSync(open, "utf8").replace("\n,Emma", "\nAlien,Emma"));
    await run(other, "history", "import", open, "--user", "cleo", "--data", "others");
    expect(await history(other, "cleo", "others")).toEqual(
      expect.arrayContaining([
        ["6", 8],
        ["1214", "seen"],
      ]),
    );
    expect((await run(other, ...argv)).stderr).toContain("Added 0 facts and 0 events");
  });
});

describe("a history as a table", () => {
  it("comes back as it was, days and ratings and all", async () => {
    const table = saved(
      "history.csv",
      "title,year,rating,date,status\nHeat,1995,4.5,2021-03-02,\nAlien,1979,,2020-01-01,watched\nSeven,1995,,2022-01-01,to-watch\n",
    );
    await run(other, "history", "import", table, "--user", "dora", "--data", "films");
    const csv = await run(other, "memory", "export", "--csv", "--user", "dora", "--data", "films");
    const path = saved("dora.csv", csv.stdout);
    await run(other, "history", "import", path, "--user", "eve", "--data", "films");
    const events = async (user: string) => {
      const { stdout } = await run(other, "history", "show", "--json", "--user", user, "--data", "films");
      return JSON.parse(stdout).events.map(({ item, verdict, value, provenance }: never) => [
        item,
        verdict,
        value,
        (provenance as { at: number }).at,
      ]);
    };
    expect(await events("eve")).toEqual(await events("dora"));
    expect(await events("eve")).toHaveLength(3);
  });
});
