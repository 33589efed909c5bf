import { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { Said } from "../../../tools/dialogue/said.ts";
import type { RedialDialogue } from "./redial-files.ts";

/** One message, as tools take it and as somebody would have typed it. */
export interface Spoken extends Said {
  /** With titles, years in brackets behind them. */
  readonly typed: string;
}

/** A film's catalogue index by ReDial's number; undefined where the catalogue has no such film. */
export type FilmOf = (id: string) => number | undefined;

/** ReDial has some films under several numbers; the catalogue has them once, and finds the others by what IMDb calls them. */
export function filmFinder(catalogue: Catalogue, imdb: ReadonlyMap<string, string>): FilmOf {
  return (id) => {
    const own = catalogue.indexOf(ItemId.parse(id));
    const elsewhere = own === undefined ? imdb.get(id) : undefined;
    return elsewhere === undefined ? own : catalogue.identified("imdb", elsewhere);
  };
}

const MENTION = /@(\d+)/g;

/** Numbers that stand for no film of the dialogue stay in the words: people write "@10pm" too. */
export function spokenIn(dialogue: RedialDialogue, filmOf: FilmOf): Spoken[] {
  const { movieMentions: titles, initiatorWorkerId, messages } = dialogue;
  return messages.map(({ senderWorkerId, text }) => {
    const named = [...text.matchAll(MENTION)].map(([, id = ""]) => id).filter((id) => id in titles);
    return {
      by: senderWorkerId === initiatorWorkerId ? "seeker" : "recommender",
      text: text.replace(MENTION, (all, id: string) => (id in titles ? " " : all)),
      typed: text.replace(MENTION, (all, id: string) => plainTitle(titles[id] ?? all)),
      items: named.flatMap((id) => filmOf(id) ?? []),
    };
  });
}

/** Some titles are written as in an address: "Why Him%3F". */
function plainTitle(title: string): string {
  const decoded = title.replace(/%[0-9A-F]{2}/g, (code) => decodeURIComponent(code));
  return decoded.replace(/\s+/g, " ").trim();
}
