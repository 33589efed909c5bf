import type { FacetDeclaration, Noun } from "../../memory/items/facet.ts";
import { decimal } from "./decimal.ts";
import {
  capitalised,
  connective,
  facetName,
  inSentence,
  linked,
  sayList,
  sayOrdinal,
} from "./facet-words.ts";
import type { Grounds, RankChange, Tasted } from "./grounds.ts";
import type { Renown } from "./renown.ts";
import type { SharedValues } from "./shared.ts";

/** How the person stands to an item of the history, as it follows "… Heat, which"; undefined where nothing is known. */
export function attitude(
  tasted: Tasted | undefined,
  top: number | undefined,
  noun: Noun,
): string | undefined {
  if (tasted === undefined || tasted.weight <= 0) return undefined;
  switch (tasted.verdict) {
    case "rated":
      if (tasted.value === undefined) return undefined;
      return tasted.value === top ? "you loved" : `you gave ${decimal(tasted.value)}`;
    case "liked":
      return "you liked";
    case "seen":
      return `you've ${noun.past}`;
    case "wanted":
      return `you want to ${noun.verb}`;
    default:
      return undefined;
  }
}

/**
 * "Because you loved Heat"; "Mostly because you loved Heat (76 % of what your taste adds)"; "Also because you gave 4 to Seven (12 %)": of
 * all that orders a list, the share is one of taste alone.
 *
 * @param rank 0 for what weighs most
 */
export function sayContribution(
  title: string,
  feeling: string | undefined,
  share: number,
  rank: number,
): string {
  const percent = Math.round(100 * share);
  const because = feeling === undefined ? `because of ${title}` : `because ${feltFor(feeling, title)}`;
  if (percent >= 95) return capitalised(because);
  const much = rank > 0 ? "Also" : percent >= 50 ? "Mostly" : "Above all";
  // The first of them says what the share is of; the next is understood.
  const of = rank > 0 ? "" : " of what your taste adds";
  return `${much} ${because} (${percent} %${of})`;
}

function feltFor(feeling: string, title: string): string {
  return feeling.startsWith("you gave ") ? `${feeling} to ${title}` : `${feeling} ${title}`;
}

/**
 * "Like Heat, which you loved: crime and heist"; "Also directed by Michael Mann, like Heat". Parts are of one kind: facets
 * that are said with a connective, or one of people without, or any number of others.
 *
 * @param variant any whole number; picks one of several wordings
 */
export function sayShared(
  parts: readonly SharedValues[],
  titles: readonly string[],
  feeling: string | undefined,
  variant: number,
): string {
  const [first] = parts;
  const values = sayList(parts.flatMap((part) => part.values.map((value) => inSentence(part.facet, value))));
  const others = sayList(titles);
  const end = feeling === undefined ? "" : `, which ${feeling}`;
  if (first === undefined) return "";
  if (connective(first.facet) !== undefined) {
    const said = parts.map((part) => linked(connective(part.facet) ?? "", part.values));
    return `Also ${sayList(said)}, like ${others}${end}`;
  }
  if (first.facet.kind === "people") {
    const name = first.values.length === 1 ? facetName(first.facet) : `${facetName(first.facet)}s`;
    return `Same ${name} as ${others}: ${values}${end === "" ? "" : ` (${feeling} ${titles.length === 1 ? "it" : "them"})`}`;
  }
  const plain = `${capitalised(values)}, like ${others}${end}`;
  if (parts.flatMap((part) => part.values).length < 2) return plain;
  const wordings = [plain, `Like ${others}${end}: ${values}`, `In common with ${others}${end}: ${values}`];
  return wordings[variant % wordings.length] as string;
}

/** "Close to Heat, which you loved". */
export function sayNeighbour(title: string, feeling: string | undefined): string {
  return feeling === undefined ? `Close to ${title}` : `Close to ${title}, which ${feeling}`;
}

/**
 * "Without Heat it would fall from 2nd to 9th of these by your taste": what is shown is ordered by more than taste.
 *
 * @param ranked what the ranks are among
 */
export function sayRankChange({ from, to }: RankChange, title: string, ranked: Grounds["ranked"]): string {
  const among = ranked === "candidates" ? "of these" : "of all";
  return `Without ${title} it would fall from ${sayOrdinal(from)} to ${sayOrdinal(to)} ${among} by your taste`;
}

/** "As you asked: Sci-Fi, 106 min and not Horror". */
export function sayConstraints(values: readonly string[], source: "said" | "profile"): string {
  return source === "said" ? `As you asked: ${sayList(values)}` : `As you told me before: ${sayList(values)}`;
}

/** A sentence longer than this is not repeated. */
const LONGEST_SAID = 60;

/**
 * "Slow burn: you said “I love slow burns”"; "Directed by Ridley Scott, whom you like"; "117 min, within what you like".
 *
 * @param met values of the facet that the item has, each with the sentence it was wished for in
 */
export function sayPreference(
  facet: FacetDeclaration,
  met: readonly { readonly value: string; readonly said: string }[],
): string {
  const values = [...new Set(met.map(({ value }) => value))];
  const link = connective(facet);
  const start =
    link === undefined ? sayList(values.map((value) => inSentence(facet, value))) : linked(link, values);
  const said = [...new Set(met.map((one) => one.said.trim().replace(/[.!?]+$/u, "")))];
  if (said.length === 1 && said[0] !== undefined && said[0].length <= LONGEST_SAID && said[0] !== "") {
    return `${capitalised(start)}: you said “${said[0]}”`;
  }
  if (facet.kind === "number" || facet.kind === "year") return `${capitalised(start)}, within what you like`;
  return `${capitalised(start)}, ${facet.kind === "people" ? "whom" : "which"} you like`;
}

export interface Numbers {
  readonly count: number;
  readonly mean: number | undefined;
  readonly renown: Renown | undefined;
}

/**
 * "4.2 on average from 1,204 ratings"; "Among the best rated here: 4.5 from 205 ratings"; "Little known: 18 ratings, 3.9 on
 * average"; "83 people have tried it".
 *
 * @param variant any whole number; picks one of several wordings
 */
export function sayStatistics(of: Numbers, noun: Noun, simulated: boolean, variant: number): string {
  const made = simulated ? "simulated " : "";
  const count = decimal(of.count);
  const people = `${count} ${made}${of.count === 1 ? "person has" : "people have"} ${noun.past} it`;
  if (of.mean === undefined) {
    if (of.renown === "most-chosen") return `Among the most ${noun.past} here: ${people}`;
    return of.renown === "little-known" ? `Little known: ${people}` : people;
  }
  const ratings = `${count} ${made}${of.count === 1 ? "rating" : "ratings"}`;
  const mean = of.mean.toFixed(1);
  if (of.renown === "little-known") return `Little known: ${ratings}, ${mean} on average`;
  if (of.renown !== "best-rated") return `${mean} on average from ${ratings}`;
  const wordings = [
    `Among the best rated here: ${mean} from ${ratings}`,
    `${mean} from ${ratings}, which few here reach`,
    `One of the highest averages here: ${mean} from ${ratings}`,
  ];
  return wordings[variant % wordings.length] as string;
}

/** "Heat is on your watchlist"; where there is no such word, "Emma is on your list to read". With its title, as each item has its own first line. */
export function sayWanted(title: string, { verb }: Noun): string {
  return `${title} is on your ${verb === "watch" ? "watchlist" : `list to ${verb}`}`;
}

/** "Its description mentions robots and snow". */
export function sayMentioned(words: readonly string[]): string {
  return `Its description mentions ${sayList(words)}`;
}
