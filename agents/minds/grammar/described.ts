import { stops } from "./pauses.ts";
import { isKind, type Span, wordAt } from "./span.ts";
import type { Utterance } from "./utterance.ts";

/** "it was a funny movie", "I thought they were really scary", "sounds like a documentary", "do you like sci-fi?". */
const TELLING =
  /^(?:(?:and|but|so|well|oh|yes|yeah|no|ok|i|we|think|thought|know|knew|heard|guess|remember|believe|really|actually|also|because|since|hmm) )*(?:(?:it|that|this|they|those|these|ITEM|one|NOUN) (?:was|were|has got|had)|(?:it|that|this|they|those|ITEM) sounds? like|sounds? like|(?:i )?(?:know|heard) (?:it|that|they) (?:has|have|is|are|stars)|i never (?:knew|thought|imagined)|(?:it|its|it is|thats) (?:an? |really |so |such )*(?:VALUE) (?:actually|right|indeed)|do you (?:only |also |really |even |just |personally )*(?:like|love|enjoy|watch|prefer|hate))\b/;

/** Whether a value is only told of something, of which nothing is asked: in the past, by hearsay, or of the one that is spoken to. */
export function isDescribed(utterance: Utterance, span: Span): boolean {
  if (!isKind(span, "values") && !isKind(span, "range") && !isKind(span, "level")) return false;
  const { tokens, spans, lexicon } = utterance;
  let start = span.from;
  while (start > 0 && span.from - start < 12 && !stops(tokens, start) && !/,/.test(tokens[start]?.gap ?? ""))
    start -= 1;
  // "a western, that was made in the nineties"
  if (wordAt(tokens, start) === "that" && start > 0 && /,/.test(tokens[start]?.gap ?? "")) return false;
  const words: string[] = [];
  for (let at = start; at < tokens.length && words.length < 20; at++) {
    if (at > span.to && stops(tokens, at)) break;
    const here = spans.find((one) => one.span.from === at)?.span;
    const isItem = here !== undefined && isKind(here, "item");
    const named = isItem && here.meaning.by === "title";
    const noun = lexicon.nouns.has(wordAt(tokens, at));
    words.push(here === span ? "VALUE" : named ? "ITEM" : noun ? "NOUN" : wordAt(tokens, at));
    if (here === span || named) at = (here?.to ?? at + 1) - 1;
  }
  // "if it was a comedy", "I wish it was funnier"
  const told = words.join(" ");
  const aside = told.search(/\bi (?:thought|think|know|heard) (?:it|that|they)\b/);
  return (
    (TELLING.test(told) || (aside > 0 && TELLING.test(told.slice(aside)))) &&
    !/^(?:.* )?(?:if|wish|should|rather|wanted|unless)\b/.test(told)
  );
}
