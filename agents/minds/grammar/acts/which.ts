import type { Constraint } from "../../../../memory/items/constraint.ts";
import { isKind } from "../span.ts";
import type { Utterance } from "../utterance.ts";
import { rangeConstraints } from "../wish-ranges.ts";
import { valueConstraints } from "../wish-values.ts";
import { type ActReader, type Found, find } from "./act-reader.ts";

const PATTERNS = [
  /^(?:and |but |so |ok |, )*(?:which|what|who)(?: ones?| COUNT| of)*(?: (?:of )?(?:these|ITEM|COUNT|the \S+))*(?: ones?)? (?:is|are|was|were|has|have|does|do|did|isnt|arent|wasnt|werent|hasnt|havent|doesnt|dont|stars?|features?)\b.*$/,
  /^(?:and |but |so |ok |, )*(?:is|are|was|were) (?:there )?(?:any(?:thing|one)?|some|something|one|an?)\b.*\b(?:among|in|of|on|between|amongst)\b.*$/,
  /^(?:and |but |so |ok |, )*(?:does|do|did|has|have|is|are|was|were) (?:any|one|some|ITEM|all)(?: of)?\b.*$/,
  /^(?:and |but |so |ok |, )*(?:any|anything|something|some)\b.* (?:among|amongst|in|of|on|from) (?:ITEM|here|the list|that list|this list)$/,
];
/** Words that say what is asked about: the list as it lies there. */
const OF_THE_LIST = /\b(?:among|amongst|here|on the list|in the list|of the list)\b/;

/** "which of these are French?", "is there anything Japanese among them?": a question about the list, which stays as it is. */
export const which: ActReader = {
  name: "which",
  read(utterance) {
    const { shown } = utterance;
    if (shown.length === 0) return [];
    return PATTERNS.flatMap((pattern) => find(utterance, pattern))
      .filter((found) => isAboutList(utterance, found))
      .flatMap((found) => {
        const meet = asked(utterance, found);
        if (meet.length === 0) return [];
        return [
          { from: found.from, to: found.to, acts: [{ act: "which" as const, items: [...shown], meet }] },
        ];
      })
      .slice(0, 1);
  },
};

function isAboutList({ spans }: Utterance, found: Found): boolean {
  const group = spans.some(
    ({ span }) =>
      span.from >= found.from && span.to <= found.to && isKind(span, "item") && span.meaning.by === "all",
  );
  return group || OF_THE_LIST.test(found.match[0]);
}

/** What is asked about in some words: values, times and measures. */
export function asked(utterance: Utterance, { from, to }: Pick<Found, "from" | "to">): Constraint[] {
  const inside = utterance.spans.filter(({ span }) => span.from >= from && span.to <= to);
  const plain = inside.map((one) => ({
    ...one,
    stance: one.stance === "exclude" ? one.stance : ("want" as const),
  }));
  return [...valueConstraints(utterance, plain), ...rangeConstraints(utterance, plain, [])];
}
