import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { ExampleTitle } from "./vocabulary.ts";

/** Words that a message may hold besides a title: written small, a title with one of them is not known as a title. */
const WORDS_OF_WISHES =
  /\b(films?|movies?|comed(y|ies)|dramas?|action|adventures?|animated|crime|documentar(y|ies)|fantas(y|ies)|noir|horror|musicals?|myster(y|ies)|romances?|romantic|scary|thrillers?|wars?|westerns?|children|family|history|music|something|short|long|new|old|with|without|from|about|like|under|over|before|after|since|between|and|or|not|no|nothing|but|in|on|by|first|where|while|who|what|when|how|if|so|to|up|it|is|are|was|were|all|you|me|my|your|i|we|they|this|that|there|these)\b/i;

/** Titles of several words that name one item only, and nobody and nothing else in the catalogue. */
export function exampleTitles(catalogue: Catalogue): ExampleTitle[] {
  const taken = new Map<string, Set<number>>();
  for (let index = 0; index < catalogue.size; index += 1) {
    for (const name of namesOf(catalogue, index)) {
      const key = folded(name);
      taken.set(key, (taken.get(key) ?? new Set()).add(index));
    }
  }
  const values = valuesOf(catalogue);
  const titles: ExampleTitle[] = [];
  for (let index = 0; index < catalogue.size; index += 1) {
    const title = catalogue.title(index);
    const key = folded(title);
    if (taken.get(key)?.size !== 1 || values.has(key) || !writable(title)) continue;
    const clear = folded(title).split(" ").length >= 3 && !WORDS_OF_WISHES.test(title);
    titles.push({ id: catalogue.id(index), title, clear });
  }
  return titles;
}

/** Several words, letters and figures, without marks that a message uses itself. */
function writable(title: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} .:'’&-]*[\p{L}\p{N}]$/u.test(title) && title.split(" ").length >= 2;
}

function namesOf(catalogue: Catalogue, index: number): string[] {
  const others = catalogue.facet("also-known-as") && catalogue.value(index, "also-known-as");
  return [catalogue.title(index), ...(typeof others === "string" ? others.split(" | ") : [])];
}

function valuesOf(catalogue: Catalogue): Set<string> {
  const facets = catalogue.facets.filter(({ kind }) => kind === "people" || kind === "tags");
  return new Set(facets.flatMap(({ name }) => catalogue.values(name).map(({ value }) => folded(value))));
}

/** Two titles that sound alike are one: case, accents, marks and a leading article say nothing. */
function folded(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words =
    plain
      .replaceAll("&", " and ")
      .replace(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join(" ").replace(/^(the|a|an) (?=.)/, "");
}
