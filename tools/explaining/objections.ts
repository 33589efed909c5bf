import type { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { type Constraint, conditionsOf } from "../../memory/items/constraint.ts";
import type { FacetValue } from "../../memory/items/item.ts";
import type { Shortlist } from "../../memory/items/shortlist.ts";
import { type HistoryEvent, lastWords } from "../../memory/users/history.ts";
import { knownItem } from "../known-item.ts";
import type { Request } from "../retrieval/request.ts";

/** Why an item is not on the list. Each can be checked against memory, the catalogue or the shortlist. */
export type Objection =
  /** It is on the list, at this place (1 = first). */
  | { readonly kind: "listed"; readonly place: number }
  /** The person has met it, turned it down, or judged it. */
  | { readonly kind: "known"; readonly verdict: HistoryEvent["verdict"] }
  /** It fails a wish; `values` is what it has of each facet that would meet it, undefined where the catalogue does not know. */
  | {
      readonly kind: "unmet";
      readonly constraint: Constraint;
      readonly values: readonly { readonly facet: string; readonly value: FacetValue | undefined }[];
    }
  /** It was named as an example. */
  | { readonly kind: "example" }
  /** It meets everything, and others came before it: its place among those that were found. */
  | { readonly kind: "behind"; readonly place: number }
  /** It meets everything, and was not among the candidates. */
  | { readonly kind: "not-found" };

export interface Unlisted {
  readonly item: ItemId;
  readonly objections: readonly Objection[];
}

/** What speaks against an item, the decisive first; never empty. Throws `unknown-item`. */
export function objectionsTo(
  item: ItemId,
  grounds: {
    readonly catalogue: Catalogue;
    /** What memory rules out is among its constraints. */
    readonly request: Request;
    readonly history: readonly HistoryEvent[];
    readonly shortlist: Shortlist;
  },
): Unlisted {
  const { catalogue, request, history, shortlist } = grounds;
  const index = knownItem(catalogue, item);
  const place = shortlist.candidates.findIndex((candidate) => candidate.item === item);
  if (place >= 0 && place < shortlist.shown)
    return { item, objections: [{ kind: "listed", place: place + 1 }] };
  const verdict = lastWords(history.filter((event) => event.item === item)).at(-1)?.verdict;
  const unmet = request.constraints.filter((constraint) => catalogue.satisfying(constraint)[index] !== 1);
  const objections: Objection[] = [
    ...(verdict === undefined || verdict === "wanted" ? [] : [{ kind: "known" as const, verdict }]),
    ...unmet.map((constraint) => ({
      kind: "unmet" as const,
      constraint,
      values: conditionsOf(constraint).map(({ facet }) => ({ facet, value: catalogue.value(index, facet) })),
    })),
    ...(request.like.includes(item) ? [{ kind: "example" as const }] : []),
  ];
  if (objections.length > 0) return { item, objections };
  return { item, objections: [place < 0 ? { kind: "not-found" } : { kind: "behind", place: place + 1 }] };
}
