import { readFileSync } from "node:fs";
import type { z } from "zod";
import type { Item } from "../../items/item.ts";
import {
  ALSO_KNOWN_AS,
  CAST,
  CERTIFICATE,
  COUNTRY,
  DIRECTOR,
  FILM_NOUN,
  GENRE,
  KEYWORD,
  LANGUAGE,
  RUNTIME,
  SERIES,
  WRITER,
  YEAR,
} from "../built-in/film-facets.ts";
import type { DatasetHead } from "../descriptor.ts";
import { type GivenInteraction, type ImportItemsOptions, importItems } from "../importing/import-items.ts";
import type { ImportReport } from "../importing/import-report.ts";
import { filmItem, parseFilms } from "./film.ts";
import { DEMO_FILMS, DEMO_SEED, sha256 } from "./source.ts";

export const DEMO_HEAD: z.input<typeof DatasetHead> = {
  name: "demo",
  noun: FILM_NOUN,
  about: "Real films; the viewers and their ratings are simulated.",
  simulated: true,
  scale: { min: 1, max: 5 },
  positiveFrom: 4,
  facets: [
    YEAR,
    GENRE,
    RUNTIME,
    DIRECTOR,
    CAST,
    WRITER,
    COUNTRY,
    LANGUAGE,
    CERTIFICATE,
    KEYWORD,
    SERIES,
    ALSO_KNOWN_AS,
  ],
};

type ImportDemoOptions = Pick<ImportItemsOptions, "home" | "clock" | "signal" | "onProgress">;

/** Makes viewers and what they rated, from films and a seed alone. */
export type SimulateViewers = (
  films: readonly Item[],
  options: { readonly seed: number },
) => readonly GivenInteraction[];

/** Makes the demo's snapshot: films from the file that ships with the program, viewers simulated with a fixed seed. */
export async function importDemo(options: ImportDemoOptions): Promise<ImportReport> {
  // Loaded here: the simulation is needed once, and the demo is opened many times.
  const { simulateViewers } = await import("./viewers.ts");
  return importSimulated(options, DEMO_FILMS, simulateViewers);
}

/** As `importDemo`, from any file of films: of the form that `parseFilms` reads. */
export async function importSimulated(
  options: ImportDemoOptions,
  url: URL,
  simulate: SimulateViewers,
): Promise<ImportReport> {
  const started = options.clock();
  const bytes = readFileSync(url);
  options.onProgress?.({ stage: "simulating viewers", fraction: 0 });
  const films = parseFilms(bytes.toString("utf8")).map(filmItem);
  const report = await importItems({
    ...options,
    head: DEMO_HEAD,
    items: films,
    interactions: simulate(films, { seed: DEMO_SEED }),
    sources: [{ file: "films.jsonl", bytes: bytes.byteLength, sha256: sha256(bytes) }],
    seed: DEMO_SEED,
  });
  return { ...report, seconds: (options.clock() - started) / 1000 };
}
