import type { FacetDeclaration } from "../../memory/items/facet.ts";
import type { Evidence } from "./claim.ts";
import { inSentence, isKind, listed, sayNumber, superlative } from "./facet-words.ts";
import type { Grounds } from "./grounds.ts";
import type { Reason } from "./reason.ts";

export type StandoutEvidence = Extract<Evidence, { kind: "standout" }>;

/** Of fewer items nobody says that one stands out. */
const FEWEST = 3;
/** A value that more than this part of the catalogue has is no distinction. */
const COMMONPLACE = 0.3;

/** What sets the item apart from the others of the answer: the shortest of them, the only western. */
export function standoutReasons(grounds: Grounds): Reason[] {
  const { catalogue, among } = grounds;
  if (among.length < FEWEST) return [];
  const found = catalogue.facets
    .filter(({ shown }) => shown)
    .flatMap((facet) => {
      if (facet.kind === "year" || facet.kind === "number") return standoutNumber(grounds, facet.name);
      return isKind(facet) ? standoutKind(grounds, facet.name) : [];
    });
  return found.map(
    ({ sentence, evidence }): Reason => ({
      claim: { claim: sentence, evidence: [evidence] },
      strength: 0.2,
      topic: "standout",
      atNeed: "standout",
      anchors: [],
    }),
  );
}

/** By how much a number must differ from all others to be called the least or the most: 5 years, or a tenth of it. */
function clear(own: number, other: number, kind: FacetDeclaration["kind"]): boolean {
  return Math.abs(own - other) >= (kind === "year" ? 5 : 0.1 * Math.abs(own));
}

/** Whether the item alone has the value, or its number is clearly the least or the most of all. */
export function standsOut(grounds: Grounds, { facet: name, value, how }: StandoutEvidence): boolean {
  const { catalogue, among, item } = grounds;
  const facet = catalogue.facet(name);
  if (facet === undefined || among.length < FEWEST || !among.includes(item)) return false;
  const others = among.filter((index) => index !== item);
  if (how === "only") {
    const has = (index: number): boolean => listed(facet, catalogue.value(index, name)).includes(value);
    return has(item) && !others.some(has);
  }
  const own = catalogue.value(item, name);
  if (typeof own !== "number" || sayNumber(facet, own) !== value) return false;
  return others.every((index) => {
    const other = catalogue.value(index, name);
    if (typeof other !== "number" || !clear(own, other, facet.kind)) return false;
    return how === "least" ? own < other : own > other;
  });
}

interface Standout {
  readonly sentence: string;
  readonly evidence: StandoutEvidence;
}

function standoutNumber(grounds: Grounds, name: string): Standout[] {
  const facet = grounds.catalogue.facet(name);
  const own = grounds.catalogue.value(grounds.item, name);
  if (facet === undefined || typeof own !== "number") return [];
  const value = sayNumber(facet, own);
  const ways = [
    { how: "least", word: facet.lower[0] },
    { how: "most", word: facet.higher[0] },
  ] as const;
  return ways.flatMap(({ how, word }) => {
    const evidence = { kind: "standout", facet: name, value, how } as const;
    if (word === undefined || !standsOut(grounds, evidence)) return [];
    return [{ sentence: `The ${superlative(word)} of these: ${value}`, evidence }];
  });
}

function standoutKind(grounds: Grounds, name: string): Standout[] {
  const { catalogue, item } = grounds;
  const facet = catalogue.facet(name);
  if (facet === undefined) return [];
  return listed(facet, catalogue.value(item, name)).flatMap((value) => {
    const evidence = { kind: "standout", facet: name, value, how: "only" } as const;
    if (catalogue.having(name, value).length > COMMONPLACE * catalogue.size) return [];
    if (!standsOut(grounds, evidence)) return [];
    const { one } = catalogue.noun;
    const kind = inSentence(facet, value);
    const named = kind.includes(one) ? kind : `${kind} ${one}`;
    return [{ sentence: `The only ${named} of these`, evidence }];
  });
}
