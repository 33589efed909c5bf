import type { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { testKey } from "../memory/items/constraint.ts";
import { shownItems } from "../memory/items/shortlist.ts";
import { metItems } from "../memory/users/history.ts";
import type { Problem } from "./critique.ts";
import { recommends } from "./findings.ts";
import { withStanding } from "./standing.ts";
import type { Turn } from "./turn.ts";

/**
 * What is wrong with the list about to be shown, checked in code against the catalogue and memory, whatever the tools claim.
 * Empty when the turn shows no list.
 */
export function problemsOf(turn: Turn, catalogue: Catalogue): Problem[] {
  if (!recommends(turn)) return [];
  const items = shownItems(turn.shortlist);
  return [
    ...unknownItems(items, catalogue),
    ...repeats(items),
    ...unmet(items, turn, catalogue),
    ...known(items, turn),
    ...examples(items, turn),
    ...sameness(items, turn, catalogue),
    ...shortage(items, turn),
  ];
}

/** Problems that a new plan can do something about; the others are said. */
export function isMendable(problem: Problem): boolean {
  return problem.check !== "too-few";
}

function problem(check: Problem["check"], items: readonly ItemId[], message: string): Problem[] {
  return items.length === 0 ? [] : [{ check, message, items: [...items] }];
}

function unknownItems(items: readonly ItemId[], catalogue: Catalogue): Problem[] {
  const strangers = items.filter((item) => catalogue.indexOf(item) === undefined);
  return problem("unknown-item", strangers, `not in the catalogue: ${strangers.join(", ")}`);
}

function repeats(items: readonly ItemId[]): Problem[] {
  const twice = items.filter((item, place) => items.indexOf(item) < place);
  return problem("duplicate", twice, `listed twice: ${twice.join(", ")}`);
}

function unmet(items: readonly ItemId[], turn: Turn, catalogue: Catalogue): Problem[] {
  const letGo = new Set(turn.relaxed.map(testKey));
  return withStanding(turn.request, turn.known.facts)
    .constraints.filter((constraint) => !letGo.has(testKey(constraint)))
    .flatMap((constraint) => {
      const mask = catalogue.satisfying(constraint);
      const outside = items.filter((item) => mask[catalogue.indexOf(item) ?? -1] === 0);
      return problem("constraint", outside, `does not meet "${constraint.said}": ${outside.join(", ")}`);
    });
}

function known(items: readonly ItemId[], turn: Turn): Problem[] {
  const turnedDown = new Set(
    turn.known.history.flatMap(({ item, verdict }) =>
      verdict === "rejected" || verdict === "disliked" ? [item] : [],
    ),
  );
  const met = new Set(metItems(turn.known.history));
  const rejected = items.filter((item) => turnedDown.has(item));
  const seen = items.filter((item) => met.has(item) && !turnedDown.has(item));
  return [
    ...problem("rejected", rejected, `turned down before: ${rejected.join(", ")}`),
    ...problem("seen", seen, `known to the person already: ${seen.join(", ")}`),
  ];
}

function examples(items: readonly ItemId[], turn: Turn): Problem[] {
  const named = new Set([...turn.request.like, ...turn.request.unlike]);
  const echoed = items.filter((item) => named.has(item));
  return problem("duplicate", echoed, `named as an example by the person: ${echoed.join(", ")}`);
}

/** Lists shorter than this are too short to be monotonous. */
const SHORTEST_TO_JUDGE = 4;

/**
 * A list is monotonous when one name that nobody asked for runs through all of it, and enough without it were found to fill a list.
 * Whoever asked for a director asked for the writer of that name as well.
 */
function sameness(items: readonly ItemId[], turn: Turn, catalogue: Catalogue): Problem[] {
  const { request, shortlist } = turn;
  const askedFor = request.like.length > 0 || request.sort !== undefined;
  if (items.length < SHORTEST_TO_JUDGE || askedFor) return [];
  const wanted = new Set(request.constraints.flatMap(({ test }) => ("values" in test ? test.values : [])));
  return catalogue.facets
    .filter(({ kind }) => kind === "people")
    .flatMap(({ name }) => {
      const value = inAll(items, name, catalogue);
      if (value === undefined || wanted.has(value)) return [];
      const others = shortlist.candidates.filter(
        ({ item }) => !valuesOf(item, name, catalogue).includes(value),
      );
      if (others.length < items.length) return [];
      return problem("diversity", items.slice(1), `all of it is ${name} ${value}`);
    });
}

function inAll(items: readonly ItemId[], facet: string, catalogue: Catalogue): string | undefined {
  const lists = items.map((item) => valuesOf(item, facet, catalogue));
  return lists[0]?.find((value) => lists.every((list) => list.includes(value)));
}

function valuesOf(item: ItemId, facet: string, catalogue: Catalogue): readonly string[] {
  const value = catalogue.value(catalogue.indexOf(item) ?? 0, facet);
  return Array.isArray(value) ? value : [];
}

function shortage(items: readonly ItemId[], turn: Turn): Problem[] {
  const { count } = turn.request;
  if (items.length >= count) return [];
  return [{ check: "too-few", message: `${items.length} of ${count} wanted`, items: [] }];
}
