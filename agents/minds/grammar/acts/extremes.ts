import type { ItemId } from "../../../../memory/ids.ts";
import { isKind } from "../span.ts";
import type { Utterance } from "../utterance.ts";
import { type ActReader, type Claim, type Found, find } from "./act-reader.ts";
import { comparedLast } from "./compared-last.ts";

const LEAD = "(?:(?:and|or|but|so|ok|okay|then|,) )*";
/** "which of these is the shortest?", "what's the best rated one?", "which of the two is longer?". */
const QUESTION = /\b(?:which|whats|what(?! about| else| can| should| do)|who)\b.*\b(?:SORT|COMPARATIVE)\b.*$/;
/** "the shortest of these?" */
const SUPERLATIVE = new RegExp(
  `^${LEAD}(?:the )?SORT(?: (?:one|of (?:ITEM|these|those|them|the two|the three)))?$`,
);
/** "and the better rated one?", of those that were compared. */
const COMPARATIVE = new RegExp(
  `^${LEAD}(?:the )?COMPARATIVE(?: (?:one|RATING))?(?: of (?:ITEM|the two|the three))?$`,
);
/** "the most underrated of these?" */
const RENOWNED = new RegExp(
  `^${LEAD}(?:(?:which|whats|what|who)\\b.* )?(?:(?:the )?(?:most|least) RENOWN(?: ones?)?(?: (?:of|among) ITEM)|of ITEM (?:is|are) (?:the )?(?:most|least) RENOWN(?: ones?)?)$`,
);

/** The item at the end of an order, among those spoken of. */
export const extremes: ActReader = {
  name: "look-up",
  read: (utterance) =>
    [
      ...find(utterance, QUESTION),
      ...(utterance.asks ? find(utterance, SUPERLATIVE) : []),
      ...(comparedLast(utterance, isOrderQuestion).length > 0 ? find(utterance, COMPARATIVE) : []),
      ...find(utterance, RENOWNED),
    ]
      .flatMap((found) => extreme(utterance, found))
      .slice(0, 1),
};

function isOrderQuestion(utterance: Utterance): boolean {
  return [QUESTION, SUPERLATIVE, COMPARATIVE].some((pattern) => find(utterance, pattern).length > 0);
}

function extreme(utterance: Utterance, found: Found): Claim[] {
  const order = utterance.spans.find(
    ({ span }) =>
      span.from >= found.from &&
      (isKind(span, "sort") || isKind(span, "comparative") || isKind(span, "renown")),
  )?.span;
  if (order === undefined) return [];
  const among = spokenOf(utterance, found);
  const { facet, sign } = directionOf(order.meaning, /\bleast RENOWN\b/.test(found.match[0])) ?? {};
  if (facet === undefined || sign === undefined || among.length < 2) return [];
  const { catalogue } = utterance;
  const value = (id: ItemId): number => {
    const index = catalogue.indexOf(id);
    const number = index === undefined ? undefined : catalogue.value(index, facet);
    return typeof number === "number" ? number * sign : Number.POSITIVE_INFINITY;
  };
  const best = [...among].sort((a, b) => value(a) - value(b))[0];
  if (best === undefined || value(best) === Number.POSITIVE_INFINITY) return [];
  return [{ from: found.from, to: found.to, acts: [{ act: "look-up", items: [best], facets: [facet] }] }];
}

function directionOf(
  meaning: Utterance["spans"][number]["span"]["meaning"],
  least: boolean,
): { facet: string; sign: 1 | -1 } | undefined {
  switch (meaning.kind) {
    case "sort":
      return { facet: meaning.facet, sign: meaning.direction === "ascending" ? 1 : -1 };
    case "comparative":
      return { facet: meaning.facet, sign: meaning.direction === "lower" ? 1 : -1 };
    case "renown":
      return { facet: "popularity", sign: (meaning.renown === "obscure") === least ? -1 : 1 };
    default:
      return undefined;
  }
}

/** What the question names; those that were compared last; else what is shown. */
function spokenOf(utterance: Utterance, found: Found): readonly ItemId[] {
  if (found.items.length > 1) return found.items;
  const compared = comparedLast(utterance, isOrderQuestion);
  return compared.length > 1 ? compared : utterance.shown;
}
