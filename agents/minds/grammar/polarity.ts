import type { Token } from "../../../tools/language/running-text.ts";
import { isKind, type Span, wordAt } from "./span.ts";
import { CUES, OTHERS, type Stance, TONIGHT, VERDICTS_AFTER } from "./words/cues.ts";

/** A span, how the speaker stands to it, and what joins it to the one before. */
export interface Stanced {
  readonly span: Span;
  readonly stance: Stance;
  readonly joined: "and" | "or" | "adjacent" | undefined;
  /** Clauses are numbered from 0 and end at full stops, "but", and commas that start something new. */
  readonly clause: number;
  /** Said of tonight only, or of somebody else's taste. */
  readonly tonight: boolean;
  /** Whether a word asked for it ("a horror film", "show me …"): stands against a standing dislike. */
  readonly cued: boolean;
}

const CONTRAST = /^(?:but|however|though|although|yet|still)$/;
const PREPOSITION =
  /^(?:from|by|with|in|set|before|after|under|over|between|since|starring|directed|about|for|featuring|during|released|made|on)$/;
/** Words that ask for something only where nothing negates them: "without any", "nothing more". */
const WEAK_WANT = /^(?:any|some|something|anything|more|want|just|only|fancy)$/;
const LASTING: ReadonlySet<Stance> = new Set(["love", "hate", "seen", "tolerate", "unseen"]);

/** Spans with their stances, and the stance that holds at every word; undefined on the words of cues themselves. */
export interface Stances {
  readonly spans: readonly Stanced[];
  readonly at: readonly (Stance | undefined)[];
  /** The clause of every word. */
  readonly clauses: readonly number[];
  /** Clauses in which a word asks for something ("show me", "something"). */
  readonly asking: ReadonlySet<number>;
}

/**
 * Walks the words once, keeping the stance of the last cue until a boundary, a preposition or a new cue ends its scope.
 * @param past how the catalogue says that an item was consumed: "watched", "read", "tried"
 */
export function stancesOf(tokens: readonly Token[], spans: readonly Span[], past: string): Stances {
  const result: Stanced[] = [];
  const words: (Stance | undefined)[] = [];
  const clauses: number[] = [];
  const asking = new Set<number>();
  let stance = "want" as Stance;
  let before = "want" as Stance;
  let governed = 0;
  let clause = 0;
  let cueEnd = -1;
  let next = 0;
  const reset = (to: Stance): void => {
    stance = to;
    governed = 0;
  };
  for (let at = 0; at < tokens.length; ) {
    const span = spans[next];
    const gap = at === 0 ? "" : (tokens[at]?.gap ?? "");
    if (/[.;!?\n]|\s[-–—]\s|:/.test(gap)) {
      clause += 1;
      before = stance;
      reset("want");
    } else if (gap.includes(",") && !listGoesOn(tokens, at, span, result.at(-1), stance)) {
      clause += 1;
      before = stance;
      reset("want");
    }
    if (span !== undefined && span.from === at) {
      const previous = result.at(-1);
      const joined = previous === undefined ? undefined : joint(tokens, previous.span, span);
      if (stance === "exclude" && governed > 0 && leavesScope(span, previous?.span, joined)) reset("want");
      result.push({ span, stance, joined, clause, tonight: false, cued: cueEnd >= 0 });
      governed += 1;
      words.length = span.to;
      for (let word = at; word < span.to; word++) clauses[word] = clause;
      at = span.to;
      next += 1;
      continue;
    }
    const word = wordAt(tokens, at);
    const cue = CUES.at(tokens, at) ?? consumed(tokens, at, past);
    if (cue !== undefined && (span === undefined || cue.to <= span.from) && !isNoun(tokens, at, cue.to)) {
      const weak = cue.to === at + 1 && WEAK_WANT.test(word);
      if (weak && cueEnd === at && stance === "exclude") {
        if (/^(?:just|only)$/.test(word)) reset("want");
      } else if (!(weak && stance !== "want" && stance !== "exclude" && cueEnd === at)) {
        const contrast = CONTRAST.test(word) || CONTRAST.test(wordAt(tokens, at - 1)) || word === "and";
        const prior = LASTING.has(stance) ? stance : before;
        reset(contrast && cue.meaning === "exclude" ? opposite(prior) : cue.meaning);
      }
      cueEnd = cue.to;
      words.length = cue.to;
      for (let word = at; word < cue.to; word++) clauses[word] = clause;
      if (cue.meaning === "want" && stance === "want") asking.add(clause);
      at = cue.to;
      continue;
    }
    if (CONTRAST.test(word)) {
      clause += 1;
      before = stance;
      reset("want");
    } else if (
      PREPOSITION.test(word) &&
      stance === "exclude" &&
      governed > 0 &&
      !/^(?:or|nor)$/.test(wordAt(tokens, at - 1))
    ) {
      reset("want");
    }
    words[at] = stance;
    clauses[at] = clause;
    at += 1;
  }
  return { spans: withVerdicts(tokens, withScope(tokens, result)), at: words, clauses, asking };
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
    /^(?:in|of|true|the|his|her|their|first|with|and)$/.test(wordAt(tokens, at - 1)) &&
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

/** "tonight" and "my wife …" hold for their clause; "tonight" at the end of a sentence for all clauses that only state. */
function withScope(tokens: readonly Token[], stanced: readonly Stanced[]): Stanced[] {
  return stanced.map((one) => {
    const inClause = stanced.filter((other) => other.clause === one.clause).map((other) => other.span);
    const from = Math.min(...inClause.map((span) => span.from));
    const to = Math.max(...inClause.map((span) => span.to));
    const start = clauseStart(tokens, from);
    const end = clauseEnd(tokens, to);
    const words = tokens.slice(start, end);
    const others =
      words.slice(0, one.span.from - start).some(({ norm }) => OTHERS.has(norm)) && LASTING.has(one.stance);
    return { ...one, tonight: others || words.some(({ norm }) => TONIGHT.test(norm)) };
  });
}

function clauseStart(tokens: readonly Token[], from: number): number {
  let start = from;
  while (
    start > 0 &&
    !/[.,;!?\n:]/.test(tokens[start]?.gap ?? "") &&
    !CONTRAST.test(wordAt(tokens, start - 1))
  )
    start -= 1;
  return start;
}

function clauseEnd(tokens: readonly Token[], to: number): number {
  let end = to;
  while (
    end < tokens.length &&
    !/[.,;!?\n:]/.test(tokens[end]?.gap ?? "") &&
    !CONTRAST.test(wordAt(tokens, end))
  )
    end += 1;
  return end;
}

const COPULA =
  /^(?:is|was|were|are|looks|sounds|seems|seemed|looked|isnt|wasnt|just|really|very|so|a|an|too|pretty|absolutely|quite|also|both|all|one|film|movie)$/;

/** "the second one was boring", "horror is not for me", "Heat? no thanks": the verdict comes after. */
function withVerdicts(tokens: readonly Token[], stanced: readonly Stanced[]): Stanced[] {
  return stanced.map((one) => {
    if (one.stance !== "want" || !(isKind(one.span, "item") || isKind(one.span, "values"))) return one;
    for (let at = one.span.to; at < Math.min(tokens.length, one.span.to + 5); at++) {
      const verdict = VERDICTS_AFTER.at(tokens, at);
      const linked = at > one.span.to || /[:,?-]/.test(tokens[at]?.gap ?? "") || verdict?.meaning !== "love";
      if (verdict !== undefined && linked) {
        const negated =
          at > one.span.to && /^(?:isnt|wasnt)$/.test(wordAt(tokens, at - 1)) && verdict.meaning === "love";
        return { ...one, stance: negated ? "hate" : verdict.meaning };
      }
      if (!COPULA.test(wordAt(tokens, at))) return one;
    }
    return one;
  });
}
