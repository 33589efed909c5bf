import type { OwnCatalogue } from "../../src/own-catalogue.ts";
import { filmFacets, filmInteractions, films } from "../fixtures/films.ts";

/** The film fixture as a program hands it over, with its viewers' ratings. */
export function ownFilms(name = "films"): OwnCatalogue {
  const { userIds, users, items, values } = filmInteractions();
  return {
    name,
    noun: { one: "film", many: "films", verb: "watch", past: "watched", aliases: ["movie", "movies"] },
    scale: { min: 1, max: 5 },
    facets: [...filmFacets],
    items: films,
    interactions: Array.from(items, (item, row) => ({
      user: userIds[users[row] ?? 0] ?? "",
      item: films[item]?.id ?? "",
      value: values?.[row],
      at: row,
    })),
  };
}
