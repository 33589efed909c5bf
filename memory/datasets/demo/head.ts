import type { z } from "zod";
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
import { FILM_LEXICON } from "../built-in/film-lexicon.ts";
import type { DatasetHead } from "../descriptor.ts";

/** What the demo says about itself and its facets. */
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
  lexicon: FILM_LEXICON,
};
