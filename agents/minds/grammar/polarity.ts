import type { Token } from "../../../tools/language/running-text.ts";
import { isKind, type Span, wordAt } from "./span.ts";
import { CONTRAST, LASTING, type Stanced, withScope, withVerdicts } from "./stance-scope.ts";
import { CUES, type Stance } from "./words/cues.ts";

const PREPOSITION =
  /^(?:from|by|with|in|set|before|after|under|over|between|since|starring|directed|about|for|featuring|during|released|made|on)$/;
/** Words that ask for something only where nothing negates them: "without any", "nothing more". */
const WEAK_WANT = /^(?:any|some|something|anything|more|want|just|only|fancy)$/;

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
 */
export function stancesOf(tokens: readonly Token[], spans: readonly Span[], past: string): Stances {
  const result: Stanced[] = [];
  const stances: (Stance | undefined)[] = [];
  const clauses: number[] = [];
  const asking = new Set<number>();
  const walk: Walk = { stance: "want", before: "want", governed: 0, clause: 0, cueEnd: -1 };
  for (let at = 0; at < tokens.length; ) {
    const span = spans[result.length];
    if (endsClause(tokens, at, span, result.at(-1), walk)) endClause(walk);
    const cue = span?.from === at ? undefined : cueAt(tokens, at, span, past);
    const end = span?.from === at ? span.to : (cue?.to ?? at + 1);
    if (span?.from === at) {
      result.push(governedBy(walk, tokens, span, result.at(-1)?.span));
    } else if (cue !== undefined) {
      followCue(walk, tokens, at, cue);
      if (cue.meaning === "want" && walk.stance === "want") asking.add(walk.clause);
    } else {
      passWord(walk, tokens, at);
      stances[at] = walk.stance;
    }
    stances.length = end;
    for (let word = at; word < end; word++) clauses[word] = walk.clause;
    at = end;
  }
  return { spans: withVerdicts(tokens, withScope(tokens, result)), at: stances, clauses, asking };
}

function endsClause(
  tokens: readonly Token[],
  at: number,
  next: Span | undefined,
  last: Stanced | undefined,
  { stance }: Walk,
): boolean {
  const gap = at === 0 ? "" : (tokens[at]?.gap ?? "");
  if (/[.;!?\n]|\s[-–—]\s|:/.test(gap)) return true;
  return gap.includes(",") && !listGoesOn(tokens, at, next, last, stance);
}

function governedBy(walk: Walk, tokens: readonly Token[], span: Span, previous: Span | undefined): Stanced {
  const joined = previous === undefined ? undefined : joint(tokens, previous, span);
  if (walk.stance === "exclude" && walk.governed > 0 && leavesScope(span, previous, joined))
    enter(walk, "want");
  walk.governed += 1;
  return { span, stance: walk.stance, joined, clause: walk.clause, tonight: false };
}

interface Cue {
  readonly to: number;
  readonly meaning: Stance;
}

function cueAt(tokens: readonly Token[], at: number, next: Span | undefined, past: string): Cue | undefined {
  const cue = CUES.at(tokens, at) ?? consumed(tokens, at, past);
  if (cue === undefined || (next !== undefined && cue.to > next.from)) return undefined;
  return isNoun(tokens, at, cue.to) ? undefined : cue;
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
  const contrast = CONTRAST.test(word) || CONTRAST.test(wordAt(tokens, at - 1)) || word === "and";
  const prior = LASTING.has(walk.stance) ? walk.stance : walk.before;
  enter(walk, contrast && cue.meaning === "exclude" ? opposite(prior) : cue.meaning);
}

/** "but" ends a clause; a preposition ends what "no" and "without" rule out, unless "or" leads into it. */
function passWord(walk: Walk, tokens: readonly Token[], at: number): void {
  const word = wordAt(tokens, at);
  if (CONTRAST.test(word)) {
    endClause(walk);
    return;
  }
  const excluded = walk.stance === "exclude" && walk.governed > 0;
  if (excluded && PREPOSITION.test(word) && !/^(?:or|nor)$/.test(wordAt(tokens, at - 1))) enter(walk, "want");
}

function consumed(
  tokens: readonly Token[],
  at: number,
  past: string,
): { to: number; meaning: Stance } | undefined {
  if (wordAt(tokens, at) !== past) return undefined;
  return { to: at + 1, meaning: /^(?:havent|never|not)$/.test(wordAt(tokens, at - 1)) ? "unseen" : "seen" };
}

/** "falling in love", "the cut": a word after which another stands is no cue. */
function isNoun(tokens: readonly Token[], at: number, to: number): boolean {
  if (to !== at + 1 || !/^(?:love|like|hate|into|cut|lose|drop|skip|want|need)$/.test(wordAt(tokens, at)))
    return false;
  return (
    /^(?:in|of|true|the|his|her|their|first|with)$/.test(wordAt(tokens, at - 1)) &&
    wordAt(tokens, at) !== "like"
  );
}

/** "I loved Heat but not Alien": what "not" means after a stance that lasts. */
function opposite(stance: Stance): Stance {
  if (stance === "love") return "hate";
  if (stance === "hate") return "love";
  return stance === "seen" ? "unseen" : "exclude";
}

function joint(tokens: readonly Token[], left: Span, right: Span): Stanced["joined"] {
  const between = tokens.slice(left.to, right.from).map((token) => token.norm);
  if (between.includes("or") || between.includes("nor")) return between.length < 7 ? "or" : undefined;
  if (between.includes("and") || between.includes("plus")) return "and";
  if (between.length > 0) return undefined;
  return /,/.test(tokens[right.from]?.gap ?? "") ? "or" : "adjacent";
}

function leavesScope(span: Span, previous: Span | undefined, joined: Stanced["joined"]): boolean {
  if (previous === undefined || joined === "or") return false;
  if (
    isKind(span, "range") ||
    isKind(span, "count") ||
    isKind(span, "level") ||
    isKind(span, "comparative")
  ) {
    return !(
      isKind(span, "range") &&
      isKind(previous, "range") &&
      span.meaning.facet === previous.meaning.facet
    );
  }
  return false;
}

/** Whether a comma inside a list ("no horror, musicals or westerns") leaves the stance as it is. */
function listGoesOn(
  tokens: readonly Token[],
  at: number,
  next: Span | undefined,
  last: Stanced | undefined,
  stance: Stance,
): boolean {
  if (next === undefined || last === undefined || last.stance !== stance || stance === "want") return false;
  const opening = tokens.slice(at, next.from).map((token) => token.norm);
  if (!opening.every((word) => /^(?:and|or|nor|the)$/.test(word))) return false;
  if (isKind(next, "item")) return isKind(last.span, "item");
  if (isKind(next, "values") && isKind(last.span, "values")) {
    return LASTING.has(stance) || next.meaning.facet === last.span.meaning.facet || opening.length > 0;
  }
  return (
    isKind(next, "range") && isKind(last.span, "range") && next.meaning.facet === last.span.meaning.facet
  );
}
