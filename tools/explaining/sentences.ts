import type { Noun } from "../../memory/items/facet.ts";
import { capitalised, connective, facetName, sayList, sayOrdinal } from "./facet-words.ts";
import type { RankChange, Tasted } from "./grounds.ts";
import type { SharedValues } from "./shared.ts";

/** How the person stands to an item of the history, as the end of "… Heat, which you …"; undefined where nothing is known. */
export function attitude(
  tasted: Tasted | undefined,
  top: number | undefined,
  noun: Noun,
): string | undefined {
  if (tasted === undefined || tasted.weight <= 0) return undefined;
  switch (tasted.verdict) {
    case "rated":
      if (tasted.value === undefined) return undefined;
      return tasted.value === top ? "loved" : `gave ${tasted.value.toLocaleString("en-US")}`;
    case "liked":
      return "liked";
    case "seen":
      return `have ${noun.past}`;
    default:
      return undefined;
  }
}

/**
 * "You loved Heat, which weighs most here (38 %)".
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
  const weighs =
    percent === 100 ? "alone weighs here" : `weighs ${rank === 0 ? "most" : "much"} here (${percent} %)`;
  if (feeling === undefined) return `${title} ${weighs}`;
  const join = feeling.startsWith("gave ") ? " to" : "";
  return `You ${feeling}${join} ${title}, which ${weighs}`;
}

/**
 * "Shares Crime and heist with Heat, which you loved"; "Also directed by Michael Mann, like Heat". Parts are of one kind: facets
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
  const values = sayList(parts.flatMap((part) => part.values));
  const others = sayList(titles);
  const end = feeling === undefined ? "" : `, which you ${feeling}`;
  if (first === undefined) return "";
  if (connective(first.facet) !== undefined) {
    const linked = parts.map((part) => `${connective(part.facet) ?? ""} ${sayList(part.values)}`);
    return `Also ${sayList(linked)}, like ${others}${end}`;
  }
  if (first.facet.kind === "people") {
    const name = first.values.length === 1 ? facetName(first.facet) : `${facetName(first.facet)}s`;
    return `Same ${name} as ${others}: ${values}${end === "" ? "" : ` (you ${feeling} ${titles.length === 1 ? "it" : "them"})`}`;
  }
  // One value may name what the item is ("Moisturizer") and not what it has, so "shares" needs two.
  if (parts.flatMap((part) => part.values).length < 2) return `${capitalised(values)}, like ${others}${end}`;
  const wordings = [
    `Shares ${values} with ${others}${end}`,
    `${capitalised(values)}, like ${others}${end}`,
    `Has ${values} in common with ${others}${end}`,
  ];
  return wordings[variant % wordings.length] as string;
}

/** "Close to Heat, which you loved". */
export function sayNeighbour(title: string, feeling: string | undefined): string {
  return feeling === undefined ? `Close to ${title}` : `Close to ${title}, which you ${feeling}`;
}

/** "Without Heat this would be 37th instead of 2nd". */
export function sayRankChange(change: RankChange, title: string): string {
  return `Without ${title} this would be ${sayOrdinal(change.to)} instead of ${sayOrdinal(change.from)}`;
}

/** "As you asked: Sci-Fi, 106 min and not Horror". */
export function sayConstraints(values: readonly string[], source: "said" | "profile"): string {
  return source === "said" ? `As you asked: ${sayList(values)}` : `As you told me before: ${sayList(values)}`;
}

/** "Averages 4.2 over 1,204 ratings"; "83 people have tried it". */
export function sayStatistics(
  of: { readonly count: number; readonly mean: number | undefined },
  noun: Noun,
  simulated: boolean,
): string {
  const made = simulated ? "simulated " : "";
  const count = of.count.toLocaleString("en-US");
  if (of.mean !== undefined) {
    return `Averages ${of.mean.toFixed(1)} over ${count} ${made}${of.count === 1 ? "rating" : "ratings"}`;
  }
  return `${count} ${made}${of.count === 1 ? "person has" : "people have"} ${noun.past} it`;
}

/** "Its description mentions robots and snow". */
export function sayMentioned(words: readonly string[]): string {
  return `Its description mentions ${sayList(words)}`;
}
