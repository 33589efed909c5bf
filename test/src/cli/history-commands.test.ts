import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRecommender } from "../../../src/recommender.ts";
import { type CliRun, runScripted } from "../../support/scripted-terminal.ts";

const EXPORTS = join(import.meta.dirname, "../../fixtures/exports");
let home = "";
let folder = "";
let number = 0;
let user = "";

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "cicerone-history-"));
  (await createRecommender({ home })).close();
  const books = {
    name: "books",
    noun: { one: "book", many: "books", verb: "read", past: "read" },
    facets: [
      { name: "year", kind: "year" as const },
      { name: "author", kind: "people" as const },
    ],
    scale: { min: 1, max: 5 },
    items: [
      { id: "earthsea", title: "A Wizard of Earthsea", year: 1968, author: ["Ursula K. Le Guin"] },
      { id: "dune", title: "Dune", year: 1965, author: ["Frank Herbert"] },
      { id: "emma", title: "Emma", year: 1815, author: ["Jane Austen"] },
    ].map(({ id, title, ...facets }) => ({ id, title, facets })),
  };
  (await createRecommender({ home, catalogue: books })).close();
}, 120_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

beforeEach(() => {
  user = `ada${++number}`;
  folder = join(home, `files-${number}`);
  mkdirSync(folder);
});

function run(...argv: string[]): Promise<CliRun> {
  return runScripted([...argv, "--user", user], {
    open: (options) => createRecommender({ ...options, home }),
  });
}

/** A fixture, copied to where files may be written beside it. */
function exported(name: string): string {
  const path = join(folder, name.replaceAll("/", "-"));
  copyFileSync(join(EXPORTS, name), path);
  return path;
}

function typed(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function shown(...argv: string[]): Promise<string[]> {
  const { stdout } = await run("history", "show", "--json", ...argv);
  const { events } = JSON.parse(stdout) as { events: { item: string; verdict: string; value?: number }[] };
  return events.map(({ item, verdict, value }) => `${item} ${value ?? verdict}`);
}

async function imported(...argv: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await run("history", "import", ...argv, "--json");
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return JSON.parse(stdout);
}

describe("cicerone history import", () => {
  it.each([
    ["imdb-ratings.csv", ["heat-1995 4.5", "amelie-2001 4", "fargo-1996 1.5"]],
    ["imdb-ratings-2016.csv", ["seven-samurai-1954 5", "heat-1995 4.5"]],
    ["imdb-watchlist.csv", ["alien-1979 4", "aliens-1986 wanted"]],
    ["trakt-history.json", ["alien-1979 seen"]],
    ["trakt-ratings.json", ["heat-1995 5"]],
    ["trakt-watchlist.json", ["aliens-1986 wanted"]],
    ["trakt-ratings.csv", ["heat-1995 4"]],
    ["trakt-history.csv", ["alien-1979 seen"]],
    ["netflix-history.csv", ["avengers-endgame-2019 seen", "heat-1995 seen"]],
    ["plain.csv", ["alien-1979 seen", "heat-1995 4.5", "seven-samurai-1954 5"]],
  ])("brings %s into the demo", async (name, events) => {
    await imported(exported(name));
    expect(await shown()).toEqual(events);
  });

  it("brings a whole folder of Letterboxd, each film told once, without what was deleted there", async () => {
    const { code, stdout } = await run(
      "history",
      "import",
      join(EXPORTS, "letterboxd"),
      "--unmatched",
      join(folder, "open.csv"),
    );
    expect(code).toBe(0);
    expect(stdout).toContain("line 7 is broken: rating 7 is outside 0.5 to 5");
    expect(stdout).toContain("profile.csv: no history, passed over");
    expect(stdout).toContain("New: 1 seen, 1 liked, 5 rated, 3 wanted, 1 review.");
    expect(stdout).toMatch(/Your taste so far: .*Crime/);
    expect(stdout).toContain(`cicerone ask "something for tonight" --user ${user}`);
    expect(await shown()).not.toContain("jaws-1975 5");
  });

  it("finds books by their author, whatever the edition, and no films among them", async () => {
    const summary = await imported(exported("goodreads.csv"), "--data", "books");
    expect(summary).toMatchObject({ matched: { title: 2 }, added: { rated: 1, wanted: 1 }, reviews: 1 });
    expect(await imported(exported("storygraph.csv"), "--data", "books")).toMatchObject({
      added: { rated: 1 },
    });
    expect(await imported(exported("letterboxd/ratings.csv"), "--data", "books")).toMatchObject({
      matched: { title: 0 },
      added: {},
    });
  });

  it("adds nothing the second time, and of a newer export what is new", async () => {
    const old = typed("ratings.csv", "Name,Year,Letterboxd URI,Date,Rating\nHeat,1995,x,2020-01-01,4\n");
    expect(await imported(old)).toMatchObject({ import: 1, added: { rated: 1 } });
    const again = await imported(old);
    expect(again).toMatchObject({ added: {} });
    expect(again).not.toHaveProperty("import");
    const newer = typed(
      "newer.csv",
      "Name,Year,Letterboxd URI,Date,Rating\nHeat,1995,x,2021-01-01,5\nAlien,1979,x,2021-01-02,3\n",
    );
    expect(await imported(newer)).toMatchObject({ import: 2, added: { rated: 2 } });
    expect(await shown()).toEqual(["alien-1979 3", "heat-1995 5", "heat-1995 4"]);
  });

  it("keeps nothing on a dry run, and says what it would", async () => {
    const { stdout, stderr } = await run(
      "history",
      "import",
      exported("letterboxd/ratings.csv"),
      "--dry-run",
    );
    expect(stdout).toContain("New: 4 rated.");
    expect(stderr).toContain("Nothing was kept");
    expect(await shown()).toEqual([]);
    expect(existsSync(join(folder, "letterboxd-ratings.unmatched.csv"))).toBe(false);
  });

  it("writes what it did not find for correction, takes the corrections, and keeps the rest open", async () => {
    const path = typed(
      "mine.csv",
      'title,year,rating,review\nHeet,1971,4,"=cmd|calc"\nNo Such Film,2019,2,\nAlien,1979,5,\n',
    );
    expect(await imported(path)).toMatchObject({
      unmatched: 2,
      unmatchedFile: join(folder, "mine.unmatched.csv"),
    });
    const open = join(folder, "mine.unmatched.csv");
    const text = readFileSync(open, "utf8");
    expect(text).toContain("'=cmd|calc");
    writeFileSync(open, text.replace("\n,Heet", "\nHeat (1995),Heet"));
    const corrected = await imported(open);
    expect(corrected).toMatchObject({
      matched: { chosen: 1 },
      unmatched: 1,
      unmatchedFile: open,
      added: { rated: 1 },
    });
    expect(await shown()).toEqual(["heat-1995 4", "alien-1979 5"]);
    expect(readFileSync(open, "utf8")).toContain("No Such Film");
    const { stdout } = await run("memory", "show");
    expect(stdout).toContain("(mine.csv: Heet (1971), 4 of 5)");
  });

  it("never writes over a file that holds something else", async () => {
    const path = typed("mine.csv", "title,year\nNo Such Film,2019\n");
    writeFileSync(join(folder, "mine.unmatched.csv"), "somebody else's");
    expect(await imported(path)).toMatchObject({ unmatchedFile: join(folder, "mine.unmatched-2.csv") });
    const chosen = join(folder, "mine.unmatched.csv");
    const refused = await run("history", "import", path, "--unmatched", chosen);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("Nothing was imported") });
    expect(readFileSync(chosen, "utf8")).toBe("somebody else's");
  });

  it("lets nothing of a file reach the terminal that a terminal would obey", async () => {
    const path = typed("mine.csv", 'title,year\n"\u{1b}]0;owned\u{7}\u{1b}[31mHeat",1995\nAlien,1979\n');
    const { stdout, stderr } = await run("history", "import", path);
    const listed = await run("history", "show");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout + stderr + listed.stdout).not.toMatch(/[\u{0}-\u{9}\u{b}-\u{1f}\u{7f}-\u{9f}]/u);
  });

  it("refuses what is no history with its columns, and a file that is not there", async () => {
    expect(await run("history", "import", typed("x.csv", "colour,size\nred,3\n"))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/colour, size[\s\S]*Letterboxd/),
    });
    expect(await run("history", "import", join(folder, "nowhere.csv"))).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/There is no file or folder .*nowhere\.csv\./),
    });
  });
});

describe("cicerone history undo", () => {
  it("leaves what another import told as well", async () => {
    const first = join(folder, "first.csv");
    const second = join(folder, "second.csv");
    writeFileSync(first, "Title,Year,Rating,Date\nHeat,1995,4,2020-01-01\nFargo,1996,5,2020-01-02\n");
    writeFileSync(second, "Title,Year,Rating,Date\nHeat,1995,4,2020-01-01\nAlien,1979,3,2020-01-03\n");
    await run("history", "import", first);
    expect((await run("history", "import", second)).stdout).toContain("New: 1 rated.");
    await run("history", "undo", "1");
    const shown = (await run("history", "show")).stdout;
    expect(shown).toContain("Heat");
    expect(shown).toContain("Alien");
    expect(shown).not.toContain("Fargo");
    expect((await run("history", "undo")).stdout).toContain("import 2, 2 events");
    expect((await run("history", "show")).stdout).not.toContain("Heat");
  });

  it("leaves that something was seen where its rating is taken back", async () => {
    const rated = join(folder, "rated.csv");
    const seen = join(folder, "seen.csv");
    writeFileSync(rated, "Title,Year,Rating\nHeat,1995,4\n");
    writeFileSync(seen, "Title,Year\nHeat,1995\nAlien,1979\n");
    await run("history", "import", rated);
    await run("history", "import", seen);
    await run("history", "undo", "1");
    expect((await run("history", "show", "--json")).stdout).toMatch(/heat-1995[^}]*"seen"/);
  });

  it("takes back exactly one import, the last or a named one", async () => {
    await imported(exported("trakt-ratings.json"));
    await imported(exported("trakt-history.json"));
    const { stdout } = await run("history", "list");
    expect(stdout).toMatch(/1 .*1 rated +Trakt trakt-ratings.json\n.*2 .*1 seen +Trakt trakt-history.json/);
    expect((await run("history", "undo", "1")).stdout).toContain("Taken back: import 1, 1 event");
    expect(await shown()).toEqual(["alien-1979 seen"]);
    expect((await run("history", "undo")).stdout).toContain("import 2");
    expect(await shown()).toEqual([]);
    expect(await run("history", "undo")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("no import"),
    });
  });

  it("takes back the reviews of an import, also where they were all that was new", async () => {
    const rated =
      "Name,Year,Letterboxd URI,Date,Rating,Rewatch,Review,Tags,Watched Date\nHeat,1995,x,2020-01-01,4,,";
    await imported(typed("reviews.csv", `${rated},,2020-01-01\n`));
    expect(await imported(typed("reviews.csv", `${rated}Loud.,,2020-01-01\n`))).toMatchObject({
      added: {},
      reviews: 1,
      import: 2,
    });
    const notes = async (): Promise<number> =>
      JSON.parse((await run("memory", "export", "--everything", "--home", home)).stdout).datasets[0].notes
        .length;
    expect(await notes()).toBe(1);
    expect((await run("history", "list")).stdout).toContain("1 review");
    expect((await run("history", "undo")).stdout).toContain("Taken back: import 2, 1 review.");
    expect(await notes()).toBe(0);
    expect(await shown()).toEqual(["heat-1995 4"]);
  });

  it("leaves nothing of an import where everything is forgotten", async () => {
    await imported(exported("letterboxd/reviews.csv"));
    await run("memory", "forget", "--all");
    expect(await shown()).toEqual([]);
    expect((await run("history", "list")).stderr).toContain("No imports yet");
  });
});

describe("recommendations after an import", () => {
  it("leave out what was seen, name what is on the watchlist, and lean on what was rated", async () => {
    await run("history", "import", join(EXPORTS, "letterboxd"), "--unmatched", join(folder, "open.csv"));
    const { stdout } = await run("recommend", "--like", "Alien", "--count", "20", "--json");
    const { items } = JSON.parse(stdout) as {
      items: { id: string; reasons: { claim: string; evidence: { kind: string }[] }[] }[];
    };
    const ids = items.map(({ id }) => id);
    expect(ids).toContain("aliens-1986");
    for (const seen of ["heat-1995", "dune-1984", "amelie-2001"]) expect(ids).not.toContain(seen);
    const aliens = items.find(({ id }) => id === "aliens-1986");
    expect(aliens?.reasons[0]?.claim).toBe("Aliens is on your watchlist");
    const explained = await run("explain", "Collateral");
    expect(explained.stdout).toMatch(/Heat/);
  });
});
