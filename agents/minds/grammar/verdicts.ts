import type { Token } from "../../../tools/language/running-text.ts";
import { pauses } from "./pauses.ts";
import { isKind, type Span, wordAt } from "./span.ts";
import type { Stanced } from "./stance-scope.ts";
import { CUES, type Stance, VERDICTS_AFTER } from "./words/cues.ts";
import { negatedAt } from "./words/negations.ts";

/** Spans with the verdicts that follow them taken in; the words of those verdicts mean nothing else. */
export interface Judged {
  readonly spans: readonly Stanced[];
  /** 1 for each word that belongs to a verdict. */
  readonly words: Uint8Array;
}

/** A verdict on the words before it, in words `from` to `to`. */
interface Verdict {
  readonly from: number;
  readonly to: number;
  readonly stance: Stance;
}

/** "the second one was boring", "horror is not for me", "Heat? no thanks", "leave the comedies out", "I'm no horror fan". */
export function withVerdicts(
  tokens: readonly Token[],
  spans: readonly Stanced[],
  nouns: ReadonlySet<string>,
): Judged {
  const words = new Uint8Array(tokens.length);
  const judged = spans.map((one) => {
    if (words[one.span.from] === 1) return one;
    const verdict = verdictOn(tokens, one, nouns);
    if (verdict === undefined) return one;
    words.fill(1, verdict.from, verdict.to);
    return { ...one, stance: verdict.stance };
  });
  return { spans: judged.filter(({ span }) => words[span.from] !== 1), words };
}

function verdictOn(
  tokens: readonly Token[],
  { span, stance }: Stanced,
  nouns: ReadonlySet<string>,
): Verdict | undefined {
  const values = isKind(span, "values");
  if (values) {
    const fan = fanOf(tokens, span, nouns);
    if (fan !== undefined) return fan;
  }
  if (values && stance === "love") return takenBack(tokens, span);
  if (values && (stance === "want" || stance === "exclude")) {
    const apart = takenApart(tokens, span);
    if (apart !== undefined) return apart;
  }
  if (stance === "seen" && isKind(span, "item")) return praised(tokens, following(tokens, span, nouns));
  if (stance !== "want") return undefined;
  // "the eighties are fine", "the sixties are out"
  if (isKind(span, "range")) {
    const verdict = following(tokens, span, nouns);
    return verdict !== undefined && /^(?:tolerate|reject|hate|open)$/.test(verdict.stance)
      ? verdict
      : undefined;
  }
  if (!(values || isKind(span, "item"))) return undefined;
  if (!values && (isAsked(tokens, span.from) || isHearsay(tokens, span.from))) return undefined;
  const found = following(tokens, span, nouns) ?? defined(tokens, span);
  if (found === undefined || !isDoubted(tokens, span.from)) return found;
  return { ...found, stance: opposite(found.stance) };
}

/** "read both, both were great": what was met and is judged, where the clause ends. */
function praised(tokens: readonly Token[], verdict: Verdict | undefined): Verdict | undefined {
  if (verdict === undefined || !/^(?:love|hate)$/.test(verdict.stance)) return undefined;
  const next = wordAt(tokens, verdict.to);
  // "Iron Man 3 is super cool, pity …"
  const said = /^(?:is|was|were|so|super|really|very)$/.test(wordAt(tokens, verdict.from - 1));
  const ends =
    said || next === "" || pauses(tokens, verdict.to) || /^(?:and|but|thanks|thank|though)$/.test(next);
  return ends ? verdict : undefined;
}

/** "I heard it was good": others judge. */
function isHearsay(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    if (/^(?:heard|hear|told|say|says)$/.test(wordAt(tokens, at))) return true;
    if (pauses(tokens, at)) return false;
  }
  return false;
}

/** "which of these is the best rated?" judges nothing. */
function isAsked(tokens: readonly Token[], from: number): boolean {
  let start = from;
  while (start > 0 && !/[.!?;,]/.test(tokens[start]?.gap ?? "")) start -= 1;
  if (/^(?:and|but|so|ok|well)$/.test(wordAt(tokens, start))) start += 1;
  // "What About Bob? was boring"
  if (start >= from) return false;
  return /^(?:which|what|whats|who|whos|how|is|are|was|were|does|do|did|should|would|could|can)$/.test(
    wordAt(tokens, start),
  );
}

const COPULA =
  /^(?:is|was|were|are|looks|sounds|seems|seemed|looked|isnt|wasnt|arent|just|really|very|so|a|an|too|pretty|absolutely|quite|also|both|all|one|always|usually|honestly|totally|simply|kind|of|ones|super|such|last|night|yesterday)$/;
/** Verdicts of one word that judge only where they end their clause: "horror, no" but not "horror, no gore". */
const CURT = /^(?:aside|no|nope|nah|never|out|off|away|free|only|fine|ok|okay|fun|good|rules|rock|bad)$/;
const REACH = 6;

function following(tokens: readonly Token[], span: Span, nouns: ReadonlySet<string>): Verdict | undefined {
  const { to, meaning } = span;
  let appears = false;
  for (let at = to; at < Math.min(tokens.length, to + REACH); at++) {
    const found = verdictAt(tokens, at);
    if (found !== undefined && stands(tokens, at, found, span)) {
      const stance = turned(tokens, at, to, found.meaning);
      // "the third looks great": nobody has seen it yet.
      if (appears && meaning.kind === "item") return undefined;
      return stance === "tolerate" && meaning.kind === "item"
        ? undefined
        : { from: at, to: found.to, stance };
    }
    appears ||= /^(?:looks|sounds|seems)$/.test(wordAt(tokens, at));
    if (!COPULA.test(wordAt(tokens, at)) && !(at === to && nouns.has(wordAt(tokens, at)))) return undefined;
  }
  return undefined;
}

/** A verdict that begins at a word; "not really my thing" is "not my thing". */
function verdictAt(tokens: readonly Token[], at: number): ReturnType<typeof VERDICTS_AFTER.at> {
  const found = VERDICTS_AFTER.at(tokens, at);
  if (found !== undefined || !/^(?:not|isnt|arent|wasnt|dont|doesnt)$/.test(wordAt(tokens, at))) return found;
  if (!/^(?:really|exactly|quite|actually|always|usually|so|that|very)$/.test(wordAt(tokens, at + 1)))
    return undefined;
  const without = [...tokens.slice(at, at + 1), ...tokens.slice(at + 2, at + 8)];
  const softened = VERDICTS_AFTER.at(without, 0);
  return softened === undefined ? undefined : { ...softened, to: at + softened.to + 1 };
}

/** Whether words that can be a verdict are one here: praise needs a verb before it ("horror great" is none), curt ones an end after. */
function stands(
  tokens: readonly Token[],
  at: number,
  verdict: { readonly to: number; readonly meaning: Stance },
  { from: spanStart, to: spanEnd }: Span,
): boolean {
  const curt = verdict.to === at + 1 && CURT.test(wordAt(tokens, at));
  const ends =
    verdict.to >= tokens.length ||
    pauses(tokens, verdict.to) ||
    /^(?:thanks|thank)$/.test(wordAt(tokens, verdict.to));
  if (curt && !ends) return false;
  // "check them out"
  if (
    wordAt(tokens, at) === "out" &&
    spanStart > 0 &&
    /^(?:check|checking|try|trying|figure|find)$/.test(wordAt(tokens, spanStart - 1))
  )
    return false;
  const copula = at > spanEnd || /[:,?!.-]/.test(tokens[at]?.gap ?? "");
  return copula || !(verdict.meaning === "love" && verdict.to === at + 1);
}

/** "horror is the one thing I can't stand", "what I want": the relative clause after the copula says it. */
function defined(tokens: readonly Token[], { to }: Span): Verdict | undefined {
  if (!/^(?:is|are|isnt|arent|was)$/.test(wordAt(tokens, to))) return undefined;
  let at = to + 1;
  while (
    at < to + 7 &&
    /^(?:not|the|what|one|only|thing|genre|kind|sort|something|that|which)$/.test(wordAt(tokens, at))
  )
    at += 1;
  if (at === to + 1) return undefined;
  const negated = /^(?:isnt|arent)$/.test(wordAt(tokens, to)) || wordAt(tokens, to + 1) === "not";
  const [plain, turnedRound] = [CUES.at(tokens, at), negatedAt(tokens, at, tokens.length)];
  const cue = (turnedRound?.to ?? 0) > (plain?.to ?? 0) ? turnedRound : plain;
  if (cue === undefined || !/^(?:love|hate|exclude|want|reject)$/.test(cue.meaning)) return undefined;
  return { from: to, to: cue.to, stance: negated ? opposite(cue.meaning) : cue.meaning };
}

/** "I don't think horror is boring". */
function isDoubted(tokens: readonly Token[], from: number): boolean {
  const at = /^(?:that|the|a)$/.test(wordAt(tokens, from - 1)) ? from - 2 : from - 1;
  if (!/^(?:think|find|say|feel|believe|thought|found)$/.test(wordAt(tokens, at))) return false;
  return /^(?:dont|didnt|wouldnt|never|cant|not)$/.test(wordAt(tokens, at - 1));
}

function opposite(stance: Stance): Stance {
  if (stance === "love") return "hate";
  if (stance === "want") return "exclude";
  return stance === "hate" || stance === "reject" || stance === "exclude" ? "tolerate" : stance;
}

function turned(tokens: readonly Token[], at: number, spanEnd: number, stance: Stance): Stance {
  if (at === spanEnd || !/^(?:isnt|wasnt|arent)$/.test(wordAt(tokens, at - 1))) return stance;
  return opposite(stance);
}

const TAKES = /^(?:keep|leave|take|throw|rule|cut|filter|kick|weed|put|count)$/;

/** "keep the horror away", "leave comedies out": a verb before and its particle after. */
function takenApart(tokens: readonly Token[], { from, to }: Span): Verdict | undefined {
  if (!/^(?:away|out|off|aside)$/.test(wordAt(tokens, to))) return undefined;
  const verb = [1, 2, 3].some((back) => TAKES.test(wordAt(tokens, from - back)));
  if (!verb) return undefined;
  const end = wordAt(tokens, to + 1) === "of" ? to + 3 : wordAt(tokens, to + 1) === "from" ? to + 3 : to + 1;
  return { from: to, to: Math.min(end, tokens.length), stance: "exclude" };
}

/** "my wife likes horror but I don't": the speaker's own word is the last. */
function takenBack(tokens: readonly Token[], { to }: Span): Verdict | undefined {
  const tail = tokens.slice(to, to + 5).map(({ norm }) => norm);
  const end = /^but i (?:dont|do not|cant|never do)$/.exec(
    tail.join(" ").replace(/(?<=dont|do not|cant|never do) .*$/, ""),
  );
  return end === null ? undefined : { from: to, to: to + end[0].split(" ").length, stance: "hate" };
}

const FOLLOWER =
  /^(?:kick|binge|trip|spree|person|fan|fans|lover|lovers|buff|guy|girl|gal|man|woman|people|nut|junkie|addict|enthusiast|type)$/;
const WHO =
  /^(?:on|i|im|id|am|we|were|hes|shes|is|are|isnt|arent|theyre|not|never|been|no|more|much|of|call|consider|myself|wouldnt|dont|would)$/;

/** "I'm a big horror fan", "not much of a comedy person", "no western fan": whose taste it is stands around the value. */
function fanOf(
  tokens: readonly Token[],
  { from, to }: Span,
  nouns: ReadonlySet<string>,
): Verdict | undefined {
  const after = nouns.has(wordAt(tokens, to)) ? to + 1 : to;
  if (!FOLLOWER.test(wordAt(tokens, after)) || pauses(tokens, after)) return undefined;
  let start = from;
  while (
    start > 0 &&
    /^(?:a|an|big|huge|massive|real|great|such|the|biggest)$/.test(wordAt(tokens, start - 1))
  )
    start -= 1;
  const before: string[] = [];
  for (let at = start - 1; at >= 0 && before.length < 6; at--) {
    const word = wordAt(tokens, at);
    if (!WHO.test(word) && !/^(?:really|exactly|such|quite|actually|usually|always)$/.test(word)) break;
    before.push(word);
    if (pauses(tokens, at)) break;
  }
  if (before.length === 0) return undefined;
  const negated = before.some((word) => /^(?:not|no|never|isnt|arent|wouldnt|dont)$/.test(word));
  // "I'm on a western kick"
  const spell = /^(?:kick|binge|trip|spree)$/.test(wordAt(tokens, after));
  if (spell && !before.includes("on")) return undefined;
  return { from: after, to: after + 1, stance: negated ? "hate" : "love" };
}
