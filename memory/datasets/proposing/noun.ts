import type { z } from "zod";
import type { Noun } from "../../items/facet.ts";

/** How items are spoken of, guessed from a file's name; undefined where it says nothing. */
export function nounFrom(file: string): z.input<typeof Noun> | undefined {
  const words = file.toLowerCase().match(/[a-z]+/g) ?? [];
  for (const word of words) {
    const found = NOUNS.find(([one, many]) => word === one || word === many);
    if (found !== undefined) {
      const [one, many, verb, past, ...aliases] = found;
      return { one, many, verb, past, ...(aliases.length === 0 ? {} : { aliases }) };
    }
  }
  return undefined;
}

/** One, many, verb, past, and other words for it. */
const NOUNS: readonly (readonly [string, string, string, string, ...string[]])[] = [
  ["book", "books", "read", "read", "novel", "novels", "title"],
  ["novel", "novels", "read", "read", "book", "books"],
  ["film", "films", "watch", "watched", "movie", "movies"],
  ["movie", "movies", "watch", "watched", "film", "films"],
  ["show", "shows", "watch", "watched", "series"],
  ["anime", "anime", "watch", "watched", "series", "show", "shows"],
  ["song", "songs", "hear", "heard", "track", "tracks"],
  ["track", "tracks", "hear", "heard", "song", "songs"],
  ["album", "albums", "hear", "heard", "record", "records"],
  ["podcast", "podcasts", "hear", "heard"],
  ["game", "games", "play", "played"],
  ["recipe", "recipes", "cook", "cooked", "dish", "dishes"],
  ["restaurant", "restaurants", "visit", "visited", "place", "places"],
  ["hotel", "hotels", "visit", "visited", "place", "places"],
  ["place", "places", "visit", "visited"],
  ["wine", "wines", "drink", "drunk"],
  ["beer", "beers", "drink", "drunk"],
  ["course", "courses", "take", "taken", "class", "classes"],
  ["article", "articles", "read", "read"],
  ["paper", "papers", "read", "read", "article", "articles"],
  ["cosmetic", "cosmetics", "try", "tried", "product", "products"],
  ["perfume", "perfumes", "try", "tried", "fragrance", "fragrances", "scent"],
  ["instrument", "instruments", "try", "tried", "product", "products"],
  ["product", "products", "try", "tried", "item", "items", "thing", "things"],
  ["app", "apps", "use", "used"],
];
