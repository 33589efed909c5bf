import { pauses, stops } from "./pauses.ts";
import { wordAt } from "./span.ts";
import type { Stanced } from "./stance-scope.ts";
import type { Utterance } from "./utterance.ts";
import { OTHERS } from "./words/cues.ts";
import { FILLER } from "./words/filler.ts";
import { FOREIGN } from "./words/tongues.ts";

/** A text without any word that asks is searched only when it is this short. */
const SHORT = 6;

/**
 * What no recogniser understood, as written, for full-text and semantic search: only words that hang on what is asked for ("films about a
 * lighthouse", "a heartwarming film", "something eerie"), or a short text that is nothing else. Talk around a wish is no part of it.
 */
export function searchText(utterance: Utterance, claimed: Uint8Array): string | undefined {
  const { tokens, spans, stances, lexicon } = utterance;
  const covered = Uint8Array.from(claimed);
  for (const one of spans) if (!isWordOnly(one, tokens)) covered.fill(1, one.span.from, one.span.to);
  for (let at = 0; at < tokens.length; at++) covered.fill(1, at, lexicon.aliases.at(tokens, at)?.to ?? at);
  const whole = spans.length === 0 && !claimed.includes(1) && isShortPhrase(utterance);
  const telling = (at: number): boolean => {
    const word = wordAt(tokens, at);
    if (covered[at] === 1 || FILLER.has(word) || OTHERS.has(word)) return false;
    if (lexicon.nouns.has(word) || word.length < 3 || NO_TOPIC.test(word)) return false;
    const stance = stances.at[at];
    if (stance !== "want" && stance !== "example") return false;
    return (
      whole ||
      followsTopic(utterance, at) ||
      precedesKind(utterance, covered, at) ||
      followsAnchor(utterance, at) ||
      qualifiesThing(tokens, at)
    );
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

/** "a heist gone wrong": words right behind a topic. */
function followsTopic({ spans, tokens }: Utterance, at: number): boolean {
  const topic = spans.find(({ span, stance }) => {
    const { meaning, to } = span;
    return meaning.kind === "values" && meaning.open && stance === "want" && to <= at && at - to < 2;
  });
  if (topic === undefined) return false;
  return tokens.slice(topic.span.to, at + 1).every(({ gap }) => /^\s*$/.test(gap));
}

/** "a heartwarming film", "spaghetti westerns": words right before what an item is called. */
function precedesKind({ tokens, lexicon }: Utterance, covered: Uint8Array, at: number): boolean {
  for (let next = at + 1; next < Math.min(tokens.length, at + 4); next++) {
    if (pauses(tokens, next)) return false;
    const word = wordAt(tokens, next);
    if (lexicon.nouns.has(word)) return !VERB_BEFORE.test(wordAt(tokens, at));
    if (covered[next] === 1)
      return lexicon.vocabulary.entries(word).some(({ open, person }) => !open && !person);
    if (FILLER.has(word)) return false;
  }
  return false;
}

/** "list films", "suggesting movies": what is done with items is no kind of them. */
const VERB_BEFORE = /(?:ing|^list|^pick|^choose|^name|^send|^bring|^hit|^stream|^rent|^buy|^find)$/;
/** Words that lead up to what an item is about. */
const ANCHOR =
  /^(?:about|involving|involves|involve|featuring|around|with|where|whose|set|concerning|covering|exploring|dealing|on|of|in|like)$/;
/** Talk of the speaker's own, in which no topic is named. */
const OWN = /^(?:i|you|we|im|ive|id|weve|were|my|our|because|since)$/;
/** When, how good, or what is done with an item, not what it is about: "done anything recently", "a wonderful film", "check it out". */
const NO_TOPIC =
  /^(?:recently|lately|nowadays|anymore|soon|check|checking|wonderful|amazing|fantastic|brilliant|excellent|superb|terrific|fabulous|awesome|lovely|incredible|suggesting|recommending)$/;
const REACH = 11;

/** "films about a man in a lighthouse": after a word that leads up to a topic, where an item was spoken of before it. */
function followsAnchor({ tokens, spans, lexicon }: Utterance, at: number): boolean {
  for (let back = at; back > Math.max(-1, at - REACH); back--) {
    const word = wordAt(tokens, back);
    if (back < at && (OWN.test(word) || stops(tokens, back + 1))) return false;
    if (back === at || !ANCHOR.test(word)) continue;
    if (word === "about")
      return !/^(?:what|how|know|think|talk|talking|talked|heard|tell|sure|forget|worry)$/.test(
        wordAt(tokens, back - 1),
      );
    const opens = back === 0 || /[.,;!?:–—-]/.test(tokens[back]?.gap ?? "");
    const before = tokens.slice(Math.max(0, back - 6), back).map(({ norm }) => norm);
    const thing = before.some((one) => THING.test(one) || lexicon.nouns.has(one));
    const kind = spans.some(
      ({ span }) => span.to > back - 6 && span.to <= back && span.meaning.kind === "values",
    );
    if (thing || kind || (opens && back === 0)) return true;
  }
  return false;
}

const THING = /^(?:something|anything|somewhere|one|ones|story|stories|tale|tales|plot)$/;

/** "something eerie", "anything truly heartwarming". */
function qualifiesThing(tokens: Utterance["tokens"], at: number): boolean {
  for (let back = at - 1; back > at - 4 && back >= 0; back--) {
    if (pauses(tokens, back + 1)) return false;
    const word = wordAt(tokens, back);
    if (/^(?:something|anything)$/.test(word)) return true;
    if (!/^(?:really|very|truly|quite|so|more|a|bit|little|kind|of|sort|and|super|pretty)$/.test(word))
      return false;
  }
  return false;
}

/** "a man in a lighthouse": a word that is a title, too, of which nothing is said as of a title. */
function isWordOnly({ span, stance }: Stanced, tokens: Utterance["tokens"]): boolean {
  if (span.meaning.kind !== "item" || span.meaning.by !== "title" || stance !== "want") return false;
  return tokens.slice(span.from, span.to).every(({ capital }) => !capital);
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
