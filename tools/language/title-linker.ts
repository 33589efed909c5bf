import type { Catalogue } from "../../memory/items/catalogue.ts";
import { type Token, tokenise } from "./running-text.ts";
import { createTitleIndex, type TitleHit, type TitleIndex } from "./title-index.ts";
import { isOrdinary, keyWord } from "./title-variants.ts";
import { editDistance } from "./typos.ts";

/** A place in a text that names an item of the catalogue. */
export interface TitleMention {
  /** Offsets into the text: the title, with quotation marks and the year where they were written. */
  readonly start: number;
  readonly end: number;
  /** Catalogue index; among several of the same name the one of the named year, else the most popular. */
  readonly item: number;
  /** Others of the same name, most popular first. */
  readonly alternatives: readonly number[];
  /** Letters that differ from the title as catalogued. */
  readonly slips: number;
  /** The words could as well mean something else ("It", "Up", "Seven", "big one"): believe it only with a further sign. */
  readonly ordinary: boolean;
  /** One word, in lower case and unquoted: less sure than a phrase. */
  readonly plain: boolean;
  /** Written as a title: in quotation marks, with capitals where none are due, or with its year. */
  readonly marked: boolean;
  /** A part of the title, not all of it. */
  readonly part: boolean;
  /** In quotation marks or with its year. */
  readonly quoted: boolean;
}

/** Finds catalogue titles in what people type. Deterministic; never guesses an item outside the catalogue. */
export interface TitleLinker {
  /** All mentions in running text, left to right, not overlapping. Those with `ordinary` need the caller's judgement. */
  link(text: string): readonly TitleMention[];
  /** The item a whole text names ("heat", "star wars (1977)", "teh matrix"); undefined when none is close enough. */
  find(title: string): TitleMention | undefined;
  /** Catalogue indices of the closest titles, best first, for "did you mean". */
  nearest(title: string, limit: number): readonly number[];
}

/**
 * @param catalogue its facets named "also-known-as" or "original-title" are read as further names, its first year facet
 * settles which of several namesakes is meant.
 */
export function createTitleLinker(catalogue: Catalogue): TitleLinker {
  const index = createTitleIndex(catalogue);
  const yearFacet = catalogue.facets.find((facet) => facet.kind === "year")?.name;
  const yearOf = (item: number): unknown => (yearFacet ? catalogue.value(item, yearFacet) : undefined);
  const titleOf = (item: number): string => catalogue.title(item);
  const linker: TitleLinker = {
    link(text) {
      const tokens = tokenise(text);
      const hits = chooseHits(index.hits(tokens.map((token) => keyWord(token.norm))), tokens);
      return hits
        .map((hit) => describe(hit, text, tokens, { yearOf, titleOf }))
        .filter((mention, at) => mention.quoted || !isPieceOfAnother(hits, at, tokens));
    },
    find(title) {
      const tokens = tokenise(title.replace(/\(?\b(?:18|19|20)\d\d\b\)?\s*$/, "") || title);
      const words = tokens.map((token) => keyWord(token.norm));
      const hit = index.hits(words).find((one) => one.from === 0 && one.to === words.length);
      if (hit === undefined) return undefined;
      return describe({ ...hit, to: words.length }, title, tokens, { yearOf, titleOf });
    },
    nearest: (title, limit) =>
      nearestTitles(
        index,
        tokenise(title).map((token) => keyWord(token.norm)),
        limit,
      ),
  };
  return linker;
}

/** Of overlapping hits the longer wins, then the one with fewer slips, then the one that stands first. */
function chooseHits(hits: readonly TitleHit[], tokens: readonly Token[]): TitleHit[] {
  const weight = (hit: TitleHit): number => {
    let letters = 0;
    for (let at = hit.from; at < hit.to; at++) letters += tokens[at]?.norm.length ?? 0;
    return letters - 2 * hit.slips - (hit.rank === 2 ? 0.5 : 0);
  };
  const taken = new Uint8Array(tokens.length);
  const chosen: TitleHit[] = [];
  const ranked = hits.map((hit) => ({ hit, weight: weight(hit) }));
  ranked.sort((a, b) => b.weight - a.weight || a.hit.slips - b.hit.slips || a.hit.from - b.hit.from);
  for (const { hit } of ranked) {
    if (taken.subarray(hit.from, hit.to).includes(1)) continue;
    taken.fill(1, hit.from, hit.to);
    chosen.push(hit);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

/**
 * Whether a hit is more likely part of a longer name that the catalogue lacks: another hit stands right beside it ("Avengers: Infinity
 * War"), or a word with a capital that the sentence does not ask for ("The Heat Wave").
 */
function isPieceOfAnother(hits: readonly TitleHit[], at: number, tokens: readonly Token[]): boolean {
  const hit = hits[at];
  if (hit === undefined || hit.to - hit.from > 2) return false;
  const touches = (place: number): boolean => /^[\s:-]*$/.test(tokens[place]?.gap ?? ",");
  const [left, right] = [hits[at - 1], hits[at + 1]];
  if (left?.to === hit.from && touches(hit.from) && !isTalk(left, tokens)) return true;
  if (right?.from === hit.to && touches(hit.to) && !isTalk(right, tokens)) return true;
  if (tokens.every((token, place) => token.capital || (place >= hit.from && place < hit.to))) return false;
  if (tokens[hit.from]?.capital !== true) return false;
  const named = (place: number): boolean => {
    const token = tokens[place];
    return (
      token?.capital === true && token.norm !== "i" && !/['’]s$/.test(token.text) && !isOrdinary(token.norm)
    );
  };
  const before =
    hit.from > 1 &&
    touches(hit.from) &&
    !/[.!?]/.test(tokens[hit.from - 1]?.gap ?? "") &&
    named(hit.from - 1);
  return before || (touches(hit.to) && named(hit.to));
}

/** "last night" after a title is more likely talk than a title that goes on. */
function isTalk(hit: TitleHit, tokens: readonly Token[]): boolean {
  return tokens.slice(hit.from, hit.to).every((token) => isOrdinary(token.norm) && !token.capital);
}

const OPENING = /["“”«„‘*_]\s*$|(?:^|\s)'$/;
const CLOSING = /^\s*["”“»*_]|^'(?!\p{L})/u;
const YEAR_AFTER = /^["”'*_]?\s*(?:\((\d{4})\)|,?\s*(?:the|from)\s+(\d{4})\s+(?:one|version))/i;
/** "heat 1995", "Solaris from 2002", "the 1972 Solaris": a year that one of the name really has; in "from 1997 or later" none is named. */
const BARE_YEAR_AFTER =
  /^["”'*_]?,?\s+(?:from\s+)?(\d{4})(?!\d|s|\s+(?:(?:or|and)\s+(?:later|earlier|newer|older|after|before|onwards?|up)|onwards?|to\s+\d)\b|\s*[-–]\s*\d)/i;
const YEAR_BEFORE = /(?:^|\s)(\d{4})(?:['’]s)?\s+(?:(?:version of|one of)\s+)?["“'*_]?$/;

interface Named {
  readonly yearOf: (item: number) => unknown;
  readonly titleOf: (item: number) => string;
}

/** The year that stands beside a title, and the words that say so. */
function yearBeside(
  before: string,
  after: string,
  items: readonly number[],
  yearOf: Named["yearOf"],
): { readonly year: number; readonly before: number; readonly after: number } | undefined {
  const stated = YEAR_AFTER.exec(after);
  if (stated !== null) return { year: Number(stated[1] ?? stated[2]), before: 0, after: stated[0].length };
  const has = (year: number): boolean => items.some((item) => yearOf(item) === year);
  const bare = BARE_YEAR_AFTER.exec(after);
  if (bare !== null && has(Number(bare[1])))
    return { year: Number(bare[1]), before: 0, after: bare[0].length };
  const first = YEAR_BEFORE.exec(before);
  if (first === null || !has(Number(first[1]))) return undefined;
  return { year: Number(first[1]), before: first[0].trimStart().length, after: 0 };
}

/** "Airplane!" ends with its own sign, which ends no sentence. */
function ownSign(title: string, after: string): number {
  const sign = /[!?.…]+$/.exec(title)?.[0] ?? "";
  return sign !== "" && after.startsWith(sign) ? sign.length : 0;
}

function describe(
  hit: TitleHit,
  text: string,
  tokens: readonly Token[],
  { yearOf, titleOf }: Named,
): TitleMention {
  const first = tokens[hit.from];
  const last = tokens[hit.to - 1];
  let start = first?.start ?? 0;
  let end = last?.end ?? text.length;
  const signed = ownSign(titleOf(hit.items[0] ?? 0), text.slice(end));
  end += signed;
  const rest = text.slice(end);
  const beside = yearBeside(text.slice(0, start), rest, hit.items, yearOf);
  const quoted = OPENING.test(text.slice(0, start)) && CLOSING.test(rest);
  if (quoted) {
    start -= 1;
    end += 1;
  }
  const named = beside?.year;
  if (beside !== undefined) {
    end = (last?.end ?? 0) + signed + beside.after;
    start -= beside.before;
  }
  const items = named === undefined ? hit.items : preferYear(hit.items, named, yearOf);
  const words = tokens.slice(hit.from, hit.to);
  return {
    start,
    end,
    item: items[0] ?? 0,
    alternatives: items.slice(1),
    slips: hit.slips,
    ordinary: words.every((token) => isOrdinary(token.norm)) && words.length < 4,
    plain: words.length === 1,
    part: hit.rank === 2,
    quoted: quoted || named !== undefined,
    marked: quoted || named !== undefined || capitalised(hit, tokens),
  };
}

function preferYear(
  items: readonly number[],
  year: number,
  yearOf: (item: number) => unknown,
): readonly number[] {
  const gap = (item: number): number => {
    const own = yearOf(item);
    return typeof own === "number" ? Math.min(2, Math.abs(own - year)) : 2;
  };
  return [...items].sort((a, b) => gap(a) - gap(b));
}

/** Capitals that the position in the sentence does not explain, in a text that is not all capitals. */
function capitalised(hit: TitleHit, tokens: readonly Token[]): boolean {
  const inside = tokens.slice(hit.from, hit.to);
  const telling = inside.filter((token, at) => at === 0 || token.norm.length > 3);
  if (!telling.every((token) => token.capital || /^\d/.test(token.text))) return false;
  if (!telling.some((token) => token.capital)) return false;
  const opens = hit.from === 0 || /[.!?:]\s/.test(tokens[hit.from]?.gap ?? "");
  if (opens && (inside.length === 1 || telling.length === 1)) return false;
  const others = tokens.filter((_, at) => at < hit.from || at >= hit.to);
  return others.length < 3 || others.some((token) => !token.capital);
}

/** Titles that share a word, or nearly, with the text, by edit distance relative to length; ties by popularity. */
function nearestTitles(index: TitleIndex, words: readonly string[], limit: number): readonly number[] {
  const text = words.join("");
  const best = new Map<number, number>();
  for (const candidate of index.sharing(words)) {
    const most = Math.max(candidate.key.length, text.length);
    const apart = editDistance(text, candidate.key, most) / most + candidate.rank * 0.02;
    if (apart > 0.75) continue;
    for (const item of candidate.items) if (apart < (best.get(item) ?? 2)) best.set(item, apart);
  }
  return [...best]
    .sort((a, b) => a[1] - b[1] || index.popularity(b[0]) - index.popularity(a[0]) || a[0] - b[0])
    .slice(0, limit)
    .map(([item]) => item);
}
