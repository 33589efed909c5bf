import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { type Condition, type Constraint, conditionsOf } from "../../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import type { FacetValue } from "../../../../memory/items/item.ts";
import { passes } from "../../../../tools/explaining/facet-test.ts";
import {
  facetName,
  isKind,
  linked,
  listed as listOf,
  sayNumber,
} from "../../../../tools/explaining/facet-words.ts";
import type { Objection } from "../../../../tools/explaining/objections.ts";
import { isAdjective } from "./adjectives.ts";
import { agreeing, limitWords } from "./facet-words.ts";
import { nounPhrase } from "./noun-phrase.ts";
import { ruledOutWords } from "./phrase-words.ts";
import { linkOf } from "./value-words.ts";
import { listed, quoted } from "./wording.ts";

type Unmet = Extract<Objection, { kind: "unmet" }>;

/** Most values of its own that an item is told by, and most wanted ones that are named after "not". */
const MOST_VALUES = 3;
const MOST_WANTED = 4;
const LONGEST_SAID = 60;

/** What an item fails, as it follows its title: "is no thriller, runs 175 min (you wanted at most 135), and is directed by A, not B". */
export function failings(unmet: readonly Unmet[], catalogue: Catalogue): string {
  const isUnwanted = ({ constraint }: Unmet): boolean =>
    constraint.test.op === "none-of" && reminder(constraint) === "";
  const told = [
    ...new Set(unmet.filter((one) => !isUnwanted(one)).flatMap((one) => failing(one, catalogue))),
  ];
  const none = listed(told.filter((one) => one.startsWith(NO)).map((one) => one.slice("is ".length)));
  const ruled = unmet.filter(isUnwanted);
  const unwanted = ruled.flatMap((one) => failing(one, catalogue));
  const [first] = ruled;
  const isPerson =
    unwanted.length === 1 &&
    first !== undefined &&
    catalogue.facet(first.constraint.facet)?.kind === "people";
  const regret = isPerson
    ? "whom you didn't want"
    : (UNWANTED[unwanted.length - 1] ?? "none of which you wanted");
  const parts = [
    ...(none === "" ? [] : [`is ${none}`]),
    ...told.filter((one) => !one.startsWith(NO)),
    ...(unwanted.length === 0 ? [] : [`${listed(unwanted)}, ${regret}`]),
  ];
  const apart = parts.slice(0, parts.length > 2 ? undefined : 1).some((part) => /[,(]| and /u.test(part));
  return apart && parts.length > 1 ? `${parts.slice(0, -1).join(", ")}, and ${parts.at(-1)}` : listed(parts);
}

const NO = "is no ";
/** Said after one thing that was ruled out, after two. */
const UNWANTED = ["which you didn't want", "neither of which you wanted"];

function failing({ constraint, values }: Unmet, catalogue: Catalogue): string[] {
  const words = plain(constraint, values, catalogue);
  const last = words.at(-1);
  const said = reminder(constraint);
  if (last === undefined || said === "") return words;
  return [...words.slice(0, -1), `${last.replace(/ \(you wanted .*\)$/u, "")}${said}`];
}

/** " (you told me “no horror”)": what was said in an earlier talk is told in its own words. */
function reminder({ said, source }: Constraint): string {
  const isShort = said !== "" && said.length <= LONGEST_SAID;
  return source === "profile" && isShort ? ` (you told me ${quoted(said)})` : "";
}

function plain(constraint: Constraint, values: Unmet["values"], catalogue: Catalogue): string[] {
  const own = (condition: Condition): FacetValue | undefined =>
    values.find(({ facet }) => facet === condition.facet)?.value;
  const { phrase, test } = constraint;
  const conditions = conditionsOf(constraint);
  if (test.op === "none-of") {
    return conditions
      .flatMap((one) => ruledOut(one, own(one), catalogue.facet(one.facet), catalogue))
      .slice(0, 1);
  }
  if (phrase !== undefined) {
    const denied = ruledOutWords(phrase);
    return [denied.startsWith("not ") ? `isn't ${phrase}` : wanting(constraint, catalogue)];
  }
  const [only, ...alternatives] = conditions;
  if (only === undefined) return [];
  if (alternatives.length === 0) return missed(constraint, own(only), catalogue);
  const one = likeliest(conditions, catalogue);
  return one === undefined
    ? [wanting(constraint, catalogue)]
    : missed({ ...constraint, ...one, or: undefined }, own(one), catalogue);
}

/** "is no film directed by Sidney Lumet or starring Paul Newman". */
function wanting(constraint: Constraint, catalogue: Catalogue): string {
  return `${NO}${nounPhrase({ constraints: [constraint], count: 1 }, catalogue)}`;
}

/** Of one person asked for in whatever role, the role that they mostly have; undefined of other alternatives. */
function likeliest(conditions: readonly Condition[], catalogue: Catalogue): Condition | undefined {
  const named = conditions.map((one) => ("values" in one.test ? one.test.values.join("\n") : ""));
  const isPerson = ({ facet }: Condition): boolean => catalogue.facet(facet)?.kind === "people";
  if (new Set(named).size !== 1 || !conditions.every(isPerson)) return undefined;
  const often = ({ facet, test }: Condition): number =>
    "values" in test ? Math.max(...test.values.map((value) => catalogue.having(facet, value).length)) : 0;
  return [...conditions].sort((a, b) => often(b) - often(a))[0];
}

/** What of one condition is not met. */
function missed(constraint: Constraint, value: FacetValue | undefined, catalogue: Catalogue): string[] {
  const { test } = constraint;
  const facet = catalogue.facet(constraint.facet);
  if (facet === undefined) return [wanting(constraint, catalogue)];
  if (!("values" in test)) return [outOfBounds(constraint, value, facet)];
  const has = listOf(facet, value);
  const lacking = test.op === "all-of" ? test.values.filter((one) => !has.includes(one)) : test.values;
  const wish: Constraint = { ...constraint, test: { op: "any-of", values: lacking } };
  const link = linkOf(facet);
  if (isKind(facet) || link === undefined) {
    if (value === undefined && facet.kind === "category") return [`has no known ${facetName(facet)}`];
    return test.op === "all-of"
      ? lacking.map((one) => lack({ ...wish, test: { op: "any-of", values: [one] } }, facet, catalogue))
      : [lack(wish, facet, catalogue)];
  }
  if (has.length === 0) return [`has no known ${facetName(facet)}`];
  const [names, verb] = [has.slice(0, MOST_VALUES), verbFor(link)];
  const lasts = test.op === "all-of" ? "and" : "or";
  const wanted =
    lacking.length > MOST_WANTED ? "" : `, not ${linked(link, lacking, lasts).slice(link.length + 1)}`;
  return [`${linked(verb, names)}${wanted}`];
}

/** "is no thriller", "isn't set in Paris", "has no robots", "isn't tense", "is no heist film". */
function lack(wish: Constraint, facet: FacetDeclaration, catalogue: Catalogue): string {
  const { noun } = catalogue;
  const phrase = nounPhrase({ constraints: [wish], count: 1 }, catalogue);
  const [value = "", ...more] = "values" in wish.test ? wish.test.values : [];
  const mood = facet.spoken[value]?.adjective ?? value;
  if (more.length === 0 && !isKind(facet) && (isAdjective(value) || mood !== value)) {
    return / burn$/u.test(mood.replace("-", " ")) ? `${NO}${value}` : `isn't ${mood}`;
  }
  const behind = phrase.startsWith(`${noun.one} `) ? phrase.slice(noun.one.length + 1) : undefined;
  if (behind === undefined || more.length > 0) return `${NO}${phrase}`;
  if (behind.startsWith("with ")) return `has no ${behind.slice(5)}`;
  return `isn't ${behind.replace(/^that is /u, "")}`;
}

/** "runs 175 min (you wanted at most 135)", "is from 1972 (you wanted one from the nineties)". */
function outOfBounds(constraint: Constraint, value: FacetValue | undefined, facet: FacetDeclaration): string {
  const { test } = constraint;
  if ("values" in test) return "";
  if (typeof value !== "number")
    return `has no known ${facetName(facet)} (you wanted ${wantedBound(constraint, facet)})`;
  const said = sayNumber(facet, value);
  if (test.op === "outside") {
    return `${measured(facet, said)} (you wanted none ${facet.kind === "year" ? limitWords(facet, test) : `of ${limitWords(facet, test)}`})`;
  }
  // Of two bounds the one that is not kept.
  const broken = test.min !== undefined && value < test.min ? { min: test.min } : { max: test.max };
  const bound = { ...constraint, test: facet.kind === "year" ? test : { op: "between" as const, ...broken } };
  return `${measured(facet, said)} (you wanted ${wantedBound(bound, facet)})`;
}

function wantedBound(constraint: Constraint, facet: FacetDeclaration): string {
  const { test, said } = constraint;
  if ("values" in test) return "";
  if (facet.kind === "year") return `one ${limitWords(facet, test).replace(/^before /u, "from before ")}`;
  const own = /\d|\b(?:one|two|three|four|five|half|an)\b/iu.test(said)
    ? agreeing(constraint, facet)
    : undefined;
  if (own !== undefined && /^(?:under|over|below|above|at (?:least|most)|up to|no \p{L}+ than)\b/iu.test(own))
    return own;
  const words = limitWords(facet, test).replace(`${facetName(facet)} of `, "");
  // The unit was said just before.
  return facet.unit === undefined ? words : words.replace(new RegExp(` ${facet.unit}$`, "u"), "");
}

function measured(facet: FacetDeclaration, value: string): string {
  if (facet.kind === "year") return `is from ${value}`;
  if (/^(?:min|minutes?|h|hours?)$/u.test(facet.unit ?? "") && facet.aliases.includes("how long"))
    return `runs ${value}`;
  if (/^\p{Sc}/u.test(value)) return `costs ${value}`;
  return facet.unit === undefined ? `has a ${facetName(facet)} of ${value}` : `has ${value}`;
}

/** "is a horror film": of what it has only what was ruled out is named. */
function ruledOut(
  { test }: Condition,
  value: FacetValue | undefined,
  facet: FacetDeclaration | undefined,
  catalogue: Catalogue,
): string[] {
  if (facet === undefined || value === undefined || test.op !== "none-of" || passes(value, test)) return [];
  const found = listOf(facet, value).filter((one) => test.values.includes(one));
  const link = linkOf(facet);
  if (link !== undefined && !isKind(facet)) {
    return [linked(verbFor(link), found)];
  }
  const wish: Constraint = {
    facet: facet.name,
    test: { op: "all-of", values: found },
    strength: 1,
    said: "",
    source: "said",
  };
  const has = lack({ ...wish, test: { op: "any-of", values: found.slice(0, 1) } }, facet, catalogue);
  const words = has.startsWith(NO)
    ? `is ${article(has.slice(NO.length))}`
    : has.replace(/^isn't /u, "is ").replace(/^has no /u, "has ");
  return [words];
}

/** "a horror film", "an animated film". */
function article(words: string): string {
  return `${/^[aeiou]/iu.test(words) ? "an" : "a"} ${words}`;
}

/** How the words that join an item to a value are said of the item: "is directed by", "was made in", "has", "features". */
function verbFor(link: string): string {
  if (/^\p{L}+ing$/u.test(link)) {
    return link
      .replace(/uring$/u, "ures")
      .replace(/(\p{L})\1ing$/u, "$1s")
      .replace(/ing$/u, "s");
  }
  if (/^(?:made|produced)\b/u.test(link)) return `was ${link}`;
  return link.startsWith("with") ? link.replace(/^with/u, "has") : `is ${link}`;
}
