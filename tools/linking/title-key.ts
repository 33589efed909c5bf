import { NUMERALS } from "../language/numerals.ts";

/** One way of writing a title, as letters and digits without spaces, and how sure a match by it is (0..1). */
export interface TitleKey {
  readonly key: string;
  readonly grade: number;
  /** A part of the title: two parts that agree say nothing of the wholes. */
  readonly part: boolean;
}

/** How sure a match is by: the title, without its article, by another name, without "Part", by what stands before a colon. */
const GRADES = { whole: 1, bare: 0.94, other: 0.97, loose: 0.95, head: 0.88 } as const;

const ARTICLES = "the|a|an|le|la|les|l|un|une|il|lo|gli|der|die|das|ein|eine|el|los|las|os|det|den|de|het";
const LEADING = new RegExp(`^(?:${ARTICLES})\\s+(?=\\S)`);
/** "Matrix, The", "Misérables, Les", "Avventura, L'". */
const TRAILING = new RegExp(`^(.+),\\s+((?:${ARTICLES})['’]?)$`, "i");
/** What Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const WORDS: Readonly<Record<string, string>> = {
  ...{
    "&": "and",
    und: "and",
    et: "and",
    y: "and",
    "+": "and",
    vs: "versus",
    v: "versus",
    dr: "doctor",
    mr: "mister",
    st: "saint",
  },
  ...NUMERALS,
  ...{ xi: "11", xii: "12", xiii: "13" },
};
const PART = /\b(?:part|pt|episode|volume|vol|chapter|number|no) (?=\d)/g;
const SHORTEST_HEAD = 5;

/** Every way to write the titles of one thing, the surest grade of each. */
export function titleKeys(title: string, otherTitles: readonly string[] = []): readonly TitleKey[] {
  const keys = new Map<string, TitleKey>();
  const add = (words: string, grade: number, part = false): void => {
    const key = words.replaceAll(" ", "");
    const known = keys.get(key);
    if (key !== "" && (known === undefined || known.grade < grade)) keys.set(key, { key, grade, part });
  };
  const addName = (name: string, worth: number): void => {
    const words = wordsOf(name);
    add(words, worth);
    add(words.replace(LEADING, ""), worth * GRADES.bare);
    add(words.replace(/ (?:the|an?)$/, ""), worth * GRADES.bare);
    const loose = words.replace(LEADING, "").replace(PART, "");
    if (loose !== words) add(loose, worth * GRADES.loose);
    const head = headOf(name);
    if (head.length >= SHORTEST_HEAD) add(head.replace(LEADING, ""), worth * GRADES.head, true);
  };
  addName(withoutBrackets(title), GRADES.whole);
  for (const name of [...bracketed(title), ...otherTitles]) addName(withoutBrackets(name), GRADES.other);
  return [...keys.values()];
}

/** A title as lower-case words of letters and digits: no accents, "&" and "and" alike, numerals and number words as digits. */
export function wordsOf(name: string): string {
  const plain = name
    .trim()
    .replace(TRAILING, "$2 $1")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[æœøßłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(?<=\p{L})['’`´](?=\p{L})/gu, "")
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "")
    .replace(/[&+]/g, " $& ")
    .replace(/[^\p{L}\p{N}&+]+/gu, " ")
    .trim();
  const words = plain.split(" ");
  return words
    .map((word, at) => {
      // A last V is a five, in the middle it is against: "Rocky V", "Kramer v. Kramer".
      if (word === "v" && at === words.length - 1 && at > 0) return "5";
      return Object.hasOwn(WORDS, word) && words.length > 1 ? (WORDS[word] ?? word) : word;
    })
    .join(" ");
}

/** What stands before a colon, a spaced dash or "or, …". */
function headOf(name: string): string {
  const [head = "", ...rest] = name.split(/\s*(?::|\s[-–—]\s|;|,?\s+or,\s)\s*/);
  return rest.length === 0 ? "" : wordsOf(head);
}

/** "(1995)", "(The Dark Tower, #2)" and "(a.k.a. …)" go; what is nothing but brackets stays. */
function withoutBrackets(title: string): string {
  return title.replace(/\s*[([][^)\]]*[)\]]/g, "").trim() || title;
}

/** Names in brackets that are other titles: neither years nor "(Series, #2)". */
function bracketed(title: string): string[] {
  return [...title.matchAll(/\(([^)]+)\)/g)]
    .map(([, name = ""]) => name.replace(/^a\.?k\.?a\.?:?\s+/i, ""))
    .filter((name) => !/^\d*$|#\s*\d/.test(name));
}
