import type { ItemId } from "../../../../memory/ids.ts";
import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import { tokenise } from "../../../../tools/language/running-text.ts";
import type { Act, ActOf } from "../../../acts.ts";
import { spokenWord, type Utterance } from "../utterance.ts";
import type { Found } from "./act-reader.ts";

const NEAREST = 3;

/**
 * Acts about the items a pattern named. Where it named none: what was pointed at in vain, or a title that the catalogue lacks
 * (the words of group `named`), or the items to fall back on.
 */
export function aboutItems(
  utterance: Utterance,
  found: Found,
  make: (items: ItemId[]) => Act,
  options: {
    readonly least?: number;
    readonly otherwise?: readonly ItemId[];
    /** Instead of the words of group `named`. */
    readonly named?: string;
  } = {},
): Act[] {
  const least = options.least ?? 1;
  if (found.items.length >= least) return [make([...found.items])];
  if (found.unknown !== undefined) return [{ act: "unknown-reference", said: found.unknown }];
  const title = unknownTitle(utterance, found, options.named ?? found.match.groups?.named ?? "");
  if (title !== undefined) {
    const meant = title.act === "unknown-title" ? partOf(utterance, title) : undefined;
    return [meant === undefined ? title : make([meant])];
  }
  const otherwise = [
    ...found.items,
    ...(options.otherwise ?? []).filter((item) => !found.items.includes(item)),
  ];
  if (otherwise.length >= least) return [make(otherwise)];
  return [{ act: "unknown-reference", said: found.match[0].toLowerCase().replace(/item/g, "it").trim() }];
}

function unknownTitle(utterance: Utterance, found: Found, named: string): Act | undefined {
  // "which film sets the mood?" names none.
  if (/^(?:and |so |ok |, )*(?:which|what) (?:\S+ )?ones?\b/.test(found.match[0])) return undefined;
  const words = named.replace(/\b[A-Z]+\b|,/g, "").trim();
  const telling = words
    .split(/\s+/)
    .filter((word) => word !== "" && !/^\d+$/.test(word) && !ORDINARY_WORDS.has(word));
  if (telling.length === 0) return undefined;
  return titleNotFound(utterance, spelled(utterance, found, words));
}

/** "monte cristo": the only close title that has all of the words. */
function partOf({ catalogue }: Utterance, { title, nearest }: ActOf<"unknown-title">): ItemId | undefined {
  const words = tokenise(title).map(({ norm }) => norm);
  if (words.length < 2 || words.every((word) => ORDINARY_WORDS.has(word))) return undefined;
  const having = nearest.filter((item) => {
    const own = tokenise(catalogue.title(catalogue.indexOf(item) ?? 0))
      .map(({ norm }) => norm)
      .join(" ");
    return ` ${own} `.includes(` ${words.join(" ")} `);
  });
  return having.length === 1 ? having[0] : undefined;
}

/** The act that says a title is not in the catalogue and offers the closest. */
export function titleNotFound(utterance: Utterance, title: string): Act {
  const nearest = utterance.titles.nearest(title, NEAREST).map((index) => utterance.catalogue.item(index).id);
  return { act: "unknown-title", title, nearest };
}

/** The words as the person wrote them. */
function spelled({ text, tokens, lexicon }: Utterance, found: Found, words: string): string {
  const wanted = words.split(/\s+/);
  const isWord = (norm: string, word: string | undefined): boolean =>
    norm === word || spokenWord(norm, lexicon.nouns) === word;
  const first = tokens.findIndex((token, at) => at >= found.from && isWord(token.norm, wanted[0]));
  const last = tokens.findLastIndex((token, at) => at < found.to && isWord(token.norm, wanted.at(-1)));
  const start = tokens[first]?.start;
  const end = tokens[last]?.end;
  return start === undefined || end === undefined || end < start ? words : text.slice(start, end);
}
