import type { z } from "zod";
import {
  CAST,
  COUNTRY,
  DIRECTOR,
  FILM_NOUN,
  GENRE,
  KEYWORD,
  LANGUAGE,
  RUNTIME,
  YEAR,
} from "./built-in/film-facets.ts";
import type { DatasetHead } from "./descriptor.ts";

export const DEMO_HEAD: z.input<typeof DatasetHead> = {
  name: "demo",
  noun: FILM_NOUN,
  about: "Real films; the viewers and their ratings are simulated.",
  simulated: true,
  scale: { min: 1, max: 5 },
  positiveFrom: 4,
  facets: [YEAR, GENRE, RUNTIME, DIRECTOR, CAST, COUNTRY, LANGUAGE, KEYWORD],
};
