import { wordAt } from "./span.ts";
import type { Stanced } from "./stance-scope.ts";
import type { Utterance } from "./utterance.ts";
import { FILLER } from "./words/filler.ts";
import { FOREIGN } from "./words/tongues.ts";

/** A text without any word that asks is searched only when it is this short. */
const SHORT = 6;

/**
 * What no recogniser understood and is not filler, as written, for full-text and semantic search. Only words of clauses that
 * ask for something, or whose other words are wanted, count.
 */
export function searchText(utterance: Utterance, claimed: Uint8Array): string | undefined {
  const { tokens, spans, stances, lexicon } = utterance;
  const covered = Uint8Array.from(claimed);
  for (const one of spans) if (!isWordOnly(one, tokens)) covered.fill(1, one.span.from, one.span.to);
  for (let at = 0; at < tokens.length; at++) covered.fill(1, at, lexicon.aliases.at(tokens, at)?.to ?? at);
  const wanting = new Set(stances.asking);
  for (const { span, stance, clause } of spans) {
    if (claimed[span.from] !== 1 && stance !== "seen" && (stance === "want" || stance === "example"))
      wanting.add(clause);
  }
  const whole = spans.length === 0 && !claimed.includes(1) && isShortPhrase(utterance);
  const telling = (at: number): boolean => {
    const word = wordAt(tokens, at);
    if (covered[at] === 1 || FILLER.has(word) || lexicon.nouns.has(word) || word.length < 3) return false;
    const stance = stances.at[at];
    if (isAside(tokens, at, stances)) return false;
    const asks =
      whole ||
      wanting.has(stances.clauses[at] ?? -1) ||
      isAbout(
        tokens.map((token) => token.norm),
        at,
      );
    return asks && (stance === "want" || stance === "example");
  };
  const runs: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!telling(at)) continue;
    let end = at + 1;
    for (let next = end; next < tokens.length && next <= end + 2 && covered[next] !== 1; next++) {
      if (/[.!?;,]/.test(tokens[next]?.gap ?? "")) break;
      if (telling(next)) end = next + 1;
    }
    runs.push(utterance.text.slice(tokens[at]?.start, tokens[end - 1]?.end));
    at = end - 1;
  }
  const text = runs.join(" ").trim();
  return text === "" ? undefined : text;
}

/** So many words before a clause comes to what it asks for tell of something else. */
const LONG_PREAMBLE = 6;

/**
 * Whether a word stands in a preamble ("so I was thinking that after a long day at work … I would like …") or gives a reason ("because the
 * last time I slept badly").
 */
function isAside(
  tokens: Utterance["tokens"],
  at: number,
  { at: stances, clauses }: Utterance["stances"],
): boolean {
  const clause = clauses[at];
  let start = at;
  while (start > 0 && clauses[start - 1] === clause) {
    start -= 1;
    if (/^(?:because|since|as)$/.test(wordAt(tokens, start)) && wordAt(tokens, start + 1) !== "the")
      return true;
    if (wordAt(tokens, start) === "because") return true;
  }
  // Words of cues have no stance: where one follows in the same clause, what precedes it leads up to it.
  let cue = at;
  while (cue < tokens.length && clauses[cue] === clause && stances[cue] !== undefined) cue += 1;
  const leadsUp = cue < tokens.length && clauses[cue] === clause && stances[cue] === undefined;
  return leadsUp && (cue - start > LONG_PREAMBLE || SETTING.test(wordAt(tokens, start)));
}

/** "after work I'd like …" */
const SETTING = /^(?:after|before|while|when|since|during)$/;

/** "a man in a lighthouse": a word that is a title, too, of which nothing is said as of a title. */
function isWordOnly({ span, stance }: Stanced, tokens: Utterance["tokens"]): boolean {
  if (span.meaning.kind !== "item" || span.meaning.by !== "title" || stance !== "want") return false;
  return tokens.slice(span.from, span.to).every(({ capital }) => !capital);
}

/** "… about robots" asks without a verb. */
function isAbout(words: readonly string[], at: number): boolean {
  const about = words.lastIndexOf("about", at);
  return about >= 0 && at - about < 12 && words[about - 1] !== "what" && words[about - 1] !== "how";
}

/** "time travel heist": a few words, all of which the catalogue's texts know, that neither ask nor speak another language. */
function isShortPhrase({ tokens, catalogue, lexicon, asks, text }: Utterance): boolean {
  if (asks || tokens.length === 0 || tokens.length > SHORT || /[{}<>=;]/.test(text)) return false;
  if (
    /^(?:who|what|when|where|why|how|is|are|do|does|did|can|could|will|would|should)$/.test(wordAt(tokens, 0))
  )
    return false;
  const words = tokens.map((token) => token.norm).filter((word) => !FILLER.has(word));
  if (tokens.some((token) => lexicon.nouns.has(token.norm))) return true;
  return (
    words.length > 0 &&
    words.every((word) => word.length > 2 && !FOREIGN.has(word) && catalogue.search(word, 1).length > 0)
  );
}
