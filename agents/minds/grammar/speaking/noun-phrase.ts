import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { type Condition, type Constraint, conditionsOf } from "../../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import { inSentence, isKind } from "../../../../tools/explaining/facet-words.ts";
import { amountWords } from "./facet-words.ts";
import { inAnyRole, type OwnWords, ownWords, ruledOutWords } from "./phrase-words.ts";
import { adjectiveOf, headOf, isMood, joinedBy, linkOf, moodsApart, topicsOf } from "./value-words.ts";
import { listed } from "./wording.ts";

/** What a noun phrase is made of: what is asked of the items, how many there are, and what else qualifies them. */
export interface PhraseParts {
  readonly constraints: readonly Constraint[];
  /** Decides between singular and plural; it is not said. */
  readonly count: number;
  /** Adjectives before all others: "well-known". */
  readonly before?: string;
  /** What follows the wishes and precedes what was ruled out: "close to Alien". */
  readonly after?: readonly string[];
}

/**
 * "romantic comedies from the nineties under two hours, without horror". What an item is stands before the noun or in its place, who made
 * it and what it has after it, then its time and its measures, at the end what it must not be. All of it comes from facet declarations.
 */
export function nounPhrase(parts: PhraseParts, catalogue: Catalogue): string {
  const { count, before = "", after = [] } = parts;
  const asked = parts.constraints
    .filter((one) => !rulesOut(one))
    .flatMap((one) => moodsApart(one, catalogue.facet(one.facet)));
  const own = asked.map((one) =>
    isNamedElsewhere(one, asked, catalogue) ? SILENT : ownWords(one, catalogue),
  );
  const [ownBefore, ownAfter] = [true, false].map((isBefore) =>
    own.flatMap((words) => (words?.before === isBefore ? [words.words] : [])),
  );
  const others = asked.filter((_, at) => own[at] === undefined);
  const { adjectives, noun, following } = aroundNoun(others, catalogue, count);
  const phrase = [
    ...withoutNoun([before, ...(ownBefore ?? []), ...adjectives], catalogue),
    noun,
    ...(ownAfter ?? []),
    ...following,
    ...after,
  ];
  const excluded = exclusions(parts.constraints, catalogue);
  return phrase.filter((part) => part !== "").join(" ") + (excluded === "" ? "" : `, ${excluded}`);
}

const SILENT: OwnWords = { words: "", before: true };

/** Whether somebody in any role is named once more by a role: "Clint Eastwood films directed by Clint Eastwood". */
function isNamedElsewhere(one: Constraint, all: readonly Constraint[], catalogue: Catalogue): boolean {
  const name = inAnyRole(one, catalogue);
  if (name === undefined || one.phrase !== undefined) return false;
  return all.some(
    ({ facet, test, or }) =>
      or === undefined &&
      catalogue.facet(facet)?.kind === "people" &&
      "values" in test &&
      test.values.includes(name),
  );
}

const TRAILING = /, (?:without|not|set|told|made|based|off your|[\p{L} ]+ first\b)/u;

/** A noun phrase that the sentence goes on after: what trails behind a comma gets one at its end, too. */
export function closed(phrase: string): string {
  return TRAILING.test(phrase) ? `${phrase},` : phrase;
}

/** "silent film" before "films" is "silent". */
function withoutNoun(words: readonly string[], { noun }: Catalogue): string[] {
  const last = words.at(-1) ?? "";
  const ending = [noun.one, ...noun.aliases].find((word) => last.endsWith(` ${word}`));
  return ending === undefined ? [...words] : [...words.slice(0, -1), last.slice(0, -ending.length - 1)];
}

interface AroundNoun {
  readonly adjectives: readonly string[];
  readonly noun: string;
  readonly following: readonly string[];
}

/** Moods, kinds and a topic before the noun; people, things, places, times and measures behind it. */
function aroundNoun(wanted: readonly Constraint[], catalogue: Catalogue, count: number): AroundNoun {
  const facetOf = ({ facet }: Condition): FacetDeclaration | undefined => catalogue.facet(facet);
  const isBefore = (one: Constraint): boolean =>
    one.or === undefined && (isKind(facetOf(one)) || isMood(one, facetOf(one)));
  const moods = wanted.filter((one) => isBefore(one) && !isKind(facetOf(one)));
  const head = headOf(
    wanted.filter((one) => isBefore(one) && isKind(facetOf(one))),
    catalogue,
    count,
  );
  const behind = wanted.filter((one) => !isBefore(one));
  const topics = topicsOf(behind, facetOf);
  const isPerson = (one: Constraint): boolean => one.or === undefined && facetOf(one)?.kind === "people";
  const left = behind.filter((one) => !topics.taken.has(one));
  const people = byPeople(left.filter(isPerson), catalogue, count);
  const rest = left
    .filter((one) => !isPerson(one))
    .sort((a, b) => placeOf(facetOf(a)) - placeOf(facetOf(b)))
    .map((one) => qualifier(one, catalogue, count));
  const said = (ones: readonly Constraint[]): string[] => ones.map((one) => adjectiveOf(one, facetOf(one)));
  // "silent war films": what is itself called a film is a manner, not a topic.
  const manners = topics.words.filter((word) => word.endsWith(` ${catalogue.noun.one}`));
  const own = topics.words.filter((word) => !manners.includes(word));
  return {
    adjectives: [
      ...said(moods),
      ...(head.adjectives.length > 0 ? withoutNoun(manners, catalogue) : []),
      ...said(head.adjectives),
      ...own,
      ...(head.adjectives.length > 0 ? [] : manners),
    ],
    noun: head.noun,
    following: afterPeople(listed(people), rest),
  };
}

/** "directed by Akira Kurosawa"; the same people in several roles are named once: "directed and written by Agnès Varda". */
function byPeople(people: readonly Constraint[], catalogue: Catalogue, count: number): string[] {
  const same = ({ test }: Constraint): string =>
    "values" in test ? [test.values.length > 1 ? test.op : "", ...[...test.values].sort()].join("\n") : "";
  return [...Map.groupBy(people, same).values()].flatMap((group) => {
    const [first] = group;
    const links = [...new Set(group.map(({ facet }) => linkOf(catalogue.facet(facet))))];
    const isJoined =
      links.length > 1 && links.every((link) => link !== undefined && !link.startsWith("with"));
    if (first === undefined || !("values" in first.test) || !isJoined) {
      return [...new Set(group.map((one) => qualifier(one, catalogue, count)))];
    }
    const by = links.flatMap((link) => (link?.endsWith(" by") ? [link.slice(0, -3)] : []));
    const others = links.flatMap((link) => (link === undefined || link.endsWith(" by") ? [] : [link]));
    const roles = [...(by.length > 0 ? [`${listed(by)} by`] : []), ...others];
    return [`${listed(roles)} ${listed(first.test.values, first.test.op === "all-of" ? "and" : "or")}`];
  });
}

/** "written by Agnès Varda, set in Paris": the place is not hers. */
function afterPeople(people: string, rest: readonly string[]): string[] {
  const [next, ...others] = rest;
  if (people === "" || next === undefined || !/^(?:set|told|made|based)\b/u.test(next))
    return [people, ...rest];
  return [`${people},`, next, ...others];
}

/** "without horror and not starring Tom Cruise": what is ruled out; empty where nothing is. */
export function exclusions(constraints: readonly Constraint[], catalogue: Catalogue): string {
  const facetOf = ({ facet }: Condition): FacetDeclaration | undefined => catalogue.facet(facet);
  const out = constraints.filter(rulesOut);
  const phrases = new Set(out.flatMap(({ phrase }) => (phrase === undefined ? [] : [phrase])));
  const plain = out.filter(({ phrase }) => phrase === undefined);
  const isThing = (one: Constraint): boolean =>
    one.test.op === "none-of" && !isMood(one, facetOf(one)) && linkOf(facetOf(one)) === undefined;
  const things = plain
    .filter(isThing)
    .flatMap((one) =>
      "values" in one.test ? one.test.values.map((value) => inSentence(facetOf(one), value)) : [],
    );
  const others = plain
    .filter((one) => !isThing(one))
    .map((one) => {
      const words = isMood(one, facetOf(one)) ? adjectiveOf(one, facetOf(one)) : qualifier(one, catalogue, 2);
      return `not ${words}`;
    });
  return listed([
    ...(things.length === 0 ? [] : [`without ${listed(things, "or")}`]),
    ...[...phrases].map(ruledOutWords),
    ...others,
  ]);
}

function rulesOut({ test, phrase }: Constraint): boolean {
  if (phrase !== undefined) return phrase.startsWith("not ");
  return test.op === "none-of" || test.op === "outside";
}

/** "directed by Akira Kurosawa", "set in Paris", "from the nineties", "directed by Sidney Lumet or starring Paul Newman". */
function qualifier(constraint: Constraint, catalogue: Catalogue, count: number): string {
  const conditions = conditionsOf(constraint);
  const says = conditions.map((condition) => {
    const facet = catalogue.facet(condition.facet);
    if (!("values" in condition.test)) return amountWords({ ...constraint, ...condition }, facet);
    if (isKind(facet)) return `that ${count === 1 ? "is" : "are"} ${adjectiveOf(condition, facet)}`;
    return followingWords(condition, facet, count);
  });
  return listed(says, "or");
}

function followingWords(condition: Condition, facet: FacetDeclaration | undefined, count: number): string {
  const { test } = condition;
  if (!("values" in test)) return "";
  const last = test.op === "all-of" ? "and" : "or";
  const said = test.values.map((value) => facet?.spoken[value]?.after);
  if (said.every((words) => words !== undefined)) return listed(said, last);
  return joinedBy(facet, test.values, last, count);
}

/** Places after the noun, from what an item is to how much of it there is. */
const PLACES: Readonly<Record<FacetDeclaration["kind"], number>> = {
  people: 0,
  category: 1,
  text: 1,
  tags: 2,
  year: 3,
  number: 4,
};

function placeOf(facet: FacetDeclaration | undefined): number {
  if (facet === undefined) return 2;
  // "with robots made in Japan": what is in it comes before where it is from.
  return PLACES[facet.kind] + (linkOf(facet) === undefined ? 0 : 0.5);
}
