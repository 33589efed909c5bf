import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importSimulated, type SimulateViewers } from "../../../memory/datasets/demo-dataset.ts";
import { openDataset } from "../../../memory/datasets/open-dataset.ts";

const FILMS = [
  {
    id: "heat",
    title: "Heat",
    facets: { genre: ["Crime"], year: 1995, runtime: 170 },
    text: "A thief, a detective.",
  },
  { id: "alien", title: "Alien", facets: { genre: ["Horror", "Sci-Fi"], year: 1979, runtime: 117 } },
  { id: "ran", title: "Ran", facets: { genre: ["Drama", "War"], year: 1985, language: ["Japanese"] } },
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
      emptyFacets: ["director", "cast", "country", "keyword"],
    });
    const { catalogue, manifest } = openDataset(home, "demo");
    expect([catalogue.simulated, manifest.simulated, manifest.positiveFrom]).toEqual([true, true, 4]);
    expect(manifest.seed).toBeGreaterThan(0);
    expect(manifest.sources).toMatchObject([{ file: "films.jsonl" }]);
    expect(catalogue.item(2)).toMatchObject({ title: "Ran", facets: { language: ["Japanese"] } });
    catalogue.close();
  });
});
