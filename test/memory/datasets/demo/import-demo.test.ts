import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Film } from "../../../../memory/datasets/demo/film.ts";
import { importSimulated, type SimulateViewers } from "../../../../memory/datasets/demo/import-demo.ts";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";

const film = (title: string, year: number, rest: Partial<Film>): Film => ({
  id: `${title.toLowerCase()}-${year}`,
  title,
  year,
  runtime: 120,
  genres: ["Drama"],
  directors: ["Somebody"],
  writers: ["A Writer"],
  cast: ["Anybody"],
  countries: ["Japan"],
  languages: ["Japanese"],
  certificate: "PG",
  keywords: ["friendship"],
  fame: 3,
  synopsis: "Things happen.",
  ...rest,
});

const FILMS: Film[] = [
  film("Heat", 1995, { genres: ["Crime"], runtime: 170, synopsis: "A thief, a detective." }),
  film("Alien", 1979, { genres: ["Horror", "Sci-Fi"], series: "Alien" }),
  film("Ran", 1985, { "original-title": "乱", countries: ["Japan", "France"] }),
];

const everybodyLovesThemAll: SimulateViewers = (films, { seed }) =>
  films.map((film, index) => ({ user: `viewer ${seed % 10}`, item: film.id, value: 5, at: index + 1 }));

describe("the demo", () => {
  let home: string;
  let url: URL;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "cicerone-demo-"));
    const file = join(home, "films.jsonl");
    writeFileSync(file, `${FILMS.map((film) => JSON.stringify(film)).join("\n")}\n`);
    url = pathToFileURL(file);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it("is made of films from a file and viewers from a seed, and says that they are simulated", async () => {
    const report = await importSimulated({ home, clock: () => 0 }, url, everybodyLovesThemAll);
    expect(report).toMatchObject({
      name: "demo",
      items: { kept: 3, rejected: [] },
      interactions: { kept: 3, rejected: [] },
      emptyFacets: [],
    });
    const { catalogue, manifest } = openDataset(home, "demo");
    expect([catalogue.simulated, manifest.simulated, manifest.positiveFrom]).toEqual([true, true, 4]);
    expect(manifest.seed).toBeGreaterThan(0);
    expect(manifest.sources).toMatchObject([{ file: "films.jsonl" }]);
    expect(catalogue.item(2)).toMatchObject({
      id: "ran-1985",
      title: "Ran",
      facets: { country: ["Japan", "France"], runtime: 120, "also-known-as": "乱" },
    });
    expect(catalogue.text(0)).toBe("A thief, a detective.");
    expect(catalogue.value(1, "series")).toBe("Alien");
    expect([catalogue.value(0, "writer"), catalogue.value(0, "certificate")]).toEqual([["A Writer"], "PG"]);
    const shown = catalogue.facets.filter((facet) => facet.shown).map((facet) => facet.name);
    expect(shown).not.toContain("writer");
    expect(shown).not.toContain("certificate");
    catalogue.close();
  });

  it("declares synonyms only of values that its films have", async () => {
    await importSimulated({ home, clock: () => 0 }, url, everybodyLovesThemAll);
    const { catalogue } = openDataset(home, "demo");
    expect(Object.keys(catalogue.facet("genre")?.synonyms ?? {}).sort()).toEqual([
      "Crime",
      "Drama",
      "Horror",
      "Sci-Fi",
    ]);
    expect(Object.keys(catalogue.facet("country")?.synonyms ?? {})).toEqual(["France", "Japan"]);
    catalogue.close();
  });
});
