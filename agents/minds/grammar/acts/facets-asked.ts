import { isKind } from "../span.ts";
import type { Utterance } from "../utterance.ts";
import { ASKED } from "../words/roles.ts";
import type { Found } from "./act-reader.ts";

const LITTLE = new Set("from by with in about of when where on stars made who how".split(" "));
/** Where another question begins: "who directed it and when?". */
const ANOTHER = / (?:(?:and|or|,) )+(?=(?:(?:in|from|by) )?(?:who|when|where|what|which|how)\b)/;

/** The facets that a question names, by their aliases, their values, or its question words. */
export function facetsAsked(utterance: Utterance, found: Found): string[] {
  const named = facetsNamed(utterance, found);
  const [first = "", ...others] = found.match[0].split(ANOTHER);
  // "where and when was it made": the first question ends where the second begins.
  const short = others.length > 0 && !/\bITEM\b/.test(first);
  const asked = named.length === 0 || short ? facetsOf(utterance, first) : [];
  const more = others.flatMap((question) => facetsOf(utterance, question));
  return [...new Set([...asked, ...named, ...more])];
}

function facetsNamed({ tokens, lexicon, spans }: Utterance, found: Found): string[] {
  const names: string[] = [];
  const add = (facets: readonly string[]): void => {
    for (const facet of facets) if (!names.includes(facet)) names.push(facet);
  };
  for (let at = found.from; at < found.to; at++) {
    // "A Star Is Born" asks for no stars.
    const item = spans.find(({ span }) => span.from === at && isKind(span, "item"))?.span;
    if (item !== undefined) {
      at = item.to - 1;
      continue;
    }
    const alias = lexicon.aliases.at(tokens, at);
    if (alias === undefined || (alias.to === at + 1 && LITTLE.has(tokens[at]?.norm ?? ""))) continue;
    add(alias.meaning.slice(0, 1));
    at = alias.to - 1;
  }
  if (names.length > 0) return names;
  for (const { span } of spans) {
    if (span.from < found.from || span.to > found.to || isKind(span, "item")) continue;
    if (isKind(span, "values") || isKind(span, "level") || isKind(span, "range")) add([span.meaning.facet]);
  }
  const whether = /^(?:\S+ )*(?:is|are|was|were|does|do|did|has) (?:the )?ITEM/.test(found.match[0]);
  return names.length > 0 && whether ? names : [];
}

/** The facet that a question's words ask for. */
function facetsOf({ catalogue }: Utterance, question: string): string[] {
  return ASKED.filter(([pattern]) => pattern.test(question))
    .flatMap(([, wanted]) =>
      [...catalogue.facets, ...catalogue.measures].filter((facet) => wanted.test(facet.name)),
    )
    .map(({ name }) => name)
    .slice(0, 1);
}
