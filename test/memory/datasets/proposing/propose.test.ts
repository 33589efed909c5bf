import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseDescriptor } from "../../../../memory/datasets/descriptor.ts";
import type { ImportReport } from "../../../../memory/datasets/importing/import-report.ts";
import { importDataset } from "../../../../memory/datasets/importing/importer.ts";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { proposeDescriptor } from "../../../../memory/datasets/proposing/propose.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { FacetValue } from "../../../../memory/items/item.ts";
import { openDuckDB } from "../../../../memory/store/duckdb.ts";
import { createRecommender } from "../../../../src/recommender.ts";

let root: string;
let from: string;
let home: string;
const clock = (): number => Date.UTC(2026, 0, 2);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cicerone-propose-"));
  from = join(root, "tables");
  home = join(root, "home");
  mkdirSync(from);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Record<string, string | Buffer>): string[] {
  return Object.entries(files).map(([name, content]) => {
    writeFileSync(join(from, name), content);
    return join(from, name);
  });
}

interface Done {
  readonly yaml: string;
  readonly report: ImportReport;
  /** What the catalogue answers of the item with this title. */
  readonly item: (title: string) => Readonly<Record<string, FacetValue>>;
  readonly catalogue: Catalogue;
}

const open: { close(): void }[] = [];
afterEach(() => {
  for (const catalogue of open.splice(0)) catalogue.close();
});

async function proposeAndImport(files: readonly string[]): Promise<Done> {
  const { yaml, folder } = await proposeDescriptor({ files });
  const descriptor = parseDescriptor(yaml, "proposed.yaml");
  const report = await importDataset({ descriptor, from: folder, home, clock });
  const { catalogue } = openDataset(home, descriptor.name);
  open.push(catalogue);
  const item = (title: string): Readonly<Record<string, FacetValue>> => {
    const index = Array.from({ length: catalogue.size }, (_, at) => at).find(
      (at) => catalogue.title(at) === title,
    );
    if (index === undefined) throw new Error(`${title} is not in the catalogue:\n${yaml}`);
    return catalogue.item(index).facets;
  };
  return { yaml, report, item, catalogue };
}

/** What the recommender says to a sentence: the whole way, models and all. */
async function titlesFor(name: string, sentence: string): Promise<string[]> {
  const recommender = await createRecommender({ data: name, home, clock });
  try {
    const turn = await recommender.session({ user: "ada" }).ask(sentence);
    return turn.items.map((item) => item.title);
  } finally {
    recommender.close();
  }
}

const FILMS = `movie_id,imdb_id,title,release_year,runtime_min,genres,directors,cast,overview,poster
1,tt0113277,Heat,1995,170,Crime|Drama,Michael Mann,"Al Pacino, Robert De Niro","A careful thief and a tired detective recognise each other across the width of a city, and neither can stop.",https://x/1.jpg
2,tt0078748,Alien,1979,117,Horror|Science Fiction,Ridley Scott,"Sigourney Weaver, Tom Skerritt","A freighter's crew answers a signal in deep space and takes something aboard that was better left asleep.",https://x/2.jpg
3,tt0116282,Fargo,1996,98,Crime|Comedy,Joel Coen|Ethan Coen,"Frances McDormand, William H. Macy","A car dealer's crooked plan goes wrong in the snow, and a pregnant police chief patiently follows it.",https://x/3.jpg
4,tt0083658,Blade Runner,1982,117,Science Fiction|Drama,Ridley Scott,"Harrison Ford, Rutger Hauer","A policeman hunts artificial people who want to live a little longer than the years they were given.",https://x/4.jpg
`;
const VIEWS = `userId,movieId,rating,timestamp
u1,1,4.5,1104537600
u1,2,5,1104537700
u2,1,3.5,1104537800
u2,4,0.5,1104537900
u3,3,4,1104538000
u3,4,2.5,1104538100
`;

describe("a proposed descriptor", () => {
  it("reads films and their ratings, by names, units, lists and foreign keys", async () => {
    const { yaml, report, item, catalogue } = await proposeAndImport(
      write({ "ratings.csv": VIEWS, "movies.csv": FILMS }),
    );
    expect(report).toMatchObject({
      name: "movies",
      items: { kept: 4, rejected: [] },
      interactions: { kept: 6, rejected: [] },
      users: 3,
      unreadable: [],
      emptyFacets: [],
    });
    expect(item("Fargo")).toEqual({
      year: 1996,
      "runtime-min": 98,
      genre: ["Crime", "Comedy"],
      director: ["Joel Coen", "Ethan Coen"],
      cast: ["Frances McDormand", "William H. Macy"],
    });
    expect(catalogue.facet("runtime-min")).toMatchObject({
      unit: "min",
      lower: ["shorter"],
      higher: ["longer"],
    });
    expect(catalogue.noun).toMatchObject({ one: "movie", past: "watched" });
    expect(catalogue.scale).toEqual({ min: 0.5, max: 5 });
    expect(catalogue.text(0)).toContain("careful thief");
    expect(catalogue.identifiers(0)).toEqual({ imdb: "tt0113277" });
    expect(yaml).toContain("positiveFrom: 4");
    expect(yaml).toMatch(/# Columns not used:\n#\s+poster: links/);
    expect(await titlesFor("movies", "a crime film under two hours")).toContain("Fargo");
  });

  it("reads the example's own files as its own descriptor does", async () => {
    cpSync(resolve(import.meta.dirname, "../../../../examples/books"), from, { recursive: true });
    const { report, item, catalogue } = await proposeAndImport([
      join(from, "books.csv"),
      join(from, "ratings.csv"),
    ]);
    expect(report.items).toMatchObject({
      kept: 49,
      rejected: [{ reason: "no title", count: 1, lines: [50], file: "books.csv" }],
    });
    expect(report.interactions).toMatchObject({ read: 578, kept: 578 });
    expect(item("The Dispossessed")).toEqual({
      author: ["Ursula K. Le Guin"],
      year: 1974,
      pages: 387,
      genre: ["Science Fiction", "Philosophical"],
      tags: ["thought-provoking", "politics", "exile", "science"],
      language: "English",
    });
    expect(catalogue.noun).toMatchObject({ one: "book", verb: "read", past: "read" });
    const titles = await titlesFor("books", "a science fiction book under 350 pages");
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(item(title)).toMatchObject({ pages: expect.any(Number) });
  });

  it("reads prices with their currency", async () => {
    const { item, catalogue } = await proposeAndImport(
      write({
        "cosmetics.csv":
          'sku,product_name,brand,price,category,size\nc1,Rose Cream,Alba,"$1,012.99",Skin Care,50 ml\nc2,Night Oil,Alba,$8,Skin Care,30 ml\nc3,Red Lips,Vermeil,$19.50,Makeup,4 ml\n',
      }),
    );
    expect(item("Rose Cream")).toEqual({ brand: "Alba", price: 1012.99, category: "Skin Care", size: 50 });
    expect(catalogue.facet("price")).toMatchObject({ unit: "USD", lower: ["cheaper", "less expensive"] });
    expect(catalogue.facet("size")).toMatchObject({ unit: "ml" });
    expect(catalogue.noun.one).toBe("cosmetic");
    expect(await titlesFor("cosmetics", "something for under $10")).toEqual(["Night Oil"]);
  });

  it("takes one wide log apart into items and interactions", async () => {
    const { report, item, yaml } = await proposeAndImport(
      write({
        "purchases.csv":
          "customer_id,product_id,product_name,brand,paid,bought_at\nann,p1,Kettle,Ora,20,2024-05-01\nbea,p1,Kettle,Ora,18,2024-05-02\nann,p2,Toaster,Ora,35,2024-05-03\ncid,p3,Lamp,Lux,12,2024-05-04\nbea,p3,Lamp,Lux,11,2024-05-05\n",
      }),
    );
    expect(report).toMatchObject({
      items: { kept: 3, rejected: [] },
      interactions: { kept: 5, rejected: [] },
      users: 3,
    });
    expect(item("Lamp")).toEqual({ brand: "Lux" });
    expect(yaml).toContain("paid: differs between rows of one item");
    expect(await titlesFor("purchases", "something from Lux")).toEqual(["Lamp"]);
  });

  it("reads JSON lines with lists and objects in them, packed or not", async () => {
    const rows = [
      {
        id: "r1",
        name: "Dal",
        tags: ["lentils", "quick"],
        chefs: [{ name: "Asha" }],
        nested: { deep: 1 },
        minutes: 30,
      },
      {
        id: "r2",
        name: "Ramen",
        tags: ["noodles"],
        chefs: [{ name: "Ken" }],
        nested: { deep: 2 },
        minutes: 60,
      },
    ];
    const { item, yaml, catalogue } = await proposeAndImport(
      write({ "recipes.jsonl.gz": gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join("")) }),
    );
    expect(item("Dal")).toEqual({ tags: ["lentils", "quick"], chefs: ["Asha"], minutes: 30 });
    expect(yaml).toContain("nested: nested");
    expect(catalogue.noun.past).toBe("cooked");
    expect(await titlesFor("recipes", "something with noodles")).toEqual(["Ramen"]);
  });

  it("reads Parquet, with its types", async () => {
    const duck = await openDuckDB([from]);
    await duck.run(
      `COPY (SELECT * FROM (VALUES (1, 'Go', ['calm', 'two players'], DATE '1990-01-01', 10.0), (2, 'Rush', ['loud'], DATE '2020-06-01', 20.0))
       AS t(id, title, tags, released, price_eur)) TO '${join(from, "games.parquet")}' (FORMAT parquet)`,
    );
    duck.close();
    const { item, catalogue } = await proposeAndImport([join(from, "games.parquet")]);
    expect(item("Go")).toEqual({ tags: ["calm", "two players"], year: 1990, price: 10 });
    expect(catalogue.facet("price")?.unit).toBe("EUR");
    expect(await titlesFor("games", "a calm game")).toEqual(["Go"]);
  });

  it("reads semicolons and commas for points in latin-1", async () => {
    const csv =
      "id;titel;name;preis;genres\n1;x;Les Misérables;3,50 €;Drame, Histoire\n2;y;Fräulein;12,00 €;Drame\n3;z;Ü;7,25 €;Histoire\n";
    const { item, yaml } = await proposeAndImport(
      write({ "buecher.csv": Buffer.from(csv.replaceAll("€", "EUR"), "latin1") }),
    );
    expect(yaml).toContain('separator: ";"');
    expect(yaml).toContain("encoding: latin-1");
    expect(item("Les Misérables")).toMatchObject({ preis: 3.5, genre: ["Drame", "Histoire"] });
  });

  it("parts titles from their years, and leaves out files that are neither items nor interactions", async () => {
    const { yaml, item, report } = await proposeAndImport(
      write({
        "links.csv": "movieId,imdbId\n1,0114709\n2,0112346\n10,0113189\n",
        "movies.csv":
          'movieId,title,genres\n1,Toy Story (1995),Animation|Comedy\n2,"American President, The (1995)",Comedy\n10,GoldenEye (1995),Action\n',
        "ratings.csv":
          "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,2,0.5,964982224\n2,10,5,964982400\n",
        "tags.csv": "userId,movieId,tag,timestamp\n2,1,pixar,1445714994\n",
      }),
    );
    expect(item("The American President")).toEqual({ year: 1995, genre: ["Comedy"] });
    expect(report).toMatchObject({ items: { kept: 3 }, interactions: { kept: 3, rejected: [] } });
    expect(yaml).toMatch(/rows, not used .*\n {2}links:/);
    expect(yaml).toContain("FROM ratings");
  });

  it("reads milliseconds and dates as people write them", async () => {
    for (const [first, second, expected] of [
      ["1577836800000", "1577923200000", "milliseconds"],
      ["31/12/2019", "13/01/2020", "%d/%m/%Y"],
      ["12 31, 2019", "01 13, 2020", "%m %d, %Y"],
    ]) {
      const { yaml, report } = await proposeAndImport(
        write({
          "books.csv": "isbn,title\nb1,Emma\nb2,Dune\n",
          "loans.csv": `reader;book;"date"\nann;b1;${first}\nbea;b2;${second}\n`,
        }),
      );
      expect(yaml).toContain(`date, ${expected?.startsWith("%") ? `dates as ${expected}` : expected}`);
      expect(report.interactions).toMatchObject({ kept: 2, rejected: [] });
    }
  });

  it("gives columns without names a number, and says that they want one", async () => {
    const { item, yaml } = await proposeAndImport(
      write({
        "wines.tsv":
          "1\tChablis Premier Cru\tFrance\t24.5\n2\tBarolo Riserva\tItaly\t48\n3\tRioja Joven\tSpain\t9\n",
      }),
    );
    expect(yaml).toContain("give them names here");
    expect(item("Barolo Riserva")).toEqual({ column2: "Italy", column3: 48 });
  });

  it("keeps what stands in the files inside its comments", async () => {
    const { yaml } = await proposeAndImport(
      write({ "things.csv": 'id,name,"odd\nname: evil"\n1,One,a\n2,Two,a\n3,Three,b\n' }),
    );
    expect(yaml).not.toMatch(/^name: evil/m);
    expect(parseDescriptor(yaml, "x").name).toBe("things");
  });

  it("says what is missing where nothing could be an item", async () => {
    await expect(
      proposeDescriptor({ files: write({ "x.csv": "a,b\n1,1\n1,1\n1,2\n" }) }),
    ).rejects.toMatchObject({
      code: "no-proposal",
      hint: expect.stringContaining("x (a, b)"),
    });
    await expect(proposeDescriptor({ files: [join(from, "nowhere.csv")] })).rejects.toMatchObject({
      code: "missing-file",
    });
  });
});
