import type { Token } from "../../../tools/language/running-text.ts";
import { wordAt } from "./span.ts";
import { OTHERS } from "./words/cues.ts";

const PRONOUNS: Readonly<Record<string, string>> = {
  ...{ he: "him", him: "him", she: "her", her: "her", they: "them", them: "them" },
};
/** Words between a pronoun of possession and a relative: "my older brother". */
const DESCRIBING = /^(?:older|younger|little|big|best|old|dear|own|two|three|eldest|youngest|ex)$/;

/** Whose taste words `from` to `to` speak of, as the reply calls them: "your wife", "your friend Sam", "her"; undefined: the speaker's. */
export function holderIn(tokens: readonly Token[], from: number, to: number): string | undefined {
  for (let at = to - 1; at >= from; at--) {
    // "they've", "he's"
    const word = wordAt(tokens, at).replace(/^(he|she|they)(?:ve|s|d|ll)$/, "$1");
    if (/^(?:i|im|ive|id|we|weve)$/.test(word)) return undefined;
    if (!OTHERS.has(word)) continue;
    const pronoun = PRONOUNS[word];
    if (pronoun !== undefined) return pronoun;
    return called(tokens, from, at);
  }
  return OTHERS_VERB.test(wordAt(tokens, from)) ? namedBefore(tokens, from) : undefined;
}

/** Verbs that somebody else does: "Tom, our flatmate, doesn't like westerns". */
const OTHERS_VERB =
  /^(?:doesnt|hates|loves|likes|dislikes|adores|loathes|prefers|enjoys|avoids|cant|wont|isnt)$/;

/** Who the clause before spoke of: somebody called by name, or who they are. */
function namedBefore(tokens: readonly Token[], at: number): string | undefined {
  let start = at;
  while (start > 0 && !/[.;!?\n]/.test(tokens[start]?.gap ?? "")) start -= 1;
  const words = tokens.slice(start, at);
  if (words.some(({ norm }) => /^(?:i|im|ive|we)$/.test(norm))) return undefined;
  const relative = words.findIndex(({ norm }) => OTHERS.has(norm) && PRONOUNS[norm] === undefined);
  const name = words.find(({ capital, norm }, place) => capital && place > 0 && norm.length > 1);
  if (name !== undefined) return name.text;
  return relative < 0 ? undefined : called(tokens, start, start + relative);
}

/** "my older brother" → "your older brother", "the kids" → "the kids", "my friend Sam" → "your friend Sam". */
function called(tokens: readonly Token[], from: number, at: number): string {
  let start = at;
  while (start > from && DESCRIBING.test(wordAt(tokens, start - 1))) start -= 1;
  const owner = wordAt(tokens, start - 1);
  const name =
    tokens[at + 1]?.capital === true && /^\s$/.test(tokens[at + 1]?.gap ?? "")
      ? tokens[at + 1]?.text
      : undefined;
  const words = tokens.slice(start, at + 1).map(({ norm }) => norm);
  // "his wife", "Sam's sister"
  const other = /^(?:his|her|their)$/.test(owner) || /['’]s$/.test(tokens[start - 1]?.text ?? "");
  const whose = owner === "the" ? "the" : other ? (tokens[start - 1]?.text ?? "") : "your";
  return [whose, ...words, ...(name === undefined ? [] : [name])].join(" ");
}
