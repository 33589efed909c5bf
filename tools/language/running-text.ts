/** One word of a text. `start` and `end` are offsets into the original; `gap` is what stands between it and the word before. */
export interface Token {
  readonly text: string;
  /** Lower case, without diacritics, apostrophes and dots: "Amélie's" → "amelies", "90's" → "90s", "E.T." → "et". */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  readonly gap: string;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

const WORD =
  /&|\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:\p{L}+\d*)?(?:['’‘`´]\p{L}+)?|\p{L}(?:\.\p{L})+\.?|[\p{L}\p{M}\p{N}]+(?:['’‘`´ʼ][\p{L}\p{N}]+)*/gu;

const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  ł: "l",
  đ: "d",
  ı: "i",
};
const PLAIN = /^[a-z0-9]+$/;
const PLAIN_PHRASE = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** A word as it is compared. Punctuation inside it disappears; a number keeps its decimal point. */
export function normaliseWord(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  if (lower === "&") return "and";
  if (/^\d/.test(lower)) return lower.replace(/[^a-z0-9.]/g, "");
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’‘`´ʼ.]/g, "")
    .replace(/[ßæøœłđı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a text in order; hyphens and all other punctuation separate words. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const start = match.index;
    const norm = normaliseWord(word);
    if (norm === "") continue;
    const end = start + word.length;
    tokens.push({
      text: word,
      norm,
      start,
      end,
      gap: text.slice(last, start),
      capital: /^\p{Lu}/u.test(word),
    });
    last = end;
  }
  return tokens;
}

/** A phrase as it is compared: normalised words joined by single spaces. */
export function normalisePhrase(text: string): string {
  if (PLAIN_PHRASE.test(text)) return text.toLowerCase();
  return tokenise(text)
    .map((token) => token.norm)
    .join(" ");
}

/** Plurals of nouns in -ie, which the rule for -y would spoil. */
const ENDING_IN_IE: ReadonlySet<string> = new Set(
  "zombies movies cookies rookies selfies genies calories hippies brownies junkies groupies newbies indies prairies pixies bookies".split(
    " ",
  ),
);

/** The singular of a normalised English noun, by rule: "comedies" → "comedy", "westerns" → "western", "boss" → "boss". */
export function singular(word: string): string {
  if (/(?:wo|hit|gun|police|fire|business|snow|super)men$/.test(word)) return `${word.slice(0, -2)}an`;
  if (/^(?:thie|wol|sel|hal|shel|cal|lea|loa)ves$/.test(word)) return `${word.slice(0, -3)}f`;
  if (/^(?:wi|kni|li)ves$/.test(word)) return `${word.slice(0, -3)}fe`;
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (ENDING_IN_IE.has(word)) return word.slice(0, -1);
  if (word.endsWith("ies")) return word.length > 5 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ches|shes|xes|sses|zes|[cri]uses|iruses)$/.test(word)) return word.slice(0, -2);
  if (/(?:her|potat|tomat|ech)oes$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
