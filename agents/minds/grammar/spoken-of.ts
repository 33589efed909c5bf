import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { conditionsOf } from "../../../memory/items/constraint.ts";
import { shownItems } from "../../../memory/items/shortlist.ts";
import type { Reading } from "./span.ts";
import { ROLES } from "./words/roles.ts";

type Talk = Pick<Reading, "situation" | "catalogue">;

/** The items spoken of last: what is in focus, the examples of the request, or the only one on the list. */
export function lastSpokenOf({ situation }: Talk): readonly ItemId[] {
  if (situation.focus !== undefined) return [situation.focus];
  if (situation.request.like.length > 0) return situation.request.like;
  const shown = shownItems(situation.shortlist);
  return shown.length === 1 ? shown : [];
}

/** Who is meant by "he" or "her" in a role: who was asked about, who is asked for, or who had that role in what was spoken of. */
export function peopleSpokenOf(talk: Talk, facet: string): readonly string[] {
  return askedAbout(talk, facet) ?? askedFor(talk, facet) ?? inSpokenOf(talk, facet);
}

function askedAbout({ situation, catalogue }: Talk, facet: string): readonly string[] | undefined {
  const asked = situation.last?.acts.findLast((act) => act.act === "look-up");
  if (asked?.act !== "look-up") return undefined;
  const role = asked.facets.find((name) => catalogue.facet(name)?.kind === "people");
  const people = role === undefined ? [] : asked.items.flatMap((item) => peopleIn(item, role, catalogue));
  const known = people.filter((name) => catalogue.having(facet, name).length > 0);
  // Of a whole cast nobody is "she".
  return known.length > 0 && people.length < 4 ? known : undefined;
}

function askedFor({ situation, catalogue }: Talk, facet: string): readonly string[] | undefined {
  const people = situation.request.constraints
    .flatMap(conditionsOf)
    .filter(({ facet: name, test }) => catalogue.facet(name)?.kind === "people" && test.op !== "none-of")
    .flatMap(({ test }) => ("values" in test ? test.values : []))
    .filter((name) => catalogue.having(facet, name).length > 0);
  return people.length > 0 ? [...new Set(people)] : undefined;
}

function inSpokenOf(talk: Talk, facet: string): readonly string[] {
  return [...new Set(lastSpokenOf(talk).flatMap((item) => peopleIn(item, facet, talk.catalogue)))];
}

function peopleIn(item: ItemId, facet: string, catalogue: Catalogue): readonly string[] {
  const index = catalogue.indexOf(item);
  const value = index === undefined ? undefined : catalogue.value(index, facet);
  return Array.isArray(value) ? value : [];
}

/**
 * The facet of people that a verb speaks of: "directed" → director, "is in" → cast. A role that is named ("by that author") goes before it.
 */
export function roleOfVerb(catalogue: Catalogue, verb: string, words: string): string | undefined {
  const people = catalogue.facets.filter(({ kind }) => kind === "people");
  const named = people.find(({ name, aliases }) =>
    [name, ...aliases].some((alias) => words.split(" ").includes(alias)),
  );
  if (named !== undefined) return named.name;
  const role = ROLES.find(([pattern]) => pattern.test(verb));
  return role === undefined ? undefined : people.find(({ name }) => role[1].test(name))?.name;
}
