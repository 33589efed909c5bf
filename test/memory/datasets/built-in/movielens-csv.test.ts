import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importNamed } from "../../../../memory/datasets/importing/import-named.ts";
import type { ImportReport } from "../../../../memory/datasets/importing/import-report.ts";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../../../memory/datasets/read-interactions.ts";
import type { Item } from "../../../../memory/items/item.ts";
import { snapshotPaths } from "../../../../memory/store/snapshot.ts";

/** The files in their true form: quotes round titles with commas, CRLF in none, tags as people typed them. */
const FILES = {
  "movies.csv": `movieId,title,genres
1,Toy Story (1995),Adventure|Animation|Children|Comedy|Fantasy
6,Heat (1995),Action|Crime|Thriller
11,"American President, The (1995)",Comedy|Drama|Romance
29,"City of Lost Children, The (Cité des enfants perdus, La) (1995)",Adventure|Drama|Fantasy|Mystery|Sci-Fi
171749,Death Note: Desu nôto (2006–2007),(no genres listed)
`,
  "ratings.csv": `userId,movieId,rating,timestamp
1,1,4.0,964982703
1,6,4.5,964982224
2,6,0.5,1445714835
2,11,5.0,1445714851
3,99,3.0,1445714851
3,29,5.5,1445714851
`,
  "tags.csv": `userId,movieId,tag,timestamp
1,1,Pixar,1139045764
2,1, pixar ,1139045764
2,6,In Netflix queue,1139045764
1,6,In Netflix queue,1139045764
1,6,heist,1139045764
2,29,heist,1139045764
3,6,"only me, myself",1139045764
2,6,R,1139045764
1,6,R,1139045764
`,
  "links.csv": `movieId,imdbId,tmdbId
1,0114709,862
6,0113277,949
11,0112346,9087
29,0112682,
171749,0877057,419787
`,
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cicerone-movielens-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function imported(
  dataset: string,
  files: Readonly<Record<string, string>> = FILES,
): Promise<{ report: ImportReport; item: (id: string) => Item | undefined }> {
  const from = join(root, "files");
  mkdirSync(from, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(from, name), text);
  const home = join(root, "home");
  const report = await importNamed({ dataset, from, home, clock: () => 0 });
  const { catalogue } = openDataset(home, dataset);
  const items = new Map(
    Array.from({ length: catalogue.size }, (_, index) => [
      String(catalogue.item(index).id),
      { ...catalogue.item(index), identifiers: catalogue.identifiers(index) },
    ]),
  );
  catalogue.close();
  return { report, item: (id) => items.get(id) };
}

describe("MovieLens as it comes since 2015", () => {
  it("gives films their titles, years, genres and other names", async () => {
    const { item } = await imported("ml-latest-small");
    expect(item("11")).toMatchObject({ title: "The American President", facets: { year: 1995 } });
    expect(item("29")).toMatchObject({
      title: "The City of Lost Children",
      facets: { "also-known-as": "La Cité des enfants perdus", genre: expect.arrayContaining(["Mystery"]) },
    });
    expect(item("171749")).toMatchObject({ title: "Death Note: Desu nôto", facets: { year: 2006 } });
    expect(item("171749")?.facets.genre).toBeUndefined();
  });

  it("takes tags that several people use, cleaned, for keywords, and none that are a note to oneself", async () => {
    const { item } = await imported("ml-latest-small");
    expect(item("1")?.facets.keyword).toEqual(["pixar"]);
    expect(item("6")?.facets.keyword).toEqual(["heist"]);
    expect(item("29")?.facets.keyword).toEqual(["heist"]);
  });

  it("asks for more people where there are more", async () => {
    const tags = Array.from({ length: 25 }, (_, user) => `${user},${user < 3 ? 6 : 29},heist,0\n`);
    const two = "1,1,pixar,0\n2,1,pixar,0\n";
    const { item } = await imported("ml-32m", {
      ...FILES,
      "tags.csv": `userId,movieId,tag,timestamp\n${tags.join("")}${two}`,
    });
    expect(item("6")?.facets.keyword).toEqual(["heist"]);
    expect(item("1")?.facets.keyword).toBeUndefined();
  });

  it("knows what IMDb and TMDB call them", async () => {
    const { item } = await imported("ml-latest-small");
    expect(item("1")?.identifiers).toEqual({ imdb: "tt0114709", tmdb: "862" });
    expect(item("29")?.identifiers).toEqual({ imdb: "tt0112682" });
  });

  it("reads half stars and times, and counts what does not fit", async () => {
    const { report } = await imported("ml-latest-small");
    expect(report.interactions).toMatchObject({ read: 6, kept: 4 });
    expect(report.interactions.rejected.map(({ reason }) => reason).sort()).toEqual([
      "unknown item",
      "value outside the scale",
    ]);
    const rows = await readInteractions(snapshotPaths(join(root, "home"), "ml-latest-small"));
    expect(Array.from(rows.values ?? []).sort()).toEqual([0.5, 4, 4.5, 5]);
    expect(Math.min(...rows.at)).toBe(964982224);
  });

  it("does without tags and links", async () => {
    const { "tags.csv": _tags, "links.csv": _links, ...rest } = FILES;
    const { report } = await imported("ml-25m", rest);
    expect(report.items.kept).toBe(5);
    expect(report.missingFiles).toEqual(expect.arrayContaining([expect.stringContaining("tags.csv")]));
  });
});
