import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { conditionsOf } from "../../../../memory/items/constraint.ts";
import type { Utterance } from "../utterance.ts";
import { type ActReader, type Found, find } from "./act-reader.ts";
import { asksForLikes } from "./look-up.ts";
import { asked } from "./which.ts";

const LEAD = "(?:(?:and|but|so|ok|okay|hmm|wait|also|,) )*";
const OF_ITEM = new RegExp(
  `(?:^|(?<=, ))${LEAD}(?:is|are|was|were|does|do|did|has|have|isnt|wasnt|doesnt|can|will|would|should) (?:(?:my|our|a|an|the|i|we) )?(?:\\S+ )??(?:the )?ITEM\\b.*$`,
);
const IN_ITEM = new RegExp(
  `(?:^|(?<=, ))${LEAD}(?:is|are|was|were|does|do|did|has|have|isnt|doesnt) (?:there )?(?:any |a |an |the )*VALUE\\b.*\\b(?:in|by|direct|star|write|from|part of|play|appear|act|made|make)\\b.*ITEM.*$`,
);

/** "is it sad?", "is 2 in French?", "is Brad Pitt in Seven?", "is it over two hours?": yes or no, from the catalogue. */
export const whether: ActReader = {
  name: "look-up",
  read: (utterance) =>
    [...find(utterance, IN_ITEM), ...find(utterance, OF_ITEM)]
      .filter((found) => found.items.length > 0 && !asksForLikes(utterance, found))
      .slice(0, 1)
      .flatMap((found) => {
        const facet = suitability(utterance, found);
        if (facet !== undefined) return [claim(found, [facet])];
        const meet = asked(utterance, found);
        const facets = [...new Set(meet.flatMap(conditionsOf).map((condition) => condition.facet))];
        return facets.length === 0 ? [] : [claim(found, facets, meet)];
      }),
};

function claim(
  { from, to, items }: Found,
  facets: readonly string[],
  meet?: ReturnType<typeof asked>,
): ReturnType<ActReader["read"]>[number] {
  const act = { act: "look-up" as const, items: [...items], facets: [...facets] };
  return { from, to, acts: [meet === undefined ? act : { ...act, whether: meet }] };
}

const CHILDREN =
  /\b(?:kids?|child|children|son|daughter|toddler|year olds?|years? old|yo|family|little ones)\b/;

/** "ok for an eight-year-old?" asks for the certificate, where there is one. */
function suitability({ tokens, catalogue }: Utterance, { from, to }: Found): string | undefined {
  const words = tokens
    .slice(from, to)
    .map(({ norm }) => norm)
    .join(" ");
  const asks = /\b(?:for|ok|okay|fine|suitable|appropriate|alright|watch|read|with)\b/.test(words);
  return asks && CHILDREN.test(words) ? certificateOf(catalogue) : undefined;
}

function certificateOf({ facets }: Catalogue): string | undefined {
  return facets.find(({ aliases, order }) => order.length > 0 && aliases.includes("suitable for"))?.name;
}
