import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInDescriptor } from "../../memory/datasets/built-in.ts";
import { importDataset } from "../../memory/datasets/importing/importer.ts";
import { openDataset } from "../../memory/datasets/open-dataset.ts";
import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { importOwn } from "../../src/own-catalogue.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";
import { FILMS, readDialogues, TEST_DIALOGUES, VALIDATION_DIALOGUES } from "../support/redial/dialogues.ts";
import { redialFilms } from "../support/redial/films.ts";
import { type FilmOf, type LinkedTitles, linkTitles } from "../support/redial/linked-titles.ts";
import { nameOf } from "../support/redial/name-of.ts";
import { titlesReport } from "../support/redial/titles-report.ts";

const SEEDS = [1, 2, 3];

describeOnData(
  "titles in ReDial's test dialogues, typed as people type them",
  [TEST_DIALOGUES, VALIDATION_DIALOGUES, FILMS, "ml-1m/movies.dat", "ml-1m-text/movies_extrainfos.dat"],
  () => {
    let home: string;

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), "cicerone-redial-titles-"));
      const folders = { from: join(REAL_DATA, "ml-1m"), text: join(REAL_DATA, "ml-1m-text") };
      await importDataset({ descriptor: builtInDescriptor("ml-1m"), ...folders, home, clock: () => 0 });
      // How popular a film is comes from other dialogues than those that are read.
      const films = redialFilms(readDialogues(TEST_DIALOGUES), readDialogues(VALIDATION_DIALOGUES));
      await importOwn(films, { home, clock: () => 0 });
    });

    afterAll(() => rm(home, { recursive: true, force: true }));

    describe("over MovieLens-1M's films, all before 2001", () => {
      it("finds 93 of 100, and is right in 97 of 100", () => {
        const { precision, recall, all } = measured("ml-1m", byName);
        expect(all).toBeGreaterThan(1500 * SEEDS.length);
        expect(precision).toBeGreaterThanOrEqual(0.97);
        expect(recall).toBeGreaterThanOrEqual(0.93);
      });
    });

    describe("over ReDial's own films", () => {
      it("finds most of them", () => {
        const { precision, recall, all } = measured("redial-films", byNumber);
        expect(all).toBeGreaterThan(7000 * SEEDS.length);
        expect(precision).toBeGreaterThanOrEqual(LEAST_OF_REDIAL.precision);
        expect(recall).toBeGreaterThanOrEqual(LEAST_OF_REDIAL.recall);
      });
    });

    function measured(
      dataset: string,
      filmsOf: (catalogue: Catalogue) => FilmOf,
    ): { readonly precision: number; readonly recall: number; readonly all: number } {
      const { catalogue } = openDataset(home, dataset);
      try {
        const linked = linkTitles(readDialogues(TEST_DIALOGUES), catalogue, filmsOf(catalogue), SEEDS);
        console.info(`${dataset}: ${titlesReport(linked)}`);
        if (process.env.CICERONE_SHOW !== undefined) show(linked);
        const [hits, wrong, missed] = [linked.hits.length, linked.falseLinks.length, linked.misses.length];
        return { precision: hits / (hits + wrong), recall: hits / (hits + missed), all: hits + missed };
      } finally {
        catalogue.close();
      }
    }
  },
);

/** No bar was ever set on this catalogue: a floor below what was measured, so that it is seen where something breaks. */
const LEAST_OF_REDIAL = { precision: 0.9, recall: 0.93 };

/** Films by title and year: the two catalogues have no numbers in common. */
function byName(catalogue: Catalogue): FilmOf {
  const known = new Map<string, number>();
  for (let film = 0; film < catalogue.size; film++)
    known.set(`${nameOf(catalogue.title(film))} ${catalogue.value(film, "year")}`, film);
  return (_, title) => {
    const [, name = title, year] = /^(.*\S) \((\d{4})\)$/.exec(title) ?? [];
    return known.get(`${nameOf(name)} ${year}`);
  };
}

function byNumber(catalogue: Catalogue): FilmOf {
  return (id) => catalogue.indexOf(ItemId.parse(id));
}

function show({ misses, falseLinks }: LinkedTitles): void {
  for (const { title, text } of misses) console.info("missed", title.typed, title.ways, text);
  for (const { found, words, over, text } of falseLinks)
    console.info("false", found, words, over?.typed, text);
}
