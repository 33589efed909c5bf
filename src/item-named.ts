import { CiceroneError } from "../memory/errors.ts";
import { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { nearest } from "../memory/nearest.ts";

/**
 * The item a command line names: by id, or by title whatever its case, accents and punctuation, with or without "(1995)".
 * Throws `title-not-found` with the nearest title, or `usage-ambiguous-title` with the titles that share the name.
 */
export function itemNamed(catalogue: Catalogue, name: string): ItemId {
  const id = ItemId.safeParse(name);
  if (id.success && catalogue.indexOf(id.data) !== undefined) return id.data;
  const asked = readName(name);
  if (name.trim() === "") {
    throw new CiceroneError("usage-title", `“${name}” is no title.`, { hint: 'Write it in quotes: "Heat".' });
  }
  const titles: string[] = [];
  const matches: number[] = [];
  for (let index = 0; index < catalogue.size; index++) {
    const title = catalogue.title(index);
    titles.push(title);
    if (readName(title).plain !== asked.plain) continue;
    if (asked.year === undefined || yearOf(catalogue, index, title) === asked.year) matches.push(index);
  }
  const [only, ...others] = matches;
  if (only === undefined) throw notFound(catalogue, name, titles);
  if (others.length > 0) throw ambiguous(catalogue, name, matches);
  return catalogue.item(only).id;
}

/** The items that the words of a command line name: one title of several words, or several titles. */
export function itemsNamed(catalogue: Catalogue, words: readonly string[]): ItemId[] {
  if (words.length > 1) {
    try {
      return [itemNamed(catalogue, words.join(" "))];
    } catch (error) {
      if (!(error instanceof CiceroneError) || error.code !== "title-not-found") throw error;
    }
  }
  return words.map((word) => itemNamed(catalogue, word));
}

interface Name {
  readonly plain: string;
  readonly year: number | undefined;
}

function readName(text: string): Name {
  const found = /^(.*?)\s*\((\d{4})\)\s*$/.exec(text);
  const [title, year] = found === null ? [text, undefined] : [found[1] ?? text, Number(found[2])];
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return { plain, year };
}

function yearOf(catalogue: Catalogue, index: number, title: string): number | undefined {
  const facet = catalogue.facets.find((candidate) => candidate.kind === "year");
  const value = facet === undefined ? undefined : catalogue.value(index, facet.name);
  return typeof value === "number" ? value : readName(title).year;
}

function notFound(catalogue: Catalogue, name: string, titles: readonly string[]): CiceroneError {
  const byWords = catalogue.search(name, 1)[0];
  const meant = nearest(name, titles) ?? (byWords === undefined ? undefined : titles[byWords.index]);
  return new CiceroneError("title-not-found", `No ${catalogue.noun.one} here is called “${name}”.`, {
    hint:
      meant === undefined
        ? `There are ${catalogue.size} ${catalogue.noun.many} in ${catalogue.name}.`
        : `Did you mean “${meant}”?`,
  });
}

function ambiguous(catalogue: Catalogue, name: string, matches: readonly number[]): CiceroneError {
  const choices = matches.map((index) => {
    const year = yearOf(catalogue, index, catalogue.title(index));
    return year === undefined ? `id ${catalogue.item(index).id}` : `${name} (${year})`;
  });
  return new CiceroneError(
    "usage-ambiguous-title",
    `“${name}” could be ${matches.length} ${catalogue.noun.many}.`,
    {
      hint: `Say which: ${choices.join(", ")}.`,
    },
  );
}
