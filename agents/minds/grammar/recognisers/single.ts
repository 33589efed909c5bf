import { singular } from "../../../../tools/language/running-text.ts";
import { pauses } from "../pauses.ts";
import { type Reading, wordAt } from "../span.ts";

/** Whether words after an order that begin at `at` are of one thing: "the longest western", "the best Kubrick film". */
export function isSingle({ tokens, lexicon }: Reading, order: number, at: number): boolean {
  if (!/^(?:the|his|her|their|its|your)$/.test(wordAt(tokens, order - 1))) return false;
  if (/^(?:which|whats|what|who)$/.test(wordAt(tokens, 0))) return false;
  for (let next = at; next < at + 3 && next < tokens.length; next++) {
    if (next > at && pauses(tokens, next)) return false;
    const word = wordAt(tokens, next);
    const after = wordAt(tokens, next + 1);
    if (word === "one" || lexicon.nouns.has(word)) return singular(word) === word;
    const kind = lexicon.vocabulary.entries(word).some(({ open, person }) => !open && !person);
    if (kind && after !== "one" && !lexicon.nouns.has(after)) return singular(word) === word;
    if (!kind && lexicon.vocabulary.surname(word).length === 0) return false;
  }
  return false;
}
