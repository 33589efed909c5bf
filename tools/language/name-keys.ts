const ASCII = /^[\0-\x7f]*$/;
/** Where a name goes on after what could stand alone: "Star Wars: …", "Léon (…", "Episode V - …". */
const PARTS = /[:(]\s*|\s[-–—]\s/u;

/** A name, or the beginning of one, as it is compared: lower case, without accents, punctuation and a leading "the". */
export function nameKey(text: string): string {
  return wholeKey(text).replace(/^the (?=.)/, "");
}

/** The keys by which a title is begun: itself with and without "the", then what follows a colon, a bracket or a dash. */
export function titleKeys(title: string): string[] {
  const parts = title.split(PARTS);
  const later = parts.slice(1).map((_, at) => nameKey(parts.slice(at + 1).join(" ")));
  return [...new Set([nameKey(title), wholeKey(title), ...later])].filter((key) => key !== "");
}

function wholeKey(text: string): string {
  const lower = text.toLowerCase();
  const plain = ASCII.test(lower) ? lower : lower.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The keys by which a person is begun: the name, then from each later word on: "robert de niro", "de niro", "niro". */
export function personKeys(name: string): string[] {
  const words = nameKey(name).split(" ");
  return words.map((_, at) => words.slice(at).join(" ")).filter((key) => key !== "");
}

/** Letters and digits have a place of their own; all others share theirs, and collisions are told apart by the name itself. */
const SYMBOLS = 40;
const SPACE = 37;
/** Names are filed by their first three symbols. */
export const BUCKETS = SYMBOLS ** 3;

/** The files that names may lie in which begin with a key: `from` to before `to`. */
export function bucketsOf(key: string): { readonly from: number; readonly to: number } {
  let from = 0;
  let width = BUCKETS;
  for (let at = 0; at < Math.min(3, key.length); at++) {
    width /= SYMBOLS;
    from += symbolOf(key.charCodeAt(at)) * width;
  }
  return { from, to: from + width };
}

function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return code - 21;
  return code === 32 ? SPACE : 1 + (code % 36);
}
