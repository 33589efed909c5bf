import { NUMERALS } from "./numerals.ts";
import { ORDINARY_WORDS } from "./ordinary-words.ts";
import { tokenise } from "./running-text.ts";

/** One way to write a title. `rank`: 0 as catalogued, 1 without article or by another name, 2 a part of it. */
export interface TitleVariant {
  /** Words as `keyWord` spells them. */
  readonly words: readonly string[];
  readonly rank: 0 | 1 | 2;
}

const ARTICLES = new Set(
  "the a an le la les l un une il lo gli der die das ein eine el los las o os".split(" "),
);
const AS_COMPARED: ReadonlyMap<string, string> = new Map(Object.entries({ ...NUMERALS, vs: "versus" }));
/** Words that number the parts of a series. */
export const ORDER_WORDS: ReadonlySet<string> = new Set(["part", "episode", "volume", "vol", "chapter"]);

/** A word as titles are compared: numerals and number words are digits. */
export function keyWord(norm: string): string {
  return AS_COMPARED.get(norm) ?? norm;
}

/** Whether a word says nothing by itself about which title is meant. */
export function isOrdinary(word: string): boolean {
  return word.length < 3 || /^\d/.test(word) || ORDINARY_WORDS.has(word);
}

/** Every way a person may write a title: without article, subtitle or "Part", by a name in brackets or after a colon. */
export function titleVariants(title: string, otherNames: readonly string[] = []): TitleVariant[] {
  const words = otherNames.length === 0 && isPlain(title) ? wordsOf(title) : [];
  if (words.length > 0 && !words.some((word) => ORDER_WORDS.has(word))) return plainVariants(words);
  const variants = new Map<string, TitleVariant>();
  const add = (words: readonly string[], rank: TitleVariant["rank"]): void => {
    const key = words.join(" ");
    const known = variants.get(key);
    if (words.length > 0 && (known === undefined || known.rank > rank)) variants.set(key, { words, rank });
  };
  const addName = (name: string, rank: TitleVariant["rank"], words = wordsOf(name)): void => {
    add(words, rank);
    const bare = withoutArticle(words);
    if (bare.length < words.length && (bare.length > 1 || (bare[0]?.length ?? 0) > 2))
      add(bare, rank === 0 ? 1 : rank);
    const unnumbered = bare.filter((word, at) => !(ORDER_WORDS.has(word) && /^\d/.test(bare[at + 1] ?? "")));
    if (unnumbered.length < bare.length) {
      add(unnumbered, rank === 0 ? 1 : rank);
      if (bare.length < words.length)
        add([...words.slice(0, words.length - bare.length), ...unnumbered], rank === 0 ? 1 : rank);
    }
  };
  const main = title.includes("(") ? title.replace(/\s*\([^)]*\)/g, "").trim() || title : title;
  const mainWords = wordsOf(main);
  if (main !== title) addName(title, 0);
  addName(main, 0, mainWords);
  for (const match of title.matchAll(/\(([^)]*)\)/g)) {
    const name = (match[1] ?? "").replace(/^a\.?k\.?a\.?\s+/i, "");
    if (!/^\d*$/.test(name)) addName(name, 1);
  }
  for (const name of otherNames) addName(name, 1);
  for (const part of partsOf(main)) addName(part, 2);
  const opening = openingOf(mainWords);
  if (opening !== undefined) add(opening, 2);
  return [...variants.values()];
}

/** The same of a title that is words and spaces and numbers no part: most are, and a million of them take half as long. */
function plainVariants(words: readonly string[]): TitleVariant[] {
  const variants: TitleVariant[] = [{ words, rank: 0 }];
  const bare = withoutArticle(words);
  if (bare.length < words.length && (bare.length > 1 || (bare[0]?.length ?? 0) > 2))
    variants.push({ words: bare, rank: 1 });
  const opening = openingOf(words);
  if (opening !== undefined) variants.push({ words: opening, rank: 2 });
  return variants;
}

const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

function wordsOf(name: string): string[] {
  // Most titles are words and spaces: those need no grammar of words, which is five times the work.
  if (PLAIN.test(name)) return name.toLowerCase().split(" ").map(keyWord);
  return tokenise(name).map((token) => keyWord(token.norm));
}

/** Words and spaces, and no second name after "or". */
function isPlain(title: string): boolean {
  return PLAIN.test(title) && !title.includes(" or ");
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return words.length > 1 && ARTICLES.has(words[0] ?? "") ? words.slice(1) : words;
}

/** What stands before and after a colon, a dash or "or:", where each says enough on its own. */
function partsOf(title: string): string[] {
  if (isPlain(title)) return [];
  const [head, ...rest] = title.split(/\s*(?::|\s[-–—]\s|;|,?\s+or,?:?\s+(?=(?:How|The|A)\b))\s*/);
  if (head === undefined || rest.length === 0) {
    const comma = title.indexOf(", ");
    const before = title.slice(0, comma);
    return comma > 0 && wordsOf(before).filter((word) => !isOrdinary(word)).length > 1 ? [before] : [];
  }
  const parts = head.length > 3 ? [head.replace(/\s+or$/i, "")] : [];
  for (const part of rest) {
    const words = wordsOf(part);
    if (words.length > 1 && words.some((word) => !isOrdinary(word) && !ORDER_WORDS.has(word)))
      parts.push(part);
  }
  return parts;
}

/** The first telling words of a long title: "Eternal Sunshine" of "Eternal Sunshine of the Spotless Mind". */
function openingOf(words: readonly string[]): readonly string[] | undefined {
  const bare = withoutArticle(words);
  if (bare.length < 4) return undefined;
  const opening = bare.slice(0, 2);
  return opening.every((word) => !isOrdinary(word)) ? opening : undefined;
}
