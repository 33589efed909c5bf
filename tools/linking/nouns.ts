import type { Noun } from "../../memory/items/facet.ts";

/** What catalogues call the sorts of things that services keep. */
const NOUNS: Readonly<Record<string, readonly string[]>> = {
  film: ["film", "movie"],
  show: ["show", "series", "programme", "program"],
  book: ["book", "novel"],
};

/**
 * Whether a thing of this kind may be among what a catalogue holds: a book is not looked for among films, however alike the titles.
 * Where either does not say what it is, it may.
 */
export function fitsNoun(kind: string | undefined, { one, aliases }: Pick<Noun, "one" | "aliases">): boolean {
  const names = [one, ...aliases].map((name) => name.toLowerCase());
  const held = Object.entries(NOUNS).flatMap(([name, nouns]) =>
    nouns.some((noun) => names.includes(noun)) ? [name] : [],
  );
  return kind === undefined || held.length === 0 || held.includes(kind);
}
