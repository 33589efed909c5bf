import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { isKind, listed } from "../../../../tools/explaining/facet-words.ts";
import type { Happening } from "./histories.ts";

/** A value of a facet: "Comedy" of genre. */
export interface FacetOf {
  readonly facet: string;
  readonly value: string;
}

/** What a person could say of their taste, drawn from what they did and rated. */
export interface Taste {
  /** Liked items that a title names without doubt, the best rated first, of those the earliest. */
  readonly liked: readonly number[];
  /** Kinds that make up more of the likes than of the catalogue, the most telling first. */
  readonly kinds: readonly FacetOf[];
  /** Kinds that the person gave low ratings, and hardly ever liked. */
  readonly unwanted: readonly FacetOf[];
}

const FEWEST_OF_A_KIND = 3;
/** Of the items of an unwanted kind, at most so many were liked. */
const MOST_LIKED = 0.25;
const MOST_KINDS = 3;

/** @param happenings what can be told; nothing of what came after */
export function tasteOf(happenings: readonly Happening[], catalogue: Catalogue): Taste {
  const liked = happenings
    .filter((each) => each.liked)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .map(({ item }) => item);
  const counted = countKinds(happenings, catalogue);
  const unwanted = counted
    .filter(({ all, disliked, liked: count }) => disliked >= FEWEST_OF_A_KIND && count <= MOST_LIKED * all)
    .sort((a, b) => a.liked / a.all - b.liked / b.all || b.all - a.all);
  // Nobody wants what they do not want, however much of the likes it makes up.
  const kinds = counted
    .filter((each) => !unwanted.includes(each))
    .map((each) => ({ ...each, gain: lift(each, liked.length, catalogue) }))
    .filter(({ gain, liked: count }) => gain > 0 && count >= FEWEST_OF_A_KIND)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, MOST_KINDS);
  return {
    liked: liked.filter((item) => isNamed(catalogue, item)),
    kinds: kinds.map(({ facet, value }) => ({ facet, value })),
    unwanted: unwanted.map(({ facet, value }) => ({ facet, value })),
  };
}

interface Counted extends FacetOf {
  readonly all: number;
  readonly liked: number;
  readonly disliked: number;
}

function countKinds(happenings: readonly Happening[], catalogue: Catalogue): Counted[] {
  const counts = new Map<string, Counted>();
  const middle = catalogue.scale === undefined ? undefined : (catalogue.scale.min + catalogue.scale.max) / 2;
  for (const { item, value, liked } of happenings) {
    const disliked = value !== undefined && middle !== undefined && value < middle;
    for (const kind of kindsOfItem(catalogue, item)) {
      const key = JSON.stringify([kind.facet, kind.value]);
      const { all, liked: likes, disliked: dislikes } = counts.get(key) ?? { all: 0, liked: 0, disliked: 0 };
      counts.set(key, {
        ...kind,
        all: all + 1,
        liked: likes + Number(liked),
        disliked: dislikes + Number(disliked),
      });
    }
  }
  return [...counts.values()];
}

/** What kind of thing an item is, by every facet that says so. */
export function kindsOfItem(catalogue: Catalogue, item: number): FacetOf[] {
  return catalogue.facets
    .filter(isKind)
    .flatMap((facet) =>
      listed(facet, catalogue.value(item, facet.name)).map((value) => ({ facet: facet.name, value })),
    );
}

/** p · log(p / q): p is the kind's share of the likes, q of the catalogue. */
function lift({ facet, value, liked }: Counted, likes: number, catalogue: Catalogue): number {
  const share = liked / Math.max(1, likes);
  const expected = catalogue.having(facet, value).length / catalogue.size;
  return share === 0 || expected === 0 ? 0 : share * Math.log(share / expected);
}

/** Whether a title says which item is meant: it has more than a syllable, and no other item has it. */
function isNamed(catalogue: Catalogue, item: number): boolean {
  const title = catalogue.title(item);
  return title.length > 3 && titlesOf(catalogue).get(title.toLowerCase()) === 1;
}

const tallies = new WeakMap<Catalogue, ReadonlyMap<string, number>>();

function titlesOf(catalogue: Catalogue): ReadonlyMap<string, number> {
  const known = tallies.get(catalogue);
  if (known !== undefined) return known;
  const titles = new Map<string, number>();
  for (let item = 0; item < catalogue.size; item++) {
    const title = catalogue.title(item).toLowerCase();
    titles.set(title, (titles.get(title) ?? 0) + 1);
  }
  tallies.set(catalogue, titles);
  return titles;
}
