import type { AnswerItem } from "../../agents/answer.ts";
import type { FacetDeclaration } from "../../memory/items/facet.ts";
import type { FacetValue } from "../../memory/items/item.ts";
import type { Evidence } from "../../tools/explaining/claim.ts";
import {
  capitalised,
  connective,
  facetName,
  isKind,
  linked,
  sayList,
  sayNumber,
  sayValue,
} from "../../tools/explaining/facet-words.ts";
import { sanitiseLine } from "../sanitise.ts";

const MAX_VALUES = 3;

/** "Crime, Drama · 170 min · Michael Mann": what a card says under the title, in the order the facets were declared. */
export function facetLine(
  facets: Readonly<Record<string, FacetValue>>,
  declarations: readonly FacetDeclaration[],
): string {
  return shownFacets(facets, declarations)
    .map(({ facet, value }) => facetText(value, facet))
    .filter((text) => text !== "")
    .join(" · ");
}

/** "Crime and drama, 170 min, directed by Michael Mann, starring Al Pacino and others": the same, to be read aloud. */
export function facetWords(
  facets: Readonly<Record<string, FacetValue>>,
  declarations: readonly FacetDeclaration[],
): string {
  const words = shownFacets(facets, declarations).map(({ facet, value }) => wordsOf(value, facet));
  return capitalised(sanitiseLine(words.filter((text) => text !== "").join(", ")));
}

/** "Heat (1995)", "The Odyssey (720 BC)": the title with its year, where the catalogue has a year and the title does not carry one. */
export function titleText(
  item: Pick<AnswerItem, "title" | "facets">,
  declarations: readonly FacetDeclaration[],
): string {
  const title = sanitiseLine(item.title);
  const facet = declarations.find((candidate) => candidate.kind === "year" && candidate.shown);
  const year = facet === undefined ? undefined : item.facets[facet.name];
  if (facet === undefined || typeof year !== "number" || /\(\d{4}\)$/.test(title)) return title;
  return `${title} (${sayNumber(facet, year)})`;
}

/** "4.1 (3.2 to 4.9)". */
export function ratingText(rating: NonNullable<AnswerItem["predictedRating"]>): string {
  return `${rating.value.toFixed(1)} (${rating.low.toFixed(1)} to ${rating.high.toFixed(1)})`;
}

/** The same, to be read aloud: "You would give it about 4.1, probably between 3.2 and 4.9". */
export function ratingWords(rating: NonNullable<AnswerItem["predictedRating"]>): string {
  const [value, low, high] = [rating.value, rating.low, rating.high].map((number) => number.toFixed(1));
  return `You would give it about ${value}, probably between ${low} and ${high}`;
}

/** Five stars for a value on a scale: "★★★★☆". */
export function stars(value: number, scale: { readonly min: number; readonly max: number }): string {
  const width = scale.max - Math.min(scale.min, 0);
  const full = width <= 0 ? 0 : Math.round((5 * (value - Math.min(scale.min, 0))) / width);
  const clipped = Math.max(0, Math.min(5, full));
  return "★".repeat(clipped) + "☆".repeat(5 - clipped);
}

const STANDOUTS = { only: "the only one", least: "the lowest", most: "the highest" } as const;

/** What a claim rests on, in a line. */
export function evidenceText(evidence: Evidence): string {
  switch (evidence.kind) {
    case "contribution":
      return `${sanitiseLine(evidence.title)} makes ${Math.round(100 * evidence.share)} % of what your taste adds`;
    case "shared-facet":
      return `${evidence.facet}: ${sanitiseLine(evidence.values.join(", "))}`;
    case "neighbour":
      return `close to ${sanitiseLine(evidence.title)} (similarity ${evidence.similarity.toFixed(2)})`;
    case "counterfactual":
      return `without ${sanitiseLine(evidence.title)}: rank ${evidence.to} instead of ${evidence.from}`;
    case "constraint":
      return `${evidence.facet}: ${sanitiseLine(evidence.value)}, as you asked: “${sanitiseLine(evidence.said)}”`;
    case "preference":
      return `${evidence.facet}: ${sanitiseLine(evidence.value)}, remembered from “${sanitiseLine(evidence.said)}”`;
    case "statistics":
      return evidence.mean === undefined
        ? `${evidence.count} people`
        : `${evidence.count} ratings, ${evidence.mean.toFixed(1)} on average`;
    case "standout":
      return `${evidence.facet}: ${sanitiseLine(evidence.value)}, ${STANDOUTS[evidence.how]} of the list`;
    case "own-rating":
      return evidence.from === "rated" ? `you gave it ${evidence.value}` : `you ${evidence.from} it`;
    case "wanted":
      return "on your list";
    case "rated-alike":
      return `rated like ${sanitiseLine(evidence.title)} (similarity ${evidence.similarity.toFixed(2)})`;
    case "text":
      return `its description says: ${sanitiseLine(evidence.words.join(", "))}`;
  }
}

/** "12 ms", "1.4 s". */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1) return "<1 ms";
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** What a card shows, in the order the facets were declared; the year stands beside the title. */
function shownFacets(
  facets: Readonly<Record<string, FacetValue>>,
  declarations: readonly FacetDeclaration[],
): { readonly facet: FacetDeclaration; readonly value: FacetValue }[] {
  return declarations
    .filter((facet) => facet.shown && facet.kind !== "text" && facet.kind !== "year")
    .flatMap((facet) => {
      const value = facets[facet.name];
      return value === undefined ? [] : [{ facet, value }];
    });
}

function wordsOf(value: FacetValue, facet: FacetDeclaration): string {
  const link = connective(facet);
  if (typeof value === "number") {
    return facet.unit === undefined
      ? `${facetName(facet)} ${sayNumber(facet, value)}`
      : sayNumber(facet, value);
  }
  const values = typeof value === "string" ? [value] : value;
  if (values.length === 0) return "";
  const few = values.length > MAX_VALUES ? [...values.slice(0, MAX_VALUES), "others"] : values;
  if (isKind(facet)) return sayValue(facet, few);
  return link === undefined ? `${facetName(facet)} ${sayList(few)}` : linked(link, few);
}

function facetText(value: FacetValue, facet: FacetDeclaration): string {
  if (typeof value === "number") return facet.unit ? `${value} ${facet.unit}` : String(value);
  if (typeof value === "string") return sanitiseLine(value);
  const more = value.length > MAX_VALUES ? ", …" : "";
  return sanitiseLine(value.slice(0, MAX_VALUES).join(", ")) + more;
}
