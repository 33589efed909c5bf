import { z } from "zod";
import { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { Constraint } from "../memory/items/constraint.ts";
import type { Candidate } from "../memory/items/shortlist.ts";
import { knownItem } from "./known-item.ts";
import { countAllowed } from "./retrieval/best.ts";
import { constraintMasks, knownConstraints } from "./retrieval/constraints.ts";
import { gatherer } from "./retrieval/gather.ts";
import { relax } from "./retrieval/relaxation.ts";
import { Request } from "./retrieval/request.ts";
import type { RetrievalQuery, Retriever } from "./retrieval/retriever.ts";
import type { AgentTool } from "./tool.ts";

export const RetrieveInput = z.strictObject({
  request: Request,
  /** What the user liked and disliked so far, oldest first. Items the catalogue holds no more are passed over. */
  taste: z.array(z.strictObject({ item: ItemId, weight: z.number() })).default([]),
  /** Never retrieved: seen, rejected, shown already. The request's own examples need not be repeated here. */
  exclude: z.array(ItemId).default([]),
  /** Where present, nothing but these. */
  within: z.array(ItemId).optional(),
  /** The most candidates to return. */
  limit: z.int().min(1).max(5000).default(200),
});

export interface Retrieval {
  /** Best first. Every one satisfies every constraint that is not in `relaxed`, and none is excluded. */
  readonly candidates: readonly Candidate[];
  /** The constraints that had to be given up; empty unless nothing satisfied all. */
  readonly relaxed: readonly Constraint[];
  /** Items that satisfy all the constraints asked for, excluded ones among them. */
  readonly matching: number;
  /** Items that could be candidates: they satisfy the constraints that were kept and are not excluded. */
  readonly considered: number;
  /** The retrievers that found any of the candidates; "order" where the catalogue was put in the order asked for. */
  readonly retrievers: readonly string[];
}

/**
 * Request → candidates: constraints exactly, every retriever asked, ranks fused. Throws `unknown-facet`, `unknown-value`,
 * `unknown-item`, `facet-without-order`, and what the catalogue throws for a test that does not fit its facet.
 * @param retrievers those that answer a text, examples or a taste; popularity and order are the tool's own.
 */
export function retrieveTool(
  catalogue: Catalogue,
  retrievers: readonly Retriever[],
): AgentTool<typeof RetrieveInput, Retrieval> {
  const gather = gatherer(catalogue, retrievers);
  return {
    name: "retrieve",
    description:
      "Find candidates for a request: hard constraints on facets, a text, examples, an order, renown. Says what had to be relaxed.",
    schema: RetrieveInput,
    async run(input, signal) {
      signal?.throwIfAborted();
      const { request, limit } = input;
      const query = resolve(catalogue, input);
      const constraints = knownConstraints(catalogue, request.constraints);
      const masks = constraintMasks(catalogue, constraints);
      const excluded = barred(catalogue, input);
      const { allowed, relaxed } = relax(constraints, masks, catalogue.size, excluded);
      const found = await gather(request, query, allowed, limit, signal);
      const considered = countAllowed(allowed);
      const excludedMatches = [...excluded].filter((index) => masks.every((mask) => mask[index] === 1));
      return {
        candidates: found.map(({ index, score, ranks }) => ({
          item: catalogue.id(index),
          score,
          ranks: { ...ranks },
        })),
        relaxed,
        // Where anything had to be given up, nothing but what is excluded satisfied all.
        matching: excludedMatches.length + (relaxed.length === 0 ? considered : 0),
        considered,
        retrievers: [...new Set(found.flatMap(({ ranks }) => Object.keys(ranks)))],
      };
    },
    tell: (retrieval) => tell(catalogue, retrieval),
  };
}

function resolve(catalogue: Catalogue, { request, taste }: z.output<typeof RetrieveInput>): RetrievalQuery {
  return {
    text: request.text,
    like: request.like.map((id) => knownItem(catalogue, id)),
    unlike: request.unlike.map((id) => knownItem(catalogue, id)),
    history: taste.flatMap(({ item, weight }) => {
      const index = catalogue.indexOf(item);
      return index === undefined ? [] : [{ item: index, weight }];
    }),
  };
}

/** Indices that must not come back: what is excluded, and the request's own examples. */
function barred(
  catalogue: Catalogue,
  { request, exclude, within }: z.output<typeof RetrieveInput>,
): ReadonlySet<number> {
  const indices = (ids: readonly ItemId[]): Set<number> =>
    new Set(ids.map((id) => catalogue.indexOf(id)).filter((index) => index !== undefined));
  const named = indices([...exclude, ...request.like, ...request.unlike]);
  if (within === undefined) return named;
  const inside = indices(within);
  for (let index = 0; index < catalogue.size; index++) if (!inside.has(index)) named.add(index);
  return named;
}

/** How many of the candidates a model is told by name. */
const TOLD = 20;

function tell(catalogue: Catalogue, retrieval: Retrieval): string {
  const { candidates, relaxed, considered, matching } = retrieval;
  const names = candidates.slice(0, TOLD).map(({ item }) => {
    const index = catalogue.indexOf(item);
    return index === undefined ? item : `${catalogue.title(index)} [${item}]`;
  });
  return [
    `${matching} of ${catalogue.size} ${catalogue.noun.many} satisfy every constraint.`,
    ...(relaxed.length > 0 ? [`Given up, because nothing was left: ${relaxed.map(said).join("; ")}.`] : []),
    candidates.length === 0
      ? "Nothing is left that was not ruled out."
      : `${candidates.length} candidates out of ${considered}, best first: ${names.join("; ")}${candidates.length > TOLD ? "; …" : ""}`,
  ].join("\n");
}

function said(constraint: Constraint): string {
  return `"${constraint.said}" (${constraint.facet})`;
}
