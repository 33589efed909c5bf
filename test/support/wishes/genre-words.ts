/** How a genre is spoken of. */
export interface GenreWords {
  readonly one: readonly string[];
  readonly many: readonly string[];
  /** As a kind of thing: "some horror". Empty where that means something else ("crime", "war"). */
  readonly bare: readonly string[];
  /** Before another genre: "romantic comedy". */
  readonly modifier: string | undefined;
  /** Behind another genre: "horror comedy". */
  readonly head: string | undefined;
}

const NOUNS: Readonly<Record<string, GenreWords>> = {
  Comedy: counted("comedy", "comedies", { bare: ["comedy"], modifier: "comedy" }),
  Documentary: counted("documentary", "documentaries"),
  Drama: counted("drama", "dramas", { bare: ["drama"] }),
  Musical: counted("musical", "musicals", { modifier: "musical" }),
  Mystery: counted("mystery", "mysteries", { modifier: "mystery" }),
  Thriller: counted("thriller", "thrillers"),
  Western: counted("western", "westerns"),
  Action: ofFilms(["action"], { bare: ["action"] }),
  Adventure: ofFilms(["adventure"], { bare: ["adventure"], head: "adventure" }),
  Animation: ofFilms(["animated"], { bare: ["animation"] }),
  Children: ofFilms(["children's"]),
  "Children's": ofFilms(["children's"]),
  Crime: ofFilms(["crime"]),
  Family: ofFilms(["family"]),
  Fantasy: ofFilms(["fantasy"], { bare: ["fantasy"] }),
  "Film-Noir": {
    one: ["film noir"],
    many: ["film noirs"],
    bare: ["film noir"],
    modifier: "noir",
    head: undefined,
  },
  Horror: ofFilms(["horror"], { bare: ["horror"] }),
  Romance: {
    one: ["romance", "romantic film"],
    many: ["romances", "romantic films"],
    bare: ["romance"],
    modifier: "romantic",
    head: undefined,
  },
  "Sci-Fi": ofFilms(["sci-fi", "science fiction"], { bare: ["sci-fi", "science fiction"] }),
  War: ofFilms(["war"]),
};

export function genreWords(genre: string): GenreWords {
  return NOUNS[genre] ?? { ...ofFilms([genre.toLowerCase()]), modifier: undefined };
}

/** Pairs that no one says, or that would be taken for something else: a musical documentary is about music. */
export function makesAPair(modifier: string, head: string): boolean {
  if (modifier === head) return false;
  if (head === "Documentary") return ["War", "Crime"].includes(modifier);
  if (head === "Adventure") return modifier !== "Action" && modifier !== "Mystery";
  return !(modifier === "Comedy" && (head === "Musical" || head === "Mystery"));
}

interface More {
  readonly bare?: readonly string[];
  readonly modifier?: string;
  readonly head?: string;
}

function counted(one: string, many: string, more: More = {}): GenreWords {
  return { one: [one], many: [many], bare: more.bare ?? [many], modifier: more.modifier, head: one };
}

function ofFilms(adjectives: readonly string[], more: More = {}): GenreWords {
  return {
    one: adjectives.map((adjective) => `${adjective} film`),
    many: adjectives.map((adjective) => `${adjective} films`),
    bare: more.bare ?? adjectives.map((adjective) => `${adjective} films`),
    modifier: adjectives[0],
    head: more.head,
  };
}
