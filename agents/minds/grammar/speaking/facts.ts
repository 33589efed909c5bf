import type { ItemId } from "../../../../memory/ids.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { type Constraint, conditionsOf } from "../../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import type { FacetValue } from "../../../../memory/items/item.ts";
import { connective, facetName, isKind, linked, sayValue } from "../../../../tools/explaining/facet-words.ts";
import { renownOf } from "../../../../tools/explaining/renown.ts";
import { sayStatistics } from "../../../../tools/explaining/sentences.ts";
import type { LookUp } from "../../../../tools/look-up.ts";
import { meetsAll } from "./picking.ts";
import type { Scene, Voice } from "./scene.ts";
import { isMood, joinedBy, moodsApart } from "./value-words.ts";
import { capital, listed, opening, pluralOf, quoted, sentence } from "./wording.ts";

const LONGEST_TEXT = 320;

/** "Alien was directed by Ridley Scott."; what the catalogue does not say is said not to be there. */
export const lookUp: Voice<"look-up"> = (act, scene) => {
  const found = scene.findings.lookUps
    .filter(({ item }) => act.items.includes(item))
    .map((one) => ({ ...one, title: scene.title(one.item) }));
  return found
    .map((one) => {
      const answer =
        act.whether !== undefined
          ? yesOrNo(one, act.whether, scene)
          : act.facets.length === 0
            ? portrait(one, scene)
            : answers(one, scene);
      return [answer, ownWords(one.item, scene)].filter((part) => part !== "").join("\n");
    })
    .join("\n");
};

/** What this person said of it. */
function ownWords(item: ItemId, { findings }: Scene): string {
  const own = (findings.notes ?? []).filter((note) => note.item === item).map(({ text }) => quoted(text));
  const said = [...new Set(own)].slice(-MOST_NOTES);
  return said.length === 0 ? "" : `You said: ${listed(said)}.`;
}

const MOST_NOTES = 2;

/** "Yes: Manchester by the Sea is bleak."; "No: the language of Amélie is French." */
function yesOrNo(found: LookUp, meet: readonly Constraint[], scene: Scene): string {
  const said = answers(found, scene);
  const known = meet.flatMap(conditionsOf).some(({ facet }) => found.facets[facet] !== undefined);
  if (!known) return said;
  return `${meetsAll(found, meet) ? "Yes" : "No"}. ${said}`;
}

/** So many facets at once are told in a line. */
const MANY = 3;

function answers(found: LookUp, { catalogue }: Scene): string {
  if (Object.keys(found.facets).length > MANY) return details(found, catalogue);
  const known = Object.entries(found.facets).flatMap(([name, value]) => {
    const facet = catalogue.facet(name);
    if (facet === undefined) return [];
    if (catalogue.measures.includes(facet)) return [measureSentence(found, catalogue)];
    return [facetSentence(found.title, facet, value)];
  });
  const missing = found.missing.map((name) => {
    const facet = catalogue.facet(name);
    return `The catalogue gives no ${facet === undefined ? name : facetName(facet)} for ${found.title}.`;
  });
  const prose = found.text === undefined ? [] : [opening(found.text, LONGEST_TEXT)];
  return [...known, ...prose, ...missing].join(" ");
}

/** "Heat: written by Michael Mann; made in United States; rated R; with police and Los Angeles. 3.5 on average from 426 ratings." */
function details(found: LookUp, catalogue: Catalogue): string {
  const told = Object.entries(found.facets).flatMap(([name, value]) => {
    const facet = catalogue.facet(name);
    if (facet === undefined || facet.kind === "text" || catalogue.measures.includes(facet)) return [];
    if (typeof value === "number") return [`${facetName(facet)} ${sayValue(facet, value)}`];
    const values = [value].flat();
    const all: Constraint = {
      facet: name,
      test: { op: "all-of", values },
      strength: 1,
      said: "",
      source: "said",
    };
    // What it is like is said by itself, what is in it with a link.
    return moodsApart(all, facet).map((part) => {
      const some = "values" in part.test ? part.test.values : [];
      return isMood(part, facet) ? listed(some) : joinedBy(facet, some, "and", 1).replace(/^that is /u, "");
    });
  });
  const measured = catalogue.measures.some(({ name }) => found.facets[name] !== undefined);
  const rated = measured
    ? ` ${capital(measureSentence(found, catalogue).slice(found.title.length + 2))}`
    : "";
  return `${sentence(`${found.title}: ${told.join("; ")}`)}${rated}`;
}

/** "Heat: 3.5 on average from 426 ratings." */
function measureSentence({ item, title }: LookUp, catalogue: Catalogue): string {
  const index = catalogue.indexOf(item) ?? 0;
  const { count, mean } = catalogue.statistics(index);
  const numbers = { count, mean, renown: renownOf(catalogue, index) };
  return `${title}: ${sayStatistics(numbers, catalogue.noun, catalogue.simulated, 0)}.`;
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
    // "474 pages": its unit says what it is.
    (title, facet, words) =>
      facet.kind === "number" && facet.unit !== undefined && facet.unit === facet.name
        ? `${title} has ${words}.`
        : undefined,
    (title, facet, words) =>
      calls(facet, "cost") || calls(facet, "price") ? `${title} costs ${words}.` : undefined,
  ];

function calls(facet: FacetDeclaration, alias: string): boolean {
  return facet.name === alias || facet.aliases.includes(alias);
}

function facetSentence(title: string, facet: FacetDeclaration, value: FacetValue): string {
  if (facet.kind === "text") return sentence(`${title}: ${sayValue(facet, value)}`);
  const words = sayValue(facet, value);
  const own = SENTENCES.map((say) => say(title, facet, words)).find((said) => said !== undefined);
  if (own !== undefined) return own;
  const name = facetName(facet);
  const several = Array.isArray(value) && value.length > 1;
  return several ? `The ${pluralOf(name)} of ${title} are ${words}.` : `The ${name} of ${title} is ${words}.`;
}

/** "Tell me about it": how its text begins, then what cards show, in a line. */
function portrait(found: LookUp, { catalogue }: Scene): string {
  const traits = catalogue.facets.flatMap((facet) => {
    const value = found.facets[facet.name];
    return value === undefined || !facet.shown || facet.kind === "text" ? [] : [{ facet, value }];
  });
  const plain = traits.filter(({ facet }) => isPlain(facet)).sort((a, b) => placeOf(a) - placeOf(b));
  const others = traits.filter(({ facet }) => !isPlain(facet));
  const line = [
    plain.map(({ facet, value }) => sayValue(facet, fewOf(value))).join(", "),
    ...others.map(({ facet, value }) => trait(facet, fewOf(value))),
  ]
    .filter((part) => part !== "")
    .join("; ");
  if (found.text === undefined) return line === "" ? `${found.title}.` : sentence(`${found.title}: ${line}`);
  const prose = `${found.title}: ${opening(found.text, LONGEST_TEXT)}`;
  return line === "" ? prose : `${prose}\n${sentence(capital(line))}`;
}

const MOST_NAMES = 3;

function fewOf(value: FacetValue): FacetValue {
  return Array.isArray(value) ? value.slice(0, MOST_NAMES) : value;
}

/** Whether a value needs no word of its facet beside it: "Crime and drama", "1995", "170 min". */
function isPlain(facet: FacetDeclaration): boolean {
  return isKind(facet) || facet.kind === "year" || (facet.kind === "number" && facet.unit !== undefined);
}

/** What it is, then when and how much. */
function placeOf({ facet }: { readonly facet: FacetDeclaration }): number {
  return isKind(facet) ? 0 : facet.kind === "year" ? 1 : 2;
}

function trait(facet: FacetDeclaration, value: FacetValue): string {
  const link = connective(facet);
  if (link === undefined || typeof value === "number") return `${facetName(facet)} ${sayValue(facet, value)}`;
  return linked(link, typeof value === "string" ? [value] : value);
}
