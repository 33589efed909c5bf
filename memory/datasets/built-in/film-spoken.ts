import type { z } from "zod";
import type { FacetDeclaration } from "../../items/facet.ts";

type Spoken = NonNullable<z.input<typeof FacetDeclaration>["spoken"]>;

/** Genres that are nouns by themselves, and those whose adjective is another word. */
export const GENRE_SPOKEN: Spoken = {
  Animation: { adjective: "animated" },
  "Children's": { adjective: "children's" },
  Comedy: { many: "comedies" },
  Documentary: { many: "documentaries" },
  Drama: { many: "dramas" },
  "Film-Noir": { adjective: "noir" },
  History: { adjective: "historical" },
  Musical: { many: "musicals" },
  Mystery: { many: "mysteries" },
  Romance: { adjective: "romantic", many: "romances" },
  Thriller: { many: "thrillers" },
  Western: { many: "westerns" },
};

const SET_IN: Readonly<Record<string, string>> = {
  ...{ "1950s": "the 1950s", "1960s": "the 1960s", "1970s": "the 1970s", "1980s": "the 1980s" },
  ...{ "ancient world": "the ancient world", "big city": "a big city", "Cold War": "the Cold War" },
  ...{ countryside: "the countryside", desert: "the desert", "fantasy world": "a world of fantasy" },
  ...{ "First World War": "the First World War", "Second World War": "the Second World War" },
  ...{ "Great Depression": "the Great Depression", "high school": "a high school", hotel: "a hotel" },
  ...{ jungle: "the jungle", "Middle Ages": "the Middle Ages", "Middle East": "the Middle East" },
  ...{ "nineteenth century": "the nineteenth century", "19th century": "the nineteenth century" },
  ...{ "outer space": "outer space", "small town": "a small town", suburbs: "the suburbs", summer: "summer" },
  ...{ "the future": "the future", "the Old West": "the Old West", "Vietnam War": "the Vietnam War" },
  ...{ "world war i": "the First World War", "world war ii": "the Second World War" },
};
const PLACES =
  "Africa|Berlin|Hollywood|Hong Kong|India|Latin America|London|Los Angeles|Madrid|New York|Paris|Rome|Tokyo|feudal Japan".split(
    "|",
  );

/** Where and when: "set in Paris", "set on an island". */
const SETTINGS: Spoken = {
  ...Object.fromEntries(PLACES.map((place) => [place, { after: `set in ${place}` }])),
  ...Object.fromEntries(
    Object.entries(SET_IN).map(([value, words]) => [value, { after: `set in ${words}` }]),
  ),
  "new york city": { after: "set in New York" },
  island: { after: "set on an island" },
  mountains: { after: "set in the mountains" },
  "one night": { after: "set in one night" },
  "single location": { after: "set in a single place" },
  "the sea": { after: "set at sea" },
  train: { after: "set on a train" },
};

/** Themes that read better behind the noun than before it. */
export const KEYWORD_SPOKEN: Spoken = {
  ...SETTINGS,
  ageing: { after: "about growing old" },
  "coming of age": { adjective: "coming-of-age" },
  family: { after: "about families" },
  fathers: { after: "about fathers" },
  filmmaking: { after: "about making films" },
  "literary adaptation": { after: "based on a book" },
  "based on novel or book": { after: "based on a book" },
  "based on play or musical": { after: "based on a play" },
  "based on true story": { after: "based on a true story" },
  marriage: { after: "about a marriage" },
  mothers: { after: "about mothers" },
  "on the run": { after: "about somebody on the run" },
  "queer love": { after: "about queer love" },
  "true story": { after: "based on a true story" },
  "twist ending": { after: "with a twist" },
  "woman director": { after: "directed by a woman" },
  work: { after: "about work" },
};
