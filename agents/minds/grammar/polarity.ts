import type { Token } from "../../../tools/language/running-text.ts";
import { pauses } from "./pauses.ts";
import { endsClause, isChoice, joint, leavesScope, startsAnew } from "./scope-ends.ts";
import { isKind, type Span, wordAt } from "./span.ts";
import { CONTRAST, LASTING, type Stanced, withScope } from "./stance-scope.ts";
import { withVerdicts } from "./verdicts.ts";
import { CUES, type Stance } from "./words/cues.ts";
import { negatedAt } from "./words/negations.ts";
import { MADE } from "./words/roles.ts";

const PREPOSITION = new RegExp(
  `^(?:from|by|with|in|before|after|under|over|between|since|about|for|during|on|${MADE})$`,
);
/** Words that ask for something only where nothing negates them: "without any", "nothing more". */
const WEAK_WANT = /^(?:any|some|something|anything|more|want|just|only|fancy)$/;

/** "no films except westerns" wants westerns; "no horror except Alien" rules Alien neither in nor out. */
const EXCEPTING = /^(?:except|excluding|unless|besides|apart|aside|other)$/;

/** Spans with their stances, and the stance that holds at every word; undefined on the words of cues themselves. */
export interface Stances {
  readonly spans: readonly Stanced[];
  readonly at: readonly (Stance | undefined)[];
  /** The clause of every word. */
  readonly clauses: readonly number[];
  /** Clauses in which a word asks for something ("show me", "something"). */
  readonly asking: ReadonlySet<number>;
}

/** Where the walk is: the stance that holds, how many spans it governs so far, where the last cue ended. */
interface Walk {
  stance: Stance;
  before: Stance;
  governed: number;
  clause: number;
  cueEnd: number;
}

function enter(walk: Walk, stance: Stance): void {
  walk.stance = stance;
  walk.governed = 0;
}

function endClause(walk: Walk): void {
  walk.clause += 1;
  walk.before = walk.stance;
  enter(walk, "want");
}

/**
 * Walks the words once, keeping the stance of the last cue until a boundary, a preposition or a new cue ends its scope.
 * @param past how the catalogue says that an item was consumed: "watched", "read", "tried"
 * @param nouns its words for an item
 */
export function stancesOf(
  tokens: readonly Token[],
  spans: readonly Span[],
  past: string,
  nouns: ReadonlySet<string>,
): Stances {
  const result: Stanced[] = [];
  const stances: (Stance | undefined)[] = [];
  const clauses: number[] = [];
  const asking = new Set<number>();
  const walk: Walk = { stance: "want", before: "want", governed: 0, clause: 0, cueEnd: -1 };
  for (let at = 0; at < tokens.length; ) {
    const span = spans[result.length];
    const introduces = walk.cueEnd === at && /^:\s*$/.test(tokens[at]?.gap ?? "");
    if (!introduces && endsClause(tokens, at, spans.slice(result.length), result.at(-1), walk.stance))
      endClause(walk);
    const cue = span?.from === at ? undefined : cueAt(tokens, at, span, past);
    // "Thank you for all of these": thanks are about nothing that was said before.
    if (/^(?:thanks|thank)$/.test(wordAt(tokens, at)) && walk.stance !== "want") endClause(walk);
    const end = span?.from === at ? span.to : (cue?.to ?? at + 1);
    if (span?.from === at) {
      result.push(governedBy(walk, tokens, span, result.at(-1)?.span));
    } else if (cue !== undefined) {
      followCue(walk, tokens, at, cue);
      if (cue.meaning === "want" && walk.stance === "want") asking.add(walk.clause);
    } else {
      const choice = isChoice(tokens, at, result.at(-1)?.span, span);
      if (choice !== undefined) enter(walk, choice);
      else passWord(walk, tokens, at);
      stances[at] = walk.stance;
    }
    stances.length = end;
    for (let word = at; word < end; word++) clauses[word] = walk.clause;
    at = end;
  }
  const judged = withVerdicts(tokens, result, nouns);
  for (let word = 0; word < tokens.length; word++) if (judged.words[word] === 1) stances[word] = undefined;
  return { spans: withScope(tokens, corrected(judged.spans.map(turnedDown))), at: stances, clauses, asking };
}

/** Items are turned down one by one; a value that is turned down is ruled out. No taste is kept for all values but some. */
function turnedDown(one: Stanced): Stanced {
  if (isKind(one.span, "values") && one.span.meaning.inverse === true) {
    if (one.stance === "love") return { ...one, stance: "want" };
    if (one.stance === "hate") return { ...one, stance: "exclude" };
  }
  return one.stance === "reject" && !isKind(one.span, "item") ? { ...one, stance: "exclude" } : one;
}

/** "Musicals? I can't stand them": what is said of a value later on holds for its bare mention before. */
function corrected(spans: readonly Stanced[]): Stanced[] {
  return spans.map((one, at) => {
    if (one.stance !== "want" || !isKind(one.span, "values")) return one;
    const { facet, values, inverse } = one.span.meaning;
    const later = spans.slice(at + 1).find(({ span, stance }) => {
      if (!isKind(span, "values") || span.meaning.facet !== facet) return false;
      if (span.meaning.inverse !== inverse) return false;
      return REFUSING.has(stance) && span.meaning.values.join() === values.join();
    });
    return later === undefined ? one : { ...one, stance: later.stance };
  });
}

const REFUSING: ReadonlySet<Stance> = new Set(["hate", "exclude", "tolerate", "open"]);

function governedBy(walk: Walk, tokens: readonly Token[], span: Span, previous: Span | undefined): Stanced {
  const joined = previous === undefined ? undefined : joint(tokens, previous, span);
  const governs = walk.stance === "exclude" && walk.governed > 0 && previous !== undefined;
  if (governs && (leavesScope(span, previous, joined) || startsAnew(tokens, span, previous)))
    enter(walk, "want");
  walk.governed += 1;
  const refused = isTooMuch(tokens, span) || isStruckOut(tokens, span);
  const compared = measuredBy(tokens, span, previous);
  const stance = compared ?? (walk.stance === "want" && refused ? "exclude" : walk.stance);
  return { span, stance, joined, clause: walk.clause, tonight: false };
}

/** "less violent than John Wick" is like it but for that; "newer than Alien" says only from when. */
function measuredBy(tokens: readonly Token[], span: Span, previous: Span | undefined): Stance | undefined {
  if (wordAt(tokens, span.from) === "similar" && isKind(span, "item")) return "example";
  if (wordAt(tokens, span.from - 1) !== "than" || !isKind(span, "item") || previous === undefined)
    return undefined;
  return isKind(previous, "values") ? "example" : "want";
}

/** "too violent", "way too mainstream": there is more of it than is wanted. */
function isTooMuch(tokens: readonly Token[], { from, meaning }: Span): boolean {
  return wordAt(tokens, from - 1) === "too" && (meaning.kind === "values" || meaning.kind === "renown");
}

/** "-horror", "!horror". */
function isStruckOut(tokens: readonly Token[], { from }: Span): boolean {
  return /\s[-–!]$/.test(tokens[from]?.gap ?? "") || (from === 0 && /^[-–!]$/.test(tokens[from]?.gap ?? ""));
}

interface Cue {
  readonly to: number;
  readonly meaning: Stance;
}

function cueAt(tokens: readonly Token[], at: number, next: Span | undefined, past: string): Cue | undefined {
  const end = next?.from ?? tokens.length;
  const plain = CUES.at(tokens, at, end) ?? (at < end ? consumed(tokens, at, past) : undefined);
  const negated = negatedAt(tokens, at, end);
  if (isInterjection(tokens, at)) return { to: at + 1, meaning: "want" };
  if (comparesAs(tokens, at, next)) return { to: at + 1, meaning: "example" };
  const cue = negated !== undefined && negated.to > (plain?.to ?? 0) ? negated : plain;
  if (cue === undefined || isNoun(tokens, at, cue.to) || isKnowledge(tokens, cue.to)) return undefined;
  return cue;
}

/** "I know it has Adam Sandler", "I know who is in Heat": what is known is a fact, not the item. */
function isKnowledge(tokens: readonly Token[], to: number): boolean {
  if (wordAt(tokens, to - 1) !== "know") return false;
  const next = wordAt(tokens, to);
  if (/^(?:who|what|why|how|when|where|about|of|that)$/.test(next)) return true;
  return (
    /^(?:it|they|theyre|its)$/.test(next) &&
    /^(?:has|have|is|was|are|were|stars)$/.test(wordAt(tokens, to + 1))
  );
}

/** A cue takes over, but a weak one right after another ("without any", "nothing more") leaves that one standing. */
function followCue(walk: Walk, tokens: readonly Token[], at: number, cue: Cue): void {
  const word = wordAt(tokens, at);
  const weak = cue.to === at + 1 && WEAK_WANT.test(word) && walk.cueEnd === at;
  walk.cueEnd = cue.to;
  if (weak && walk.stance === "exclude") {
    if (/^(?:just|only)$/.test(word)) enter(walk, "want");
    return;
  }
  if (weak && walk.stance !== "want") return;
  // "nothing too cheesy like The Expendables"
  const within = walk.cueEnd === cue.to && !pauses(tokens, cue.to - 1);
  if (cue.meaning === "example" && walk.stance === "exclude" && walk.governed === 0 && within) {
    enter(walk, "counterexample");
    return;
  }
  if (EXCEPTING.test(word) && walk.stance === "exclude") {
    enter(walk, walk.governed === 0 ? "want" : "open");
    return;
  }
  const contrast = CONTRAST.test(word) || CONTRAST.test(wordAt(tokens, at - 1)) || word === "and";
  const prior = LASTING.has(walk.stance) ? walk.stance : walk.before;
  enter(walk, contrast && cue.meaning === "exclude" ? opposite(prior) : cue.meaning);
  // "I've finished my exams, so suggest a film but not with …": what was told before is over.
  if (cue.meaning === "want") walk.before = "want";
}

/** "but" ends a clause; a preposition ends what "no" and "without" rule out, unless "or" leads into it. */
function passWord(walk: Walk, tokens: readonly Token[], at: number): void {
  const word = wordAt(tokens, at);
  if (CONTRAST.test(word)) {
    const all = [1, 2, 3].some((back) => /^(?:any|every|all)$/.test(wordAt(tokens, at - back)));
    const excepts =
      all &&
      !/^(?:nothing|not|no|none|without|with|only|also|please|then|i|if)$/.test(wordAt(tokens, at + 1));
    if (word === "but" && excepts && walk.stance !== "exclude") {
      enter(walk, "exclude");
      return;
    }
    endClause(walk);
    return;
  }
  const excluded = walk.stance === "exclude" && walk.governed > 0;
  if (excluded && PREPOSITION.test(word) && !/^(?:or|nor)$/.test(wordAt(tokens, at - 1))) enter(walk, "want");
}

/** "as odd as Amélie". */
function comparesAs(tokens: readonly Token[], at: number, next: Span | undefined): boolean {
  const named = next !== undefined && isKind(next, "item") && next.from === at + 1;
  return named && wordAt(tokens, at) === "as" && wordAt(tokens, at - 2) === "as";
}

function consumed(
  tokens: readonly Token[],
  at: number,
  past: string,
): { to: number; meaning: Stance } | undefined {
  if (wordAt(tokens, at) !== past) return undefined;
  // "something to read": not yet.
  if (/^(?:to|should|could|can|will|must|would|gonna|next|id|ill)$/.test(wordAt(tokens, at - 1)))
    return { to: at + 1, meaning: "unseen" };
  return { to: at + 1, meaning: /^(?:havent|never|not)$/.test(wordAt(tokens, at - 1)) ? "unseen" : "seen" };
}

/** "No I meant comedies", "no the other one": a bare no that only answers. */
function isInterjection(tokens: readonly Token[], at: number): boolean {
  if (wordAt(tokens, at) !== "no" || (at > 0 && !pauses(tokens, at))) return false;
  return /^(?:i|im|id|ive|you|actually|wait|sorry|please|give|show|make|lets|its|thats|rather|maybe|try|something|anything|it)$/.test(
    wordAt(tokens, at + 1),
  );
}

/** "falling in love", "the cut": a word after which another stands is no cue. */
function isNoun(tokens: readonly Token[], at: number, to: number): boolean {
  if (to !== at + 1 || !/^(?:love|like|hate|into|cut|lose|drop|skip|want|need)$/.test(wordAt(tokens, at)))
    return false;
  return (
    /^(?:in|of|true|the|his|her|their|first|with|about)$/.test(wordAt(tokens, at - 1)) &&
    wordAt(tokens, at) !== "like"
  );
}

/** "I loved Heat but not Alien": what "not" means after a stance that lasts. */
function opposite(stance: Stance): Stance {
  if (stance === "love") return "hate";
  if (stance === "hate") return "love";
  return stance === "seen" ? "unseen" : "exclude";
}
