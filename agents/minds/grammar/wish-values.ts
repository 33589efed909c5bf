import type { Condition, Constraint } from "../../../memory/items/constraint.ts";
import { isKind, type SpanOf, wordAt } from "./span.ts";
import type { Stanced } from "./stance-scope.ts";
import { together } from "./together.ts";
import type { Utterance } from "./utterance.ts";

type Valued = Stanced & { readonly span: SpanOf<"values"> };

/** How firmly "must", "only" and "has to" bind. */
const INSISTED = 0.95;
/** "less violent": unwanted, yet not ruled out. */
const LESSENED = 0.6;
const INSISTING = /^(?:must|only|has|have|definitely|strictly|exclusively|purely)$/;

/**
 * Wanted and unwanted values as constraints. Plain values make one constraint for each facet and polarity: wanted ones of a list-valued
 * facet are all meant unless "or" joins them or no item has them all; unwanted ones are each ruled out. What has alternatives, or a
 * lexicon's phrase for it, is a constraint of its own.
 */
export function valueConstraints(utterance: Utterance, asked: readonly Stanced[]): Constraint[] {
  const valued = asked.filter((one): one is Valued => isKind(one.span, "values"));
  const grouped = eitherRole(utterance, valued);
  const plain = valued.filter((one) => !isApart(one) && !grouped.taken.has(one));
  const apart = valued.filter((one) => isApart(one) && !grouped.taken.has(one));
  const constraints: Constraint[] = [...grouped.constraints];
  for (const facet of new Set(plain.map(({ span }) => span.meaning.facet))) {
    const own = plain.filter(({ span }) => span.meaning.facet === facet);
    const unwanted = own.filter(isUnwanted);
    const without = distinct(unwanted);
    const wanted = own.filter((one) => !isUnwanted(one)).flatMap((one) => less(one, without));
    if (wanted.length > 0) constraints.push(...wantedConstraints(utterance, facet, wanted));
    if (without.length > 0) constraints.push(ruledOut(utterance, facet, without, unwanted));
  }
  return [...constraints, ...apart.flatMap((one) => constraintsApart(utterance, one))];
}

function isApart({ span: { meaning } }: Valued): boolean {
  return meaning.or !== undefined || meaning.phrase !== undefined || meaning.either === true;
}

/** "less violent" is unwanted, yet not ruled out. */
function firmness({ tokens }: Utterance, unwanted: readonly Valued[]): number {
  const lessened = unwanted.every(({ span }) => /^(?:less|fewer)$/.test(wordAt(tokens, span.from - 1)));
  return lessened ? LESSENED : 1;
}

function ruledOut(
  utterance: Utterance,
  facet: string,
  values: readonly string[],
  unwanted: readonly Valued[],
): Constraint {
  return {
    facet,
    test: { op: "none-of", values: [...values] },
    strength: firmness(utterance, unwanted),
    said: saidBy(utterance, unwanted),
    source: "said",
  };
}

/** "something dark", "nothing dark", "a Clint Eastwood film": any of the alternatives wanted, or each of them ruled out. */
function constraintsApart(utterance: Utterance, one: Valued): Constraint[] {
  const { meaning } = one.span;
  const declared = utterance.catalogue.facet(meaning.facet);
  const words = { said: saidBy(utterance, [one]), source: "said" as const };
  const named = meaning.phrase === undefined ? {} : { phrase: meaning.phrase };
  const [first, ...others] = conditionsIn(meaning);
  if (!isUnwanted(one)) {
    const strength = declared?.strength ?? 0.5;
    return [{ ...first, ...(others.length > 0 && { or: others }), ...named, strength, ...words }];
  }
  const strength = firmness(utterance, [one]);
  // "in colour" is all but black and white: what is ruled out then is what it does not mean.
  const said =
    meaning.inverse === true || meaning.phrase === undefined ? named : { phrase: `not ${meaning.phrase}` };
  return [first, ...others].map((condition) => ({ ...denied(condition), ...said, strength, ...words }));
}

function conditionsIn({
  facet,
  values,
  either,
  or = [],
}: Valued["span"]["meaning"]): [Condition, ...Condition[]] {
  const op = either === true || values.length < 2 ? "any-of" : "all-of";
  return [{ facet, test: { op, values: [...values] } }, ...or];
}

/** The condition turned round; of what must not all be true at once one may be missing. */
function denied({ facet, test }: Condition): Condition & Pick<Constraint, "or"> {
  if (!("values" in test)) return { facet, test };
  if (test.op === "none-of") return { facet, test: { op: "any-of", values: test.values } };
  if (test.op !== "all-of") return { facet, test: { op: "none-of", values: test.values } };
  const [first = "", ...others] = test.values;
  const without = (value: string): Condition => ({ facet, test: { op: "none-of", values: [value] } });
  return { ...without(first), ...(others.length > 0 && { or: others.map(without) }) };
}

/** "directed by Lumet or starring Newman", "a western or something by Kurosawa": values of several facets that "or" joins are one wish. */
function eitherRole(
  utterance: Utterance,
  valued: readonly Valued[],
): { readonly constraints: Constraint[]; readonly taken: ReadonlySet<Valued> } {
  const taken = new Set<Valued>();
  const constraints: Constraint[] = [];
  for (let at = 1; at < valued.length; at++) {
    const run = runFrom(valued, at - 1);
    if (run.length < 2 || new Set(run.map(({ span }) => span.meaning.facet)).size < 2) continue;
    const conditions = joinedByFacet(run.flatMap(({ span }) => conditionsIn(span.meaning)));
    const [first, ...others] = conditions;
    if (first === undefined) continue;
    for (const one of run) taken.add(one);
    const strengths = run.map(({ span }) => utterance.catalogue.facet(span.meaning.facet)?.strength ?? 0.5);
    constraints.push({
      ...first,
      ...(others.length > 0 && { or: others }),
      strength: Math.max(...strengths),
      said: saidBy(utterance, run),
      source: "said",
    });
    at += run.length - 1;
  }
  return { constraints, taken };
}

/** The wanted values from a place on that "or" joins one to the next. */
function runFrom(valued: readonly Valued[], start: number): Valued[] {
  const run: Valued[] = [];
  for (const one of valued.slice(start)) {
    if (isUnwanted(one) || (run.length > 0 && one.joined !== "or")) break;
    run.push(one);
  }
  return run;
}

function joinedByFacet(conditions: readonly Condition[]): Condition[] {
  const joined: Condition[] = [];
  for (const { facet, test } of conditions) {
    const at = joined.findIndex((other) => other.facet === facet && other.test.op === "any-of");
    const known = joined[at]?.test;
    if (known === undefined || !("values" in known) || test.op !== "any-of") joined.push({ facet, test });
    else
      joined[at] = { facet, test: { op: "any-of", values: [...new Set([...known.values, ...test.values])] } };
  }
  return joined;
}

/** "a romantic comedy but not too romantic": what is wanted less what is ruled out. */
function less(one: Valued, without: readonly string[]): Valued[] {
  const { span } = one;
  const values = span.meaning.values.filter((value) => !without.includes(value));
  if (values.length === span.meaning.values.length) return [one];
  return values.length === 0 ? [] : [{ ...one, span: { ...span, meaning: { ...span.meaning, values } } }];
}

function isUnwanted({ stance, span }: Valued): boolean {
  const refused = stance === "exclude" || stance === "counterexample";
  return refused !== (span.meaning.inverse === true);
}

/** "films with Nicolas Cage and Nicole Kidman": where nothing has both, each is asked for by itself, so that what is let go is named. */
function wantedConstraints(utterance: Utterance, facet: string, wanted: readonly Valued[]): Constraint[] {
  const { catalogue } = utterance;
  const whole = wantedConstraint(utterance, facet, wanted);
  const [first] = wanted;
  if (whole.test.op !== "any-of" || whole.test.values.length < 2 || first === undefined) return [whole];
  if (wanted.some(({ joined }, at) => at > 0 && joined !== "and" && joined !== "adjacent")) return [whole];
  const both = isJoint(utterance, wanted);
  // "by Kurosawa and Ozu" names two who make films, "with Cage and Kidman" two who meet in one.
  const people = catalogue.facet(facet)?.kind === "people" && !MAKERS.test(facet);
  return both || people ? wanted.map((one) => wantedConstraint(utterance, facet, [one])) : [whole];
}

const MAKERS = /direct|author|writ|creat|artist|brand|maker|publisher|composer/;

/** "crime westerns", "both a western and a war film", "musicals and horror films at once": all of it is meant of each item. */
function isJoint({ tokens }: Utterance, wanted: readonly Valued[]): boolean {
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (wanted.every(({ joined }, at) => at === 0 || joined === "adjacent")) return true;
  const words = (from: number, to: number): string =>
    tokens
      .slice(Math.max(0, from), to)
      .map(({ norm }) => norm)
      .join(" ");
  const before = words(first.span.from - 4, first.span.from);
  const between = words(first.span.to, last.span.from);
  const after = words(last.span.to, last.span.to + 5);
  return (
    /\bboth\b/.test(before) ||
    /\b(?:also|too|at once|at the same time)\b/.test(between) ||
    /^(?:\S+ )?(?:at once|at the same time|in one|combined|as well|too)\b/.test(after)
  );
}

function wantedConstraint(utterance: Utterance, facet: string, wanted: readonly Valued[]): Constraint {
  const { catalogue, tokens } = utterance;
  const values = distinct(wanted);
  const declared = catalogue.facet(facet);
  const either = wanted.some(({ joined }, at) => at > 0 && (joined === "or" || joined === "listed"));
  const all =
    values.length > 1 && !either && declared?.kind !== "category" && together(catalogue, facet, values);
  const insisted = wanted.some(({ span }) =>
    [1, 2, 3].some((back) => INSISTING.test(wordAt(tokens, span.from - back))),
  );
  return {
    facet,
    test: all ? { op: "all-of", values } : { op: "any-of", values },
    strength: insisted ? INSISTED : (declared?.strength ?? 0.5),
    said: saidBy(utterance, wanted),
    source: "said",
  };
}

function distinct(valued: readonly Valued[]): string[] {
  return [...new Set(valued.flatMap(({ span }) => span.meaning.values))];
}

/** The person's own words, from the first of the spans to the last. */
export function saidBy({ text, tokens }: Utterance, spans: readonly Stanced[]): string {
  const from = Math.min(...spans.map(({ span }) => span.from));
  const to = Math.max(...spans.map(({ span }) => span.to));
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
