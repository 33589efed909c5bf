import type { DescriptorInput } from "../descriptor.ts";
import {
  ALSO_KNOWN_AS,
  CAST,
  CERTIFICATE,
  DIRECTOR,
  FILM_NOUN,
  GENRE,
  KEYWORD,
  RUNTIME,
  WRITER,
  YEAR,
} from "./film-facets.ts";
import { FILM_LEXICON } from "./film-lexicon.ts";

/** What the two oldest releases of MovieLens have in common: whole stars, and with --text what is known of films from elsewhere. */
export const OLD_MOVIELENS_HEAD = {
  noun: FILM_NOUN,
  licence: "Research use; no redistribution. Harper & Konstan 2015, doi 10.1145/2827872.",
  scale: { min: 1, max: 5 },
  facets: [YEAR, GENRE, RUNTIME, DIRECTOR, CAST, WRITER, CERTIFICATE, KEYWORD, ALSO_KNOWN_AS],
  lexicon: FILM_LEXICON,
} satisfies Partial<DescriptorInput>;
