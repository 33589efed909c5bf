import type { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { type Constraint, conditionsOf } from "../memory/items/constraint.ts";
import type { Shortlist } from "../memory/items/shortlist.ts";
import type { Request } from "../tools/retrieval/request.ts";
import type { Conversation } from "./conversation.ts";

/**
 * The conversation without what the catalogue holds no more: a newer import may lack items, facets or values that were spoken of
 * before it. Wishes that cannot be tested any more are dropped; everything else goes on.
 */
export function stillThere(conversation: Conversation, catalogue: Catalogue): Conversation {
  const { focus, question, ...rest } = conversation;
  const isItem = (item: ItemId): boolean => catalogue.indexOf(item) !== undefined;
  const isFacet = (name: string): boolean => catalogue.facet(name) !== undefined;
  const request = (wish: Request): Request => ({
    ...wish,
    constraints: wish.constraints.filter((constraint) => isTestable(constraint, catalogue)),
    like: wish.like.filter(isItem),
    unlike: wish.unlike.filter(isItem),
    ...(wish.besides !== undefined && { besides: wish.besides.filter(isItem) }),
    sort: wish.sort && isFacet(wish.sort.facet) ? wish.sort : undefined,
  });
  const shortlist = (list: Shortlist): Shortlist => {
    const candidates = list.candidates.filter(({ item }) => isItem(item));
    const gone = list.candidates.slice(0, list.shown).filter(({ item }) => !isItem(item)).length;
    return { ...list, candidates, shown: list.shown - gone };
  };
  return {
    ...rest,
    ...(focus !== undefined && isItem(focus) && { focus }),
    ...(question !== undefined && isFacet(question.facet) && { question }),
    request: request(rest.request),
    shortlist: shortlist(rest.shortlist),
    versions: rest.versions.map((version) => ({
      ...version,
      request: request(version.request),
      shortlist: shortlist(version.shortlist),
    })),
  };
}

function isTestable(constraint: Constraint, catalogue: Catalogue): boolean {
  return conditionsOf(constraint).every(({ facet, test }) => {
    if (catalogue.facet(facet) === undefined) return false;
    if (test.op !== "any-of" && test.op !== "all-of") return true;
    return test.values.every((value) => catalogue.having(facet, value).length > 0);
  });
}
