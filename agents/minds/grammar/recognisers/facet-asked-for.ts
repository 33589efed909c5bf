import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { type Reading, type Span, wordAt } from "../span.ts";
import { LEADING } from "../words/roles.ts";

/** Facets whose name or alias stands right before ("directed by", "brand"), or governs the list this belongs to. */
export function facetAskedFor(
  from: number,
  { tokens, lexicon, catalogue }: Pick<Reading, "tokens" | "lexicon" | "catalogue">,
  before: Span | undefined,
): readonly string[] | undefined {
  if (/^(?:do|does|deals?|dealing|doing|obsessed|along|starts?)$/.test(wordAt(tokens, from - 2)))
    return undefined;
  for (let start = Math.max(0, from - 4); start < from; start++) {
    const alias = lexicon.aliases.at(tokens, start);
    // "what about thrillers?" asks for no topic.
    const proposed = wordAt(tokens, from - 1) === "about" && /^(?:what|how)$/.test(wordAt(tokens, from - 2));
    if (alias?.to === from && !proposed) return alias.meaning;
  }
  // "the rating should be G"
  let end = from;
  while (
    end > 0 &&
    from - end < 4 &&
    /^(?:should|must|has|have|to|be|is|are|of)$/.test(wordAt(tokens, end - 1))
  )
    end -= 1;
  if (end < from)
    for (let start = Math.max(0, end - 3); start < end; start++) {
      const alias = lexicon.aliases.at(tokens, start, end);
      if (alias?.to === end) return alias.meaning;
    }
  // "both Bernie Mac and …", "something to do with Christmas"
  if (/^(?:both|either)$/.test(wordAt(tokens, from - 1)) && from > 1)
    return facetAskedFor(from - 1, { tokens, lexicon, catalogue }, before);
  const role = roleOf(wordAt(tokens, from - 1), catalogue);
  if (role !== undefined) return role;
  if (before?.meaning.kind !== "values" || before.meaning.phrase !== undefined) return undefined;
  const between = tokens.slice(before.to, from).map((token) => token.norm);
  const listed = between.length > 0 || /^\s*,\s*$/.test(tokens[from]?.gap ?? "");
  const joined = listed && between.every((word) => word === "and" || word === "or" || word === "nor");
  return joined ? [before.meaning.facet] : undefined;
}

/** For catalogues whose aliases leave the little words out. */
function roleOf(word: string, catalogue: Catalogue): readonly string[] | undefined {
  const role = LEADING.find(([words]) => words.test(word));
  const names = catalogue.facets.filter((facet) => role?.[1].test(facet.name)).map((facet) => facet.name);
  return names.length > 0 ? names : undefined;
}
