import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import type { FacetValue } from "../../../../memory/items/item.ts";
import type { LookUp } from "../../../../tools/look-up.ts";
import { facetName, valueWords } from "./facet-words.ts";
import type { Scene, Voice } from "./scene.ts";
import { listed, opening, pluralOf, sentence } from "./wording.ts";

const LONGEST_TEXT = 320;

/** "Alien was directed by Ridley Scott."; what the catalogue does not say is said not to be there. */
export const lookUp: Voice<"look-up"> = (act, scene) => {
  const found = scene.findings.lookUps.filter(({ item }) => act.items.includes(item));
  return found
    .map((one) => (act.facets.length === 0 ? portrait(one, scene) : answers(one, scene)))
    .join("\n");
};

function answers(found: LookUp, { catalogue }: Scene): string {
  const known = Object.entries(found.facets).flatMap(([name, value]) => {
    const facet = catalogue.facet(name);
    return facet === undefined ? [] : [facetSentence(found.title, facet, value)];
  });
  const missing = found.missing.map((name) => {
    const facet = catalogue.facet(name);
    return `The catalogue gives no ${facet === undefined ? name : facetName(facet)} for ${found.title}.`;
  });
  const prose = found.text === undefined ? [] : [opening(found.text, LONGEST_TEXT)];
  return [...known, ...prose, ...missing].join(" ");
}

/** How a facet is said of an item, by what people call it; the first that fits wins. */
const SENTENCES: readonly ((title: string, facet: FacetDeclaration, words: string) => string | undefined)[] =
  [
    (title, facet, words) => {
      const stars =
        facet.aliases.find((alias) => /^(?:stars|features)$/u.test(alias)) ??
        (facet.aliases.includes("starring") ? "stars" : undefined);
      return stars === undefined ? undefined : `${title} ${stars} ${words}.`;
    },
    (title, facet, words) => {
      const by = facet.aliases.find((alias) => /^\w+ by$/u.test(alias));
      return by === undefined ? undefined : `${title} was ${by} ${words}.`;
    },
    (title, facet, words) => (facet.kind === "year" ? `${title} is from ${words}.` : undefined),
    (title, facet, words) =>
      calls(facet, "how long") && /^(?:min|h|hours?|minutes?)/u.test(facet.unit ?? "")
        ? `${title} runs ${words}.`
        : undefined,
    (title, facet, words) =>
      calls(facet, "cost") || calls(facet, "price") ? `${title} costs ${words}.` : undefined,
  ];

function calls(facet: FacetDeclaration, alias: string): boolean {
  return facet.name === alias || facet.aliases.includes(alias);
}

function facetSentence(title: string, facet: FacetDeclaration, value: FacetValue): string {
  if (facet.kind === "text") return sentence(`${title}: ${valueWords(facet, value)}`);
  const words = valueWords(facet, value);
  const own = SENTENCES.map((say) => say(title, facet, words)).find((said) => said !== undefined);
  if (own !== undefined) return own;
  const name = facetName(facet);
  const several = Array.isArray(value) && value.length > 1;
  return several ? `The ${pluralOf(name)} of ${title} are ${words}.` : `The ${name} of ${title} is ${words}.`;
}

/** "Tell me about it": what cards show, then how its text begins. */
function portrait(found: LookUp, { catalogue }: Scene): string {
  const traits = catalogue.facets.flatMap((facet) => {
    const value = found.facets[facet.name];
    return value === undefined || !facet.shown || facet.kind === "text" ? [] : [trait(facet, value)];
  });
  const head = traits.length === 0 ? `${found.title}.` : `${found.title}: ${traits.join("; ")}.`;
  return found.text === undefined ? head : `${head} ${opening(found.text, LONGEST_TEXT)}`;
}

const MOST_NAMES = 4;

function trait(facet: FacetDeclaration, value: FacetValue): string {
  const short = Array.isArray(value) ? value.slice(0, MOST_NAMES) : value;
  const words = Array.isArray(short) ? listed(short) : valueWords(facet, short);
  return facet.kind === "people" || facet.kind === "number" ? `${facetName(facet)} ${words}` : words;
}
