import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nextFilms } from "../../../../memory/datasets/demo/affinity.ts";
import { filmItem, parseFilms } from "../../../../memory/datasets/demo/film.ts";
import { derivedSeed, exponential } from "../../../../memory/datasets/demo/random.ts";
import { traitsOf } from "../../../../memory/datasets/demo/traits.ts";
import { type SimulatedRating, simulateViewers } from "../../../../memory/datasets/demo/viewers.ts";
import { Item } from "../../../../memory/items/item.ts";
import { normal, seededRandom } from "../../../../memory/random.ts";

const source = new URL("../../../../memory/datasets/demo/films.jsonl", import.meta.url);
const films = parseFilms(readFileSync(source, "utf8"));
const items = films.map(filmItem);
const ratings = simulateViewers(items, { seed: 7, viewers: 400 });

const byUser = new Map<string, SimulatedRating[]>();
for (const rating of ratings) byUser.set(rating.user, [...(byUser.get(rating.user) ?? []), rating]);
const viewers = [...byUser.values()];
const checksum = (rows: readonly SimulatedRating[]): string =>
  createHash("sha256").update(JSON.stringify(rows)).digest("hex");
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

describe("the simulated viewers", () => {
  it("are the same for the same seed and others for another", () => {
    expect(checksum(simulateViewers(items, { seed: 7, viewers: 400 }))).toBe(checksum(ratings));
    expect(checksum(simulateViewers(items, { seed: 8, viewers: 400 }))).not.toBe(checksum(ratings));
  });

  it("are each drawn from a seed of their own, however many there are", () => {
    const few = simulateViewers(items, { seed: 7, viewers: 25 });
    expect(few).toEqual(ratings.slice(0, few.length));
    expect(new Set(few.map(({ user }) => user)).size).toBe(25);
  });

  it("rate 15 to 80 films each, none twice, with stars from 1 to 5 by halves or wholes", () => {
    expect(viewers.length).toBe(400);
    for (const history of viewers) {
      expect(history.length).toBeGreaterThanOrEqual(15);
      expect(history.length).toBeLessThanOrEqual(80);
      expect(new Set(history.map(({ item }) => item)).size).toBe(history.length);
    }
    expect(ratings.filter(({ value }) => value < 1 || value > 5 || !Number.isInteger(value * 2))).toEqual([]);
    const whole = viewers.filter((history) => history.every(({ value }) => Number.isInteger(value)));
    expect(whole.length / viewers.length).toBeGreaterThan(0.2);
    expect(whole.length / viewers.length).toBeLessThan(0.4);
  });

  it("watch in order of time, between 2015 and 2024, and nothing before it is released", () => {
    const years = new Map(films.map((film) => [film.id, film.year]));
    for (const history of viewers) {
      const times = history.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
    expect(Math.min(...ratings.map(({ at }) => at))).toBeGreaterThanOrEqual(Date.UTC(2015, 0, 1) / 1000);
    expect(Math.max(...ratings.map(({ at }) => at))).toBeLessThan(Date.UTC(2025, 0, 1) / 1000);
    const early = ratings.filter(({ item, at }) => at * 1000 < Date.UTC(years.get(item) ?? 0, 6, 1));
    expect(early).toEqual([]);
  });

  it("are as generous as people are, and use the whole scale", () => {
    const values = ratings.map(({ value }) => value);
    expect(mean(values)).toBeGreaterThan(3.4);
    expect(mean(values)).toBeLessThan(3.9);
    const spread = deviation(values);
    expect(spread).toBeGreaterThan(0.75);
    expect(spread).toBeLessThan(1.15);
    for (const value of [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]) expect(values, String(value)).toContain(value);
    const means = viewers.map((history) => mean(history.map(({ value }) => value)));
    expect(Math.max(...means) - Math.min(...means)).toBeGreaterThan(1);
  });

  it("crowd around famous films and leave a long tail", () => {
    const counts = new Map(items.map((item) => [String(item.id), 0]));
    for (const { item } of ratings) counts.set(item, (counts.get(item) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const head = sorted.slice(0, Math.floor(sorted.length / 10)).reduce((sum, count) => sum + count, 0);
    expect(head / ratings.length).toBeGreaterThan(0.25);
    expect(head / ratings.length).toBeLessThan(0.6);
    const famous = films.filter(({ fame }) => fame === 5).map(({ id }) => counts.get(id) ?? 0);
    const unknown = films.filter(({ fame }) => fame === 1).map(({ id }) => counts.get(id) ?? 0);
    expect(mean(famous)).toBeGreaterThan(3 * mean(unknown));
    expect(sorted.filter((count) => count > 0).length).toBeGreaterThan(0.9 * items.length);
  });

  it("go on from the film they saw last more often than chance has it", () => {
    const position = new Map(items.map((item, index) => [String(item.id), index]));
    const next = nextFilms(items.map(traitsOf)).map((links) => new Set(links.films));
    const leads = (from: SimulatedRating | undefined, to: SimulatedRating | undefined): boolean =>
      next[position.get(from?.item ?? "") ?? -1]?.has(position.get(to?.item ?? "") ?? -1) ?? false;
    let followed = 0;
    let distant = 0;
    for (const history of viewers) {
      for (let step = 8; step < history.length; step++) {
        if (leads(history[step - 1], history[step])) followed++;
        if (leads(history[step - 8], history[step])) distant++;
      }
    }
    expect(followed).toBeGreaterThan(2 * distant);
  });

  it("follow their own taste: what two films share says who sees both", () => {
    const sciFi = new Set(films.filter((film) => film.genres.includes("Sci-Fi")).map((film) => film.id));
    const shares = viewers.map(
      (history) => history.filter(({ item }) => sciFi.has(item)).length / history.length,
    );
    const spread = deviation(shares);
    const length = mean(viewers.map((history) => history.length));
    // If everybody chose alike, shares would differ by sampling alone: √(p (1 − p) / n).
    expect(spread).toBeGreaterThan(1.7 * Math.sqrt((mean(shares) * (1 - mean(shares))) / length));
  });

  it("come back to the same directors and leading players more often than two viewers share them", () => {
    const people = (role: (film: (typeof films)[number]) => readonly string[]): number => {
      const of = new Map(films.map((film) => [film.id, role(film)]));
      const shared = (one: SimulatedRating | undefined, other: SimulatedRating | undefined): boolean => {
        if (one?.item === other?.item) return false;
        const names = of.get(one?.item ?? "") ?? [];
        return names.some((name) => of.get(other?.item ?? "")?.includes(name) ?? false);
      };
      let alone = 0;
      let across = 0;
      viewers.forEach((history, index) => {
        const stranger = viewers[(index + 1) % viewers.length] ?? [];
        const length = Math.min(history.length, stranger.length);
        // Eight steps apart, what follows the last film seen plays no part.
        for (let step = 0; step < length; step++) {
          for (let later = step + 8; later < length; later++) {
            if (shared(history[step], history[later])) alone++;
            if (shared(history[step], stranger[later])) across++;
          }
        }
      });
      return alone / across;
    };
    expect(people((film) => film.directors)).toBeGreaterThan(1.1);
    expect(people((film) => film.cast.slice(0, 3))).toBeGreaterThan(1.1);
  });

  it("refuse items that are no films", () => {
    const book = Item.parse({ id: "emma", title: "Emma", facets: { author: ["Jane Austen"] } });
    expect(() => simulateViewers([book], { seed: 1 })).toThrow(
      expect.objectContaining({ code: "invalid-film" }),
    );
  });
});

describe("links between films", () => {
  it("lead from a part of a series to the next part first", () => {
    const next = nextFilms(items.map(traitsOf));
    const index = (id: string): number => films.findIndex((film) => film.id === id);
    expect(next[index("alien-1979")]?.films[0]).toBe(index("aliens-1986"));
    expect(next[index("the-godfather-1972")]?.films[0]).toBe(index("the-godfather-part-ii-1974"));
    const strengths = [...(next[index("heat-1995")]?.strengths ?? [])];
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(next.every((links, film) => !links.films.includes(film))).toBe(true);
  });
});

describe("seeded randomness", () => {
  it("has the published first numbers of mulberry32, whatever the machine", () => {
    const random = seededRandom(0);
    const first = Array.from({ length: 3 }, () => Math.floor(random() * 4294967296));
    expect(first).toEqual([1144304738, 1416247, 958946056]);
  });

  it("has the moments that the distributions promise", () => {
    const random = seededRandom(42);
    const normals = Array.from({ length: 20_000 }, () => normal(random));
    expect(mean(normals)).toBeCloseTo(0, 1);
    expect(mean(normals.map((draw) => draw * draw))).toBeCloseTo(1, 1);
    const waits = Array.from({ length: 20_000 }, () => exponential(random, 3));
    expect(Math.abs(mean(waits) - 3)).toBeLessThan(0.15);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
  });

  it("gives each name a seed of its own", () => {
    expect(derivedSeed(1, "viewer-0001")).toBe(derivedSeed(1, "viewer-0001"));
    expect(derivedSeed(1, "viewer-0001")).not.toBe(derivedSeed(1, "viewer-0002"));
    expect(derivedSeed(2, "viewer-0001")).not.toBe(derivedSeed(1, "viewer-0001"));
  });
});
