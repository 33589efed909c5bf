import type { Token } from "../../../tools/language/running-text.ts";
import { stops } from "./pauses.ts";
import { isKind, type Span, wordAt } from "./span.ts";
import { LASTING, type Stanced } from "./stance-scope.ts";
import type { Stance } from "./words/cues.ts";
import { MADE, WITH } from "./words/roles.ts";

/**
 * Whether a clause ends before word `at`, and with it what the stance governs.
 * @param coming the spans from here on
 */
export function endsClause(
  tokens: readonly Token[],
  at: number,
  coming: readonly Span[],
  last: Stanced | undefined,
  stance: Stance,
): boolean {
  const gap = at === 0 ? "" : (tokens[at]?.gap ?? "");
  if (isAfterthought(tokens, at, coming)) return false;
  if (/[.;!?\n]|\s[-–—]\s|:/.test(gap)) return true;
  return gap.includes(",") && !listGoesOn(tokens, at, coming, last, stance);
}

/** "I adored Solaris. And Ivan's Childhood.": a sentence of nothing but "and" and an item goes on with what was said. */
function isAfterthought(tokens: readonly Token[], at: number, [next]: readonly Span[]): boolean {
  if (wordAt(tokens, at) !== "and" || next === undefined || !isKind(next, "item")) return false;
  const lead = /^(?:the|also)$/.test(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  return next.from === lead && (next.to >= tokens.length || stops(tokens, next.to));
}

/** How two spans hang together. */
export function joint(tokens: readonly Token[], left: Span, right: Span): Stanced["joined"] {
  const between = tokens.slice(left.to, right.from).map((token) => token.norm);
  if (tokens.slice(left.to, right.from + 1).some((_, place) => stops(tokens, left.to + place)))
    return undefined;
  // "adventure films directed by or starring Jim Henson" joins two roles of one.
  if (BETWEEN_ROLES.test(between.join(" "))) return undefined;
  if (between.includes("or") || between.includes("nor")) return between.length < 7 ? "or" : undefined;
  // "at least one of X and Y"
  const oneOf = /\b(?:one|any|either) of$/.test(
    tokens
      .slice(Math.max(0, left.from - 2), left.from)
      .map(({ norm }) => norm)
      .join(" "),
  );
  if (oneOf && between.includes("and")) return "or";
  if (between.some((word) => /^(?:and|plus|alongside)$/.test(word))) return "and";
  if (between.length > 0) return undefined;
  return /,/.test(tokens[right.from]?.gap ?? "") ? "listed" : "adjacent";
}

/** Whether a number or year is too unlike what was ruled out to be ruled out with it. */
export function leavesScope(span: Span, previous: Span, joined: Stanced["joined"]): boolean {
  // "except the nineties and rated G"
  if (joined === "and" && isKind(previous, "range") && isKind(span, "values")) return true;
  if (joined === "or" || joined === "listed") return false;
  if (isKind(span, "count") || isKind(span, "level") || isKind(span, "comparative")) return true;
  if (!isKind(span, "range")) return false;
  return !(isKind(previous, "range") && span.meaning.facet === previous.meaning.facet);
}

const BETWEEN_ROLES = new RegExp(`\\b(?:${MADE}|by) or (?:${MADE}|${WITH}|by)(?: by)?$`);

const ARTICLE = /^(?:a|an|some)$/;

/** "no horror, a comedy", "without horror and a bit of romance": an article where what was ruled out had none asks for something. */
export function startsAnew(tokens: readonly Token[], span: Span, previous: Span): boolean {
  const before = wordAt(tokens, span.from - 1);
  const joiner = wordAt(tokens, span.from - 2);
  if (!ARTICLE.test(before) || joiner === "or" || joiner === "nor") return false;
  return !ARTICLE.test(wordAt(tokens, previous.from - 1));
}

/**
 * What is said of the second of two that are weighed against each other: "rather a comedy than a drama" rules dramas out, "comedies
 * over dramas" and "I prefer comedies to dramas" leave them be. Undefined where nothing is weighed.
 */
export function isChoice(
  tokens: readonly Token[],
  at: number,
  left: Span | undefined,
  right: Span | undefined,
): Stance | undefined {
  if (left === undefined || right === undefined || at - left.to > 1 || right.from - at > 3) return undefined;
  if (left.meaning.kind !== right.meaning.kind || !(isKind(left, "values") || isKind(left, "item")))
    return undefined;
  const word = wordAt(tokens, at);
  const earlier = tokens.slice(Math.max(0, left.from - 8), left.from).map((token) => token.norm);
  if (word === "than") return earlier.includes("rather") || earlier.includes("sooner") ? "exclude" : "open";
  if (word === "over") return "open";
  const direct =
    right.from - at === 1 || (right.from - at === 2 && /^(?:a|an|the)$/.test(wordAt(tokens, at + 1)));
  return word === "to" &&
    direct &&
    earlier.some((one) => /^(?:prefer|preferred|prefers|like|favour|favor)$/.test(one))
    ? "open"
    : undefined;
}

/** Whether a comma inside a list ("no horror, musicals or westerns") leaves the stance as it is. */
function listGoesOn(
  tokens: readonly Token[],
  at: number,
  coming: readonly Span[],
  last: Stanced | undefined,
  stance: Stance,
): boolean {
  const [next] = coming;
  if (next === undefined || last === undefined || last.stance !== stance || stance === "want") return false;
  const opening = tokens.slice(at, next.from).map((token) => token.norm);
  const joins = (word: string): boolean => /^(?:and|or|nor|the)$/.test(word);
  // "I liked Casablanca, Zyzzyva and Notorious": a title that is not known stands between two that are.
  if (isKind(next, "item") && isKind(last.span, "item"))
    return opening.every((word, place) => joins(word) || tokens[at + place]?.capital === true);
  if (!opening.every(joins) || isKind(next, "item")) return false;
  if (isKind(next, "values") && isKind(last.span, "values")) {
    return LASTING.has(stance) || opening.length > 0 || closes(tokens, coming);
  }
  return (
    isKind(next, "range") && isKind(last.span, "range") && next.meaning.facet === last.span.meaning.facet
  );
}

/** A list that rules things out says "or" or "and" before its last one; "no horror, comedies" is no list. */
function closes(tokens: readonly Token[], coming: readonly Span[]): boolean {
  for (let at = 1; at < coming.length; at++) {
    const [left, right] = [coming[at - 1], coming[at]];
    if (left === undefined || right === undefined || !isKind(right, "values")) return false;
    const between = tokens.slice(left.to, right.from).map((token) => token.norm);
    if (between.some((word) => /^(?:or|nor|and)$/.test(word))) return between.length < 3;
    if (between.length > 0 || !/,/.test(tokens[right.from]?.gap ?? "")) return false;
  }
  return false;
}
