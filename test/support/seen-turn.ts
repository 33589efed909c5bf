import type { SeenTurn } from "../../src/dialogues/seen-turn.ts";
import { filmCatalogue, filmId } from "../fixtures/films.ts";

const catalogue = filmCatalogue();

/** A turn of the film fixture in which these films were recommended and nothing else happened, but for what is said otherwise. */
export function seenTurn(titles: readonly string[], otherwise: Partial<SeenTurn> = {}): SeenTurn {
  return {
    number: 1,
    said: "something good",
    user: "you",
    thread: "main",
    items: titles.map((title) => {
      const { id, facets } = catalogue.item(catalogue.indexOf(filmId(title)) ?? -1);
      return { id, title, facets, score: 1, reasons: [] };
    }),
    titles,
    constraints: [],
    relaxed: [],
    like: [],
    reply: "Here you are.",
    understood: "",
    reasons: [],
    acts: ["seek"],
    plan: ["retrieve", "score"],
    options: [],
    failure: undefined,
    memory: { statements: [], empty: true, changed: false },
    ...otherwise,
  };
}
