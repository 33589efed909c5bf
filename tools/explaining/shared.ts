import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { FacetDeclaration } from "../../memory/items/facet.ts";
import { connective, listed } from "./facet-words.ts";

/** Values of one facet that two items have in common, the most telling first. */
export interface SharedValues {
  readonly facet: FacetDeclaration;
  readonly values: readonly string[];
  /** How telling they are together: larger is rarer, with people and categories above tags. */
  readonly weight: number;
}

/** What items have in common. */
export interface SharedFacets {
  /** Telling common values of two items, by facet, the most telling facet first. */
  between(a: number, b: number): readonly SharedValues[];
}

/** A value that more than this part of the catalogue carries says nothing about likeness. */
const COMMONPLACE = 0.45;
/** Items whose values are kept at hand: histories come again with every turn. */
const REMEMBERED = 1000;
/** Sharing a maker says more than sharing a topic of the same rarity. */
const KIND_WEIGHT: Readonly<Record<string, number>> = { people: 1.6, category: 0.8, tags: 1 };

/** Rarity is ln(items / items with the value), counted once per facet when first needed. */
export function sharedFacets(catalogue: Catalogue): SharedFacets {
  // A category that cards do not show (a certificate) is no reason either.
  const facets = catalogue.facets.filter(
    ({ kind, shown }) => kind in KIND_WEIGHT && (shown || kind !== "category"),
  );
  const rarities = new Map<string, ReadonlyMap<string, number>>();
  const rarityOf = (facet: string): ReadonlyMap<string, number> => {
    const known = rarities.get(facet);
    if (known !== undefined) return known;
    const made = new Map(
      catalogue
        .values(facet)
        .filter(({ count }) => count > 1 && count <= COMMONPLACE * catalogue.size)
        .map(({ value, count }) => [value, Math.log(catalogue.size / count)]),
    );
    rarities.set(facet, made);
    return made;
  };
  const known = new Map<number, readonly (readonly string[])[]>();
  const valuesOf = (index: number): readonly (readonly string[])[] => {
    const before = known.get(index);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const values = facets.map((facet) => listed(facet, catalogue.value(index, facet.name)));
    known.set(index, values);
    return values;
  };
  return {
    between(a, b) {
      const [own, other] = [valuesOf(a), valuesOf(b)];
      const shared = facets.map((facet, at): SharedValues => {
        const mine = own[at] ?? [];
        const theirs = other[at] ?? [];
        const common = mine.filter((value) => theirs.includes(value));
        if (common.length === 0) return { facet, values: [], weight: 0 };
        const rarity = rarityOf(facet.name);
        const telling = common
          .filter((value) => rarity.has(value))
          .sort((x, y) => (rarity.get(y) ?? 0) - (rarity.get(x) ?? 0));
        const sum = telling.reduce((total, value) => total + (rarity.get(value) ?? 0), 0);
        return { facet, values: telling, weight: sum * (KIND_WEIGHT[facet.kind] ?? 0) };
      });
      return shared.filter(({ values }) => values.length > 0).sort((x, y) => y.weight - x.weight);
    },
  };
}

/** Facets whose values are said after a connective ("directed by …") need a sentence of their own. */
export function standsAlone({ facet }: SharedValues): boolean {
  return facet.kind === "people" || connective(facet) !== undefined;
}
