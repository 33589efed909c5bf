import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { type Constraint, conditionsOf } from "../../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import type { FactSubject } from "../../../../memory/users/profile.ts";
import { facetName, sayNumber } from "../../../../tools/explaining/facet-words.ts";
import { listed, numeral } from "./wording.ts";

type Bounds = { readonly min?: number | undefined; readonly max?: number | undefined };

/** A bound on a number or a year after the noun: "under two hours" as it was said, else "of at most 120 min". */
export function amountWords(constraint: Constraint, facet: FacetDeclaration | undefined): string {
  const { test } = constraint;
  if (test.op !== "between" && test.op !== "outside") return "";
  const said = facet?.kind !== "year" && saysAmount(constraint) ? agreeing(constraint, facet) : undefined;
  return said ?? rangeWords(facet, test);
}

/** A limit by itself: "at most 60 min", "124 to 135 min", "before 1960". */
export function limitWords(facet: FacetDeclaration | undefined, bounds: Bounds): string {
  return rangeWords(facet, bounds).replace(/^(?:of|for|with) /u, "");
}

/** "from the nineties", "before 1960", "from 1990 on"; "of at most 120 min", "for at least $20", "of 90 to 120 min". */
export function rangeWords(facet: FacetDeclaration | undefined, bounds: Bounds): string {
  return facet?.kind === "year" ? yearWords(bounds) : measureWords(facet, bounds);
}

const DECADES = [
  "twenties",
  "thirties",
  "forties",
  "fifties",
  "sixties",
  "seventies",
  "eighties",
  "nineties",
];

function yearWords({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined) {
    if (min === max) return `from ${min}`;
    if (min % 10 === 0 && max === min + 9) return `from the ${DECADES[(min - 1920) / 10] ?? `${min}s`}`;
    return `from ${min} to ${max}`;
  }
  if (max !== undefined) return `before ${max + 1}`;
  return min === undefined ? "from any year" : `from ${min} on`;
}

function measureWords(facet: FacetDeclaration | undefined, { min, max }: Bounds): string {
  const say = (value: number): string => (facet === undefined ? String(value) : sayNumber(facet, value));
  if (min !== undefined && max !== undefined) {
    if (min === max) return after(facet, say(min));
    return after(facet, isMoney(say(min)) ? `${say(min)} to ${say(max)}` : `${numeral(min)} to ${say(max)}`);
  }
  // Ranges are inclusive: what was said as "under 90" is held as 89.
  if (max !== undefined && isBeside(max + 1, max)) return `under ${say(max + 1)}`;
  if (min !== undefined && isBeside(min - 1, min)) return `over ${say(min - 1)}`;
  if (max !== undefined) return after(facet, say(max), "at most ");
  if (min !== undefined) return after(facet, say(min), "at least ");
  return facet === undefined ? "of any kind" : `of any ${facetName(facet)}`;
}

/** Whether a number is the round one that another stands beside. */
function isBeside(round: number, value: number): boolean {
  return Number.isInteger(round) && round > 0 && round % 5 === 0 && value % 5 !== 0;
}

/** How a measure follows a noun depends on its unit: "for $20", "of 300 pages", "with a rating of 80". */
function after(facet: FacetDeclaration | undefined, amount: string, bound = ""): string {
  if (isMoney(amount)) return `for ${bound}${amount}`;
  if (facet === undefined || facet.unit !== undefined) return `of ${bound}${amount}`;
  return `with ${facetName(facet)} of ${bound}${amount}`;
}

function isMoney(amount: string): boolean {
  return /^\p{Sc}/u.test(amount);
}

const LONGEST_PHRASE = 32;
const AMOUNT =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|an|a|hundred|ninety|sixty|thirty|twenty)\b/iu;
const MEASURING =
  /^(?:under|over|below|above|between|around|about|up to|(?:no )?(?:more|less|longer|shorter|fewer|cheaper) than|at (?:least|most))\b/iu;

/** Whether what was said says how much, and so can follow the noun: "under two hours", not "shorter" or "long". */
function saysAmount({ said, source }: Constraint): boolean {
  return source === "said" && said.length <= LONGEST_PHRASE && MEASURING.test(said) && AMOUNT.test(said);
}

const SMALLER = "under|below|less|fewer|shorter|cheaper|up to|at most|at the most|within|before|until";
const LARGER = "over|above|more|longer|at least|beyond|after|since";
const DENIAL = /(?:\b(?:no|not|nothing|never|none|nor|without)|n['’]t)\b[^,;]*$/iu;

/**
 * What was said of a bound, where it says of the items what the bound does: "longer than two hours" of what must never be so long becomes
 * "no longer than two hours"; undefined where the words would say something else.
 */
export function agreeing(
  { said, test }: Constraint,
  facet: FacetDeclaration | undefined,
): string | undefined {
  if (test.op !== "between") return undefined;
  const smaller = new RegExp(`\\b(?:${[SMALLER, ...(facet?.lower ?? [])].join("|")})\\b`, "iu");
  const larger = new RegExp(`\\b(?:${[LARGER, ...(facet?.higher ?? [])].join("|")})\\b`, "iu");
  const [down, up] = [smaller.exec(said), larger.exec(said)];
  if (down === null && up === null) return said;
  const isDenied = (found: RegExpExecArray | null): boolean =>
    found !== null && DENIAL.test(said.slice(0, found.index));
  const saysMost = (down !== null && !isDenied(down)) || isDenied(up);
  const saysLeast = (up !== null && !isDenied(up)) || isDenied(down);
  const [most, least] = [test.max !== undefined, test.min !== undefined];
  if (saysMost === most && saysLeast === least) return said;
  const turned = saysMost === least && saysLeast === most && most !== least;
  return turned && /^\p{L}+(?:er| more| less)? than\b/iu.test(said) ? `no ${said}` : undefined;
}

/** A wish in the person's words, where they are a phrase and not a sentence; else the values. */
export function wishWords(constraint: Constraint, catalogue: Catalogue): string {
  const { said, source, test } = constraint;
  const facet = catalogue.facet(constraint.facet);
  // Who is meant by "what else has he made" is said by name.
  if (constraint.or !== undefined && (said.length > LONGEST_PHRASE || source !== "said")) {
    const values = conditionsOf(constraint).flatMap((one) => ("values" in one.test ? one.test.values : []));
    return listed([...new Set(values)], "or");
  }
  if (facet?.kind === "people" && constraint.or === undefined && "values" in test) {
    const named = test.values.some((value) =>
      said.toLowerCase().includes(value.split(" ").at(-1)?.toLowerCase() ?? ""),
    );
    if (!named) return listed(test.values, "or");
  }
  const own = test.op === "between" && constraint.or === undefined ? agreeing(constraint, facet) : said;
  const phrase = source === "said" && own !== undefined && own.trim() !== "" && own.length <= LONGEST_PHRASE;
  if (phrase && !/[.!?]/u.test(own)) return own;
  return "values" in test ? listed(test.values, "or") : limitWords(facet, test);
}

/** What a remembered preference is about, as the test that an item with it passes. */
export function subjectConstraint(subject: FactSubject): Constraint {
  const base = { facet: subject.facet, strength: 1, said: "", source: "profile" as const };
  if (subject.about === "value") return { ...base, test: { op: "any-of", values: [subject.value] } };
  const { min, max } = subject;
  return {
    ...base,
    test: { op: "between", ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
  };
}
