import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ended, ending } from "../../support/built-program.ts";
import { type FileServer, file, type Reply, serve } from "../../support/file-server.ts";
import { zipOf } from "../../support/zip-writer.ts";

const ENTRY = resolve(import.meta.dirname, "../../../src/cli/entry.ts");
const PATH = "/files.grouplens.org/datasets/movielens/ml-latest-small.zip";

/** Two tastes and forty films: enough for every model to be fitted. */
function latestSmall(): Buffer {
  const films = Array.from({ length: 40 }, (_, film) => film + 1);
  const movies = films.map(
    (film) => `${film},"Film ${film}, The (${1950 + film})",${film % 2 ? "Drama" : "Comedy"}|Crime`,
  );
  const ratings = Array.from({ length: 60 }, (_, user) =>
    films
      .filter((film) => film % 2 === user % 2 && (film * 7 + user) % 3 > 0)
      .map((film) => `${user + 1},${film},${3 + ((film + user) % 5) / 2},${964_982_703 + film * 100 + user}`),
  ).flat();
  const links = films.map((film) => `${film},0${100_000 + film},${film}`);
  return zipOf([
    { name: "ml-latest-small/README.txt", text: "read me" },
    { name: "ml-latest-small/movies.csv", text: `movieId,title,genres\n${movies.join("\n")}\n` },
    { name: "ml-latest-small/ratings.csv", text: `userId,movieId,rating,timestamp\n${ratings.join("\n")}\n` },
    {
      name: "ml-latest-small/tags.csv",
      text: "userId,movieId,tag,timestamp\n1,1,slow burn,0\n2,3,slow burn,0\n",
    },
    { name: "ml-latest-small/links.csv", text: `movieId,imdbId,tmdbId\n${links.join("\n")}\n` },
  ]);
}

const ZIP = latestSmall();
const sum: Reply = (_request, response) =>
  void response.end(`${createHash("md5").update(ZIP).digest("hex")}  ml-latest-small.zip\n`);

let home: string;
let server: FileServer;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "cicerone-add-"));
});
afterEach(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

function start(...argv: readonly string[]) {
  return spawn(process.execPath, [ENTRY, "data", ...argv], {
    env: { PATH: process.env.PATH, CICERONE_HOME: home, CICERONE_MIRROR: server.base },
  });
}

async function run(...argv: readonly string[]): Promise<Ended> {
  const child = start(...argv);
  child.stdin.end();
  return ending(child);
}

const below = (folder: string): string[] =>
  readdirSync(join(home, folder)).filter((name) => !name.startsWith("."));

describe("cicerone data add", () => {
  it("shows the licence, and fetches nothing before it is accepted", async () => {
    server = await serve({ [PATH]: [file(ZIP)], [`${PATH}.md5`]: [sum] });
    const { code, stdout, stderr } = await run("add", "ml-latest-small");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("GroupLens lets you use MovieLens for research.");
    expect(stderr).toContain("https://files.grouplens.org/datasets/movielens/ml-latest-small-README.html");
    for (const line of stderr.split("\n").filter((one) => !one.includes("https:")))
      expect(line.length).toBeLessThanOrEqual(80);
    expect(stderr).toContain("cicerone data add ml-latest-small --accept-licence");
    expect(server.asked).toEqual([]);
  });

  it("fetches, checks, unpacks, imports and fits; afterwards the dataset is there and one can ask it", async () => {
    server = await serve({ [PATH]: [file(ZIP)], [`${PATH}.md5`]: [sum] });
    const { code, stdout, stderr } = await run("add", "ml-latest-small", "--accept-licence");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining("To talk about it: cicerone --data ml-latest-small"),
    });
    expect(stdout).toContain("items: 40 of 40 rows");
    expect(stdout).toContain("fitted: ");
    for (const stage of ["fetching", "checking", "unpacking"])
      expect(stderr).toContain(`${stage} ml-latest-small.zip`);
    expect(below("downloads/ml-latest-small")).toEqual(["ml-latest-small.zip", "record.json"]);
    expect((await run("list", "small")).stdout).toMatch(/Imported\n.*\n {2}ml-latest-small +40 +60 /);

    await server.close();
    const again = await run("add", "ml-latest-small", "--no-keep", "--json");
    expect(JSON.parse(again.stdout)).toMatchObject({
      fetched: [{ name: "ml-latest-small.zip", bytes: ZIP.length, published: true }],
      imported: { name: "ml-latest-small", users: 60 },
    });
    expect(below("downloads/ml-latest-small")).toEqual(["record.json"]);
  }, 60_000);

  it("goes on after the process was killed in the middle", async () => {
    server = await serve({ [PATH]: [file(ZIP, { stallAfter: 3_000 }), file(ZIP)], [`${PATH}.md5`]: [sum] });
    const child = start("add", "ml-latest-small", "--accept-licence", "--download-only");
    const part = join(home, "downloads/ml-latest-small/ml-latest-small.zip.part");
    const come = (): number => statSync(part, { throwIfNoEntry: false })?.size ?? 0;
    for (let round = 0; round < 400 && come() < 3_000; round++) await sleep(50);
    child.kill("SIGKILL");
    await ending(child);

    const { code, stdout, stderr } = await run("add", "ml-latest-small", "--download-only");
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toContain(`ml-latest-small.zip: ${ZIP.length.toLocaleString("en")} bytes, sha256 `);
    expect(server.asked.map(({ range }) => range).at(-1)).toBe("bytes=3000-");
    expect(below("downloads/ml-latest-small/unpacked").sort()).toEqual([
      "links.csv",
      "movies.csv",
      "ratings.csv",
      "tags.csv",
    ]);
    expect(existsSync(join(home, "datasets"))).toBe(false);
  }, 60_000);

  it("says in a line that the publisher cannot be reached, and what works offline", async () => {
    server = await serve({});
    await server.close();
    const { code, stderr } = await run("add", "ml-100k", "--accept-licence");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /cicerone: 127\.0\.0\.1:\d+ cannot be reached: it refuses the connection\.\n {2}.*the demo/,
    );
    expect(stderr).toContain("https://files.grouplens.org/datasets/movielens/ml-100k.zip");
  });

  it("knows the nearest name, and what is fetched from nowhere", async () => {
    server = await serve({});
    expect(await run("add", "ml-23m")).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/Did you mean ml-\d\dm\?/),
    });
    expect(await run("add", "amazon-beauty")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("cicerone data import amazon-beauty --from DIR"),
    });
  });
});
