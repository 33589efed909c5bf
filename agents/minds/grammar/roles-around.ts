import type { Condition } from "../../../memory/items/constraint.ts";
import { pauses, stops } from "./pauses.ts";
import { isKind, type Reading, type Span, type SpanOf, wordAt } from "./span.ts";
import { roleOfVerb } from "./spoken-of.ts";
import { together } from "./together.ts";
import { LEAD } from "./words/roles.ts";

type Person = SpanOf<"values">;

/** How far from a name its role may be said. */
const REACH = 9;
/** What stands between names that have one role. */
const JOINING = /^(?:and|or|both|either|alongside|plus|nor)$/;

/**
 * People in the role that the words around their names say: "with Mel Brooks as the director", "Whit Stillman should have written it", "I want
 * to see Peter Lorre in it", "directed by or starring Jim Henson". Names without such words stay as they are.
 */
export function withRoles(reading: Reading, spans: readonly Span[]): Span[] {
  const told = new Map<Span, readonly string[]>();
  for (const run of runsOf(reading, spans)) {
    const roles = rolesOf(reading, run);
    const shared = roles.length > 0 ? roles : sharedRole(reading, run);
    if (shared.length > 0) for (const person of run) told.set(person, shared);
  }
  if (told.size === 0) return [...spans];
  return spans.map((span) => {
    const roles = told.get(span);
    return roles === undefined || !isKind(span, "values") ? span : inRoles(reading, span, roles);
  });
}

/** Names one after the other with nothing but "and" or "or" between them. */
function runsOf({ tokens, catalogue }: Reading, spans: readonly Span[]): Person[][] {
  const isPerson = (span: Span): span is Person =>
    isKind(span, "values") &&
    catalogue.facet(span.meaning.facet)?.kind === "people" &&
    span.meaning.of === undefined;
  const runs: Person[][] = [];
  spans.forEach((span, place) => {
    if (!isPerson(span)) return;
    const last = runs.at(-1)?.at(-1);
    const adjacent = last !== undefined && spans[place - 1] === last;
    const between = adjacent ? tokens.slice(last.to, span.from) : [];
    const joined =
      adjacent &&
      (between.length > 0 || /,/.test(tokens[span.from]?.gap ?? "")) &&
      between.every(({ norm }) => JOINING.test(norm)) &&
      !stops(tokens, span.from);
    if (joined) runs.at(-1)?.push(span);
    else runs.push([span]);
  });
  return runs;
}

function rolesOf(reading: Reading, run: readonly Person[]): readonly string[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return [];
  const either = eitherBefore(reading, first.from);
  if (either.length > 0) return either;
  const after = afterwards(reading, last.to);
  if (after.length > 0) return after;
  const named = namedBefore(reading, first.from);
  return named === undefined ? [] : [named];
}

/** "Simon Pegg and Nick Frost": the role in which some item has them all. */
function sharedRole({ catalogue, tokens }: Reading, run: readonly Person[]): readonly string[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.length < 2) return [];
  const named = tokens.slice(first.to, last.from).map(({ norm }) => norm);
  const onScreen = named.includes("alongside") ? roleOfVerb(catalogue, "star", "") : undefined;
  if (onScreen !== undefined) return [onScreen];
  if (named.includes("or") || run.some(({ meaning }) => meaning.values.length > 1)) return [];
  const names = run.flatMap(({ meaning }) => meaning.values);
  const shared = catalogue.facets.find(
    ({ name, kind }) => kind === "people" && together(catalogue, name, names),
  );
  return shared === undefined ? [] : [shared.name];
}

/** "directed by or starring X". */
function eitherBefore(reading: Reading, at: number): string[] {
  const { tokens } = reading;
  for (let or = at - 1; or > Math.max(0, at - 5); or--) {
    if (wordAt(tokens, or) !== "or") continue;
    const [left, right] = [roleEnding(reading, or), roleEnding(reading, at)];
    return left !== undefined && right !== undefined && left !== right ? [left, right] : [];
  }
  return [];
}

/** The people facet whose name or alias ends right before a word. */
function roleEnding({ tokens, lexicon, catalogue }: Reading, at: number): string | undefined {
  for (let start = Math.max(0, at - 4); start < at; start++) {
    const alias = lexicon.aliases.at(tokens, start, at);
    const facet = alias?.meaning.find((name) => catalogue.facet(name)?.kind === "people");
    if (alias?.to === at && facet !== undefined) return facet;
  }
  return undefined;
}

/** "the director should be X", "directors: X". */
function namedBefore(reading: Reading, at: number): string | undefined {
  const { tokens } = reading;
  let end = at;
  while (
    end > 0 &&
    /^(?:should|must|has|have|needs|ought|to|be|is|are|being|was|either|both|not)$/.test(
      wordAt(tokens, end - 1),
    )
  )
    end -= 1;
  return end === at ? undefined : roleEnding(reading, end);
}

const MODAL =
  /^(?:should|must|has|have|had|needs?|ought|to|be|shouldnt|mustnt|cant|cannot|isnt|arent|is|are|not|both|also|either|ideally|preferably|it|them|they|better)$/;

/** "as the director", "directing", "should have written it", "should be in them", "either directed or starred in". */
function afterwards(reading: Reading, from: number): string[] {
  const { tokens, catalogue } = reading;
  const roles: string[] = [];
  const add = (facet: string | undefined): void => {
    if (facet !== undefined && !roles.includes(facet)) roles.push(facet);
  };
  for (let at = from; at < Math.min(tokens.length, from + REACH); at++) {
    if (pauses(tokens, at)) break;
    const word = wordAt(tokens, at);
    const next = wordAt(tokens, at + 1);
    if (word === "as" || word === "the" || word === "for") {
      const role = roleStarting(reading, at + (wordAt(tokens, at + 1) === "the" ? 2 : 1));
      if (role === undefined) break;
      add(role.facet);
      at = role.to - 1;
      continue;
    }
    if (word === "in" && pauses(tokens, at + 1)) break;
    if (word === "in") {
      if (/^(?:it|them|that|this|there)$/.test(next)) add(roleOfVerb(catalogue, "star", ""));
      else if (next === "the")
        add(
          roleStarting(reading, at + 2)?.facet ??
            (LEAD.test(wordAt(tokens, at + 2)) ? roleOfVerb(catalogue, "star", "") : undefined),
        );
      else break;
      at += 1;
      continue;
    }
    if (word === "together") {
      add(roleOfVerb(catalogue, "star", ""));
      break;
    }
    if (DOING.test(word) && next === "by") break;
    if (DOING.test(word)) {
      add(roleOfVerb(catalogue, word, ""));
      continue;
    }
    if (word === "or" && roles.length > 0) continue;
    if (!MODAL.test(word)) break;
  }
  return roles;
}

/** Forms of the verbs that say what somebody does for an item. */
const DOING =
  /^(?:direct(?:ed|ing|s)?|writ(?:es?|ten|ing)|wrote|penned|star(?:s|red|ring)?|act(?:s|ed|ing)?|appear(?:s|ed|ing)?|play(?:s|ed|ing)?)$/;

function roleStarting(
  { tokens, lexicon, catalogue }: Reading,
  at: number,
): { readonly facet: string; readonly to: number } | undefined {
  const alias = lexicon.aliases.at(tokens, at);
  const facet = alias?.meaning.find((name) => catalogue.facet(name)?.kind === "people");
  return alias === undefined || facet === undefined ? undefined : { facet, to: alias.to };
}

function inRoles({ catalogue }: Reading, span: Person, roles: readonly string[]): Span {
  const { values } = span.meaning;
  const isKnown = (name: string): boolean => values.some((value) => catalogue.having(name, value).length > 0);
  // Who never had the role is meant in those that they had.
  const [facet, ...others] = roles.filter(isKnown);
  if (facet === undefined) return span;
  const or = others.map((name): Condition => ({ facet: name, test: { op: "any-of", values: [...values] } }));
  const { or: _, ...plain } = span.meaning;
  return { ...span, meaning: { ...plain, facet, ...(or.length > 0 && { or }) } };
}
