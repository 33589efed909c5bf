import { readFileSync } from "node:fs";
import type { Item } from "../../items/item.ts";
import { type GivenInteraction, type ImportItemsOptions, importItems } from "../importing/import-items.ts";
import type { ImportReport } from "../importing/import-report.ts";
import { filmItem, parseFilms } from "./film.ts";
import { DEMO_HEAD } from "./head.ts";
import { DEMO_FILMS, DEMO_SEED, sha256 } from "./source.ts";

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
