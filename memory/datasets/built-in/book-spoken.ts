import type { z } from "zod";
import type { FacetDeclaration } from "../../items/facet.ts";
import { LITERATURE_SHELVES } from "./book-literatures.ts";
import { SETTING_SHELVES } from "./book-settings.ts";
import type { Shelves } from "./book-shelves.ts";
import { AWARD_SHELVES, MOOD_SHELVES, SUBJECT_SHELVES } from "./book-themes.ts";

type Spoken = NonNullable<z.input<typeof FacetDeclaration>["spoken"]>;
type Words = NonNullable<Spoken[string]>;

/** Genres that are nouns by themselves, and those whose adjective is another word. */
export const BOOK_GENRE_SPOKEN: Spoken = {
  Biography: { many: "biographies" },
  "Children's": { adjective: "children's" },
  Classic: { many: "classics" },
  Essay: { many: "essays" },
  "Fairy Tale": { many: "fairy tales" },
  "Family Saga": { many: "family sagas" },
  "Graphic Novel": { many: "graphic novels" },
  Humour: { adjective: "humorous" },
  Memoir: { many: "memoirs" },
  Mystery: { many: "mysteries" },
  Novella: { many: "novellas" },
  "Picture Book": { many: "picture books" },
  Play: { many: "plays" },
  Romance: { adjective: "romantic", many: "romances" },
  "Science Fiction": { adjective: "science-fiction" },
  Satire: { adjective: "satirical", many: "satires" },
  "Short Story": { many: "short stories" },
  Thriller: { many: "thrillers" },
  Western: { many: "westerns" },
};

/** "cosy books", "books about pirates". */
export const BOOK_THEME_SPOKEN: Spoken = {
  ...each(MOOD_SHELVES, (mood) => ({ adjective: mood })),
  ...each(SUBJECT_SHELVES, (subject) => ({ after: `about ${subject}` })),
  "coming of age": { adjective: "coming-of-age" },
  "dark humour": { after: "with dark humour" },
  "fairy-tale retelling": { after: "that retell a fairy tale" },
  family: { after: "about families" },
  "light reading": { adjective: "light" },
  "slow burn": { adjective: "slow-burn" },
  "strong women": { after: "with strong women" },
  "true story": { after: "based on a true story" },
  "twist ending": { after: "with a twist" },
  "film adaptation": { after: "made into a film" },
  "women writers": { after: "written by women" },
};

/** "novels with a Pulitzer Prize". */
export const AWARD_SPOKEN: Spoken = {
  ...each(AWARD_SHELVES, (award) => ({ after: `with a ${award}` })),
  "Nobel Prize": { after: "by winners of the Nobel Prize" },
};

/** "books set in Japan". */
export const BOOK_SETTING_SPOKEN: Spoken = each(SETTING_SHELVES, (place) => ({ after: `set in ${place}` }));

/** "classics of Russian literature". */
export const LITERATURE_SPOKEN: Spoken = each(LITERATURE_SHELVES, (name) => ({ after: `of ${name}` }));

export const PLACE_IN_SERIES_SPOKEN: Spoken = {
  standalone: { adjective: "standalone" },
  "first-in-series": { after: "at the start of a series" },
  "later-in-series": { after: "later in a series" },
  prequel: { after: "from before a series" },
  omnibus: { after: "in a collected edition" },
};

function each(shelves: Shelves, words: (label: string) => Words): Spoken {
  return Object.fromEntries(Object.keys(shelves).map((label) => [label, words(label)]));
}
