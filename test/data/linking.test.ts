import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtInDescriptor } from "../../memory/datasets/built-in.ts";
import { importDataset } from "../../memory/datasets/importing/importer.ts";
import { type OpenDataset, openDataset } from "../../memory/datasets/open-dataset.ts";
import { seededRandom } from "../../memory/random.ts";
import { linkRecords } from "../../tools/linking/linker.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";
import { filmAt, type KnownFilm, SPELLINGS } from "../support/service-spellings.ts";

/** Least recall by service; Netflix gives no year, so of namesakes none is guessed. */
const RECALL: Readonly<Record<string, number>> = {
  Letterboxd: 0.995,
  IMDb: 0.995,
  Trakt: 0.99,
  Netflix: 0.965,
  "by hand": 0.97,
};

describeOnData(
  "linking other services' titles to MovieLens-1M",
  ["ml-1m/movies.dat", "ml-1m-text/movies_extrainfos.dat"],
  () => {
    let home: string;
    let dataset: OpenDataset;
    let foils: readonly KnownFilm[];

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), "cicerone-linking-"));
      const folders = { from: join(REAL_DATA, "ml-1m"), text: join(REAL_DATA, "ml-1m-text") };
      await importDataset({ descriptor: builtInDescriptor("ml-1m"), ...folders, home, clock: () => 0 });
      dataset = openDataset(home, "ml-1m");
      // The catalogue ends in 2000: films made later are not in it, some of them by the name of one that is.
      const films = resolve(import.meta.dirname, "../../memory/datasets/demo/films.jsonl");
      foils = readFileSync(films, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
        .filter(({ year }) => year > 2001)
        .map(({ title, year, directors }) => ({ title, year, directors }));
    });

    afterAll(async () => {
      dataset.catalogue.close();
      await rm(home, { recursive: true, force: true });
    });

    it.each(Object.keys(SPELLINGS))("finds what %s writes, and nothing else", (service) => {
      const { catalogue } = dataset;
      const random = seededRandom(20);
      const spelling = SPELLINGS[service];
      if (spelling === undefined) throw new Error(service);
      const truth = Array.from({ length: catalogue.size }, (_, index) => index);
      const records = [
        ...truth.map((index) => spelling(filmAt(catalogue, index), random)),
        ...foils.map((film) => spelling(film, random)),
      ];
      const start = performance.now();
      const links = linkRecords(catalogue, records);
      const milliseconds = Math.round(performance.now() - start);
      const linked = links.flatMap((link, at) => (link.how === "none" ? [] : [{ at, item: link.item }]));
      const right = linked.filter(({ at, item }) => truth[at] === item).length;
      const wrong = linked.filter(({ at, item }) => truth[at] !== item);
      const precision = right / linked.length;
      const recall = right / truth.length;
      console.log(
        `${service}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${foils.length} foils, ${milliseconds} ms`,
      );
      if (process.env.CICERONE_SHOW !== undefined) {
        for (const { at, item } of wrong)
          console.log("wrong", JSON.stringify(records[at]), catalogue.title(item));
        links.forEach((link, at) => {
          if (link.how === "none" && at < truth.length)
            console.log(
              "lost",
              catalogue.title(at),
              JSON.stringify(records[at]),
              link.why,
              JSON.stringify(link.candidates),
            );
        });
      }
      expect(precision).toBeGreaterThanOrEqual(0.99);
      expect(recall).toBeGreaterThanOrEqual(RECALL[service] ?? 1);
    });
  },
);
