import type { ItemId } from "../../../../memory/ids.ts";
import { isKind } from "../span.ts";
import type { Utterance } from "../utterance.ts";
import { type ActReader, type Claim, type Found, find } from "./act-reader.ts";

/** "which of these is the shortest?", "what's the best rated one?", "which of the two is longer?". */
const PATTERNS = [
  /\b(?:which|whats|what(?! about| else| can| should| do)|who)\b.*\b(?:SORT|COMPARATIVE)\b.*$/,
  /^(?:and )?(?:the )?SORT(?: (?:one|of (?:ITEM|these|those|them|the two|the three)))?$/,
];

/** The item at the end of an order, among those spoken of. */
export const extremes: ActReader = {
  name: "look-up",
  read: (utterance) =>
    PATTERNS.flatMap((pattern) => find(utterance, pattern))
      .filter((found) => /^(?:and )?(?:the )?SORT/.test(found.match[0]) === false || utterance.asks)
      .flatMap((found) => extreme(utterance, found))
      .slice(0, 1),
};

function extreme(utterance: Utterance, found: Found): Claim[] {
  const order = utterance.spans.find(
    ({ span }) => span.from >= found.from && (isKind(span, "sort") || isKind(span, "comparative")),
  )?.span;
  if (order === undefined) return [];
  const among = spokenOf(utterance, found);
  const { facet, sign } = directionOf(order.meaning) ?? {};
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
): { facet: string; sign: 1 | -1 } | undefined {
  if (meaning.kind === "sort")
    return { facet: meaning.facet, sign: meaning.direction === "ascending" ? 1 : -1 };
  if (meaning.kind !== "comparative") return undefined;
  return { facet: meaning.facet, sign: meaning.direction === "lower" ? 1 : -1 };
}

/** What the question names; those that were compared last; else what is shown. */
function spokenOf({ situation, shown, tokens }: Utterance, found: Found): readonly ItemId[] {
  if (found.items.length > 1) return found.items;
  const pair = tokens
    .slice(found.from, found.to)
    .some(({ norm }) => norm === "two" || norm === "three" || norm === "both");
  const compared = situation.last?.acts.find((act) => act.act === "compare");
  return pair && compared?.act === "compare" ? compared.items : shown;
}
