import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type GivenInteraction,
  type GivenItem,
  importItems,
} from "../../../../memory/datasets/importing/import-items.ts";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../../../memory/datasets/read-interactions.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "cicerone-items-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const FILMS: GivenItem[] = [
  {
    id: "1",
    title: "Heat",
    facets: { genre: ["Crime", "Drama"], year: 1995 },
    text: "A thief and a detective.",
  },
  { id: "2", title: "Fargo", facets: { genre: ["Crime"], year: 1996 } },
  { id: "3", title: "Alien", facets: { genre: ["Sci-Fi", "Horror"] } },
];
const HEAD = {
  name: "films",
  scale: { min: 1, max: 5 },
  facets: [
    { name: "genre", kind: "tags" as const },
    { name: "year", kind: "year" as const },
  ],
};

function make(interactions: GivenInteraction[] = [], items = FILMS, head: object = {}) {
  return importItems({ head: { ...HEAD, ...head }, items, interactions, home, clock: () => 0 });
}

describe("a snapshot from rows in memory", () => {
  it("is a dataset like any other", async () => {
    const report = await make([
      { user: "ann", item: "1", value: 5, at: 100 },
      { user: "bea", item: "2", value: 4, at: 50 },
    ]);
    expect(report).toMatchObject({
      items: { read: 3, kept: 3 },
      interactions: { read: 2, kept: 2 },
      users: 2,
    });
    const { catalogue, manifest, paths } = openDataset(home, "films");
    expect(catalogue.item(0).facets).toEqual({ genre: ["Crime", "Drama"], year: 1995 });
    expect(catalogue.text(0)).toBe("A thief and a detective.");
    expect(manifest.sources[0]?.file).toBe("in-process");
    const { userIds, items, at } = await readInteractions(paths);
    expect([userIds, [...items], [...at]]).toEqual([
      ["ann", "bea"],
      [0, 1],
      [100, 50],
    ]);
    catalogue.close();
  });

  it("needs no interactions", async () => {
    expect(await make()).toMatchObject({ interactions: { read: 0, kept: 0 }, users: 0 });
    const { catalogue, paths } = openDataset(home, "films");
    expect(catalogue.statistics(0)).toEqual({ count: 0, mean: undefined, popularity: 0 });
    const interactions = await readInteractions(paths);
    expect([interactions.users.length, interactions.userIds]).toEqual([0, []]);
    catalogue.close();
  });

  it("keeps the order in which interactions were given, and numbers users by first appearance", async () => {
    const given = [3, 1, 2, 1].map((item, index) => ({ user: `u${index % 3}`, item: String(item), at: 0 }));
    await make(given);
    const { users, items, userIds, values } = await readInteractions(openDataset(home, "films").paths);
    expect(userIds).toEqual(["u0", "u1", "u2"]);
    expect([...users]).toEqual([0, 1, 2, 0]);
    expect([...items]).toEqual([2, 0, 1, 0]);
    expect(values).toBeUndefined();
  });

  it("tells the one that has no rating from those that have one", async () => {
    await make([
      { user: "a", item: "1", value: 4 },
      { user: "a", item: "2" },
      { user: "b", item: "3", value: 2 },
    ]);
    const { values } = await readInteractions(openDataset(home, "films").paths);
    expect([...(values ?? [])]).toEqual([4, Number.NaN, 2]);
  });

  it("numbers users by the first interaction that is kept", async () => {
    await make([
      { user: "a", item: "1", at: 1 },
      { user: "b", item: "1", at: 2 },
      { user: "a", item: "1", at: 3 },
    ]);
    const { userIds, users, at } = await readInteractions(openDataset(home, "films").paths);
    expect([userIds, [...users], [...at]]).toEqual([
      ["b", "a"],
      [0, 1],
      [2, 3],
    ]);
  });

  it("weighs popularity by age: half for every quarter of the span, average where the time is unknown", async () => {
    await make([
      { user: "a", item: "1", at: 500 },
      { user: "b", item: "2", at: 100 },
      { user: "c", item: "3", at: 0 },
    ]);
    const { catalogue } = openDataset(home, "films");
    const [newest, oldest, unknown] = [0, 1, 2].map((index) => catalogue.statistics(index).popularity);
    expect(newest).toBe(1);
    expect(oldest).toBeCloseTo(0.5 ** 4, 12);
    expect(unknown).toBeCloseTo((1 + 0.5 ** 4) / 2, 12);
    catalogue.close();
  });

  it("does not weigh positions by age", async () => {
    const given = [1, 2].map((at) => ({ user: "a", item: String(at), at }));
    await make(given, FILMS, { time: "position" });
    const { catalogue } = openDataset(home, "films");
    expect([0, 1].map((index) => catalogue.statistics(index).popularity)).toEqual([1, 1]);
    catalogue.close();
  });

  it("counts interactions that fit no item or the scale", async () => {
    const report = await make([
      { user: "a", item: "9" },
      { user: "a", item: "1", value: 11 },
      { user: "a", item: "2", value: Number.NaN },
      { user: "", item: "2" },
    ]);
    expect(report.interactions.kept).toBe(0);
    expect(report.interactions.rejected.map(({ reason }) => reason).sort()).toEqual([
      "no user",
      "unknown item",
      "value is not a number",
      "value outside the scale",
    ]);
  });

  it("keeps one name where two spellings differ only in case or accents", async () => {
    const cast = ["Salma Hayek", "Penélope Cruz", "Penelope Cruz", " salma hayek "];
    const head = { facets: [{ name: "cast", kind: "people" }] };
    await make([], [{ id: "1", title: "Bandidas", facets: { cast } }], head);
    const { catalogue } = openDataset(home, "films");
    expect(catalogue.value(0, "cast")).toEqual(["Salma Hayek", "Penélope Cruz"]);
    catalogue.close();
  });

  it("keeps what other catalogues call an item, in one spelling, and each name for the first item only", async () => {
    const head = { identifiers: ["imdb", "isbn"] };
    const items: GivenItem[] = [
      { id: "1", title: "Heat", identifiers: { imdb: "113277", asin: "not asked for" } },
      { id: "2", title: "Heat, the book", identifiers: { imdb: "tt0113277", isbn: "978-0-06-265331-9" } },
    ];
    const report = await make([], items, head);
    expect(report.unreadable).toEqual([
      {
        reason: "imdb is another item's (the first keeps it)",
        count: 1,
        example: "Heat, the book: tt0113277",
        lines: [2],
      },
    ]);
    const { catalogue } = openDataset(home, "films");
    expect([0, 1].map((index) => catalogue.identifiers(index))).toEqual([
      { imdb: "tt0113277" },
      { isbn: "9780062653319" },
    ]);
    expect([catalogue.identified("imdb", "113277"), catalogue.identified("isbn", "9780062653319")]).toEqual([
      0, 1,
    ]);
    catalogue.close();
  });

  it("tells how far it is while it reads, and can be stopped there, leaving nothing", async () => {
    const items = Array.from({ length: 10_000 }, (_, index) => ({ id: `${index}`, title: `Film ${index}` }));
    const options = { head: HEAD, items, home, clock: () => 0 };
    const fractions: number[] = [];
    await importItems({ ...options, onProgress: ({ fraction }) => fractions.push(fraction) });
    expect(fractions.length).toBeGreaterThan(6);
    expect(fractions).toEqual([...fractions].sort((left, right) => left - right));
    const stop = new AbortController();
    const head = { ...HEAD, name: "stopped" };
    const onProgress = ({ fraction }: { fraction: number }): void => {
      if (fraction > 0.1) stop.abort(new Error("enough"));
    };
    await expect(importItems({ ...options, head, signal: stop.signal, onProgress })).rejects.toThrow(
      "enough",
    );
    expect(readdirSync(join(home, "datasets"))).toEqual(["films"]);
  });

  it("names the item or setting that is malformed", async () => {
    await expect(make([], [{ id: "", title: "Nameless" }])).rejects.toMatchObject({
      code: "bad-dataset",
      message: expect.stringContaining("Item 0"),
    });
    await expect(make([], FILMS, { scale: { min: 5, max: 1 } })).rejects.toMatchObject({
      code: "bad-dataset",
      message: expect.stringContaining("scale"),
    });
    await expect(make([], FILMS, { name: "My Films" })).rejects.toMatchObject({ code: "bad-dataset" });
  });
});
