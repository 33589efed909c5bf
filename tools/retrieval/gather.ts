import type { Catalogue } from "../../memory/items/catalogue.ts";
import { topicWords } from "../language/words.ts";
import { countAllowed } from "./best.ts";
import { type Fused, fuse } from "./fusion.ts";
import { narrowBy } from "./mask-words.ts";
import { hiddenGemRetriever, popularRetriever } from "./popular.ts";
import { renownMasks } from "./renown.ts";
import type { Request } from "./request.ts";
import type { RetrievalQuery, Retriever } from "./retriever.ts";
import { inOrder } from "./sorting.ts";

/** With an order asked for among what a text or examples select, this many items count as selected. */
const SELECTED = { perShown: 4, least: 20 } as const;

export type Gather = (
  request: Request,
  query: RetrievalQuery,
  allowed: Uint8Array,
  limit: number,
  signal?: AbortSignal,
) => Promise<Fused[]>;

/**
 * Asks everybody and fuses what they found, at most `limit`, best first. Without text or examples popularity has a voice too
 * (or hidden gems, where those are wanted), so that every allowed item is a candidate up to the limit; with them it only fills
 * what is missing to the number to be shown. An order without text or examples needs no retriever: the true extremes come;
 * with them, what they select is put in order, and not filled up, because fillers would take the first places.
 */
export function gatherer(catalogue: Catalogue, retrievers: readonly Retriever[]): Gather {
  const renowned = renownMasks(catalogue);
  const popular = popularRetriever(catalogue);
  const gems = hiddenGemRetriever(catalogue, () => renowned("obscure"));

  return async (request, query, allowed, limit, signal) => {
    const mask = narrow(allowed, request, renowned);
    const specific = isSpecific(query);
    // Somebody who says what they want is not answered from their history; it weighs when candidates are scored.
    const asking = specific ? { ...query, history: [] } : query;
    const ask = (asked: readonly Retriever[], among: Uint8Array) =>
      askAll(asked, asking, among, limit, signal);
    if (request.sort !== undefined && !specific) return order(catalogue, request.sort, mask, limit, []);
    const voices = [
      ...(request.renown === "obscure" ? [] : [popular]),
      ...(isUnusual(request) ? [gems] : []),
    ];
    const found = (await ask(specific ? retrievers : [...retrievers, ...voices], mask)).slice(0, limit);
    if (request.sort !== undefined && found.length > 0) {
      const selected = found.slice(0, Math.max(SELECTED.least, SELECTED.perShown * request.count));
      return order(catalogue, request.sort, maskOf(selected, catalogue.size), limit, selected);
    }
    if (request.sort !== undefined) return order(catalogue, request.sort, mask, limit, []);
    if (found.length >= Math.min(request.count, limit)) return found;
    const missing = found.length === 0 ? limit : Math.min(request.count, limit) - found.length;
    return [...found, ...fillers(found, await ask([popular], allowed), missing)];
  };
}

function isUnusual({ surprise, renown }: Request): boolean {
  return surprise || renown === "obscure";
}

/** Whether the query says what is wanted beyond facets: words that carry a topic, or examples. */
function isSpecific(query: RetrievalQuery): boolean {
  return query.like.length > 0 || topicWords(query.text ?? "").length > 0;
}

async function askAll(
  retrievers: readonly Retriever[],
  query: RetrievalQuery,
  allowed: Uint8Array,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Fused[]> {
  const lists = retrievers.map(async (retriever) => ({
    name: retriever.name,
    found: await retriever.retrieve(query, allowed, limit, signal),
  }));
  return fuse(await Promise.all(lists));
}

/** Renown is a wish, not a condition: it holds as long as it leaves enough to show. */
function narrow(
  allowed: Uint8Array,
  { renown, count }: Request,
  renowned: ReturnType<typeof renownMasks>,
): Uint8Array {
  if (renown === undefined) return allowed;
  const narrowed = allowed.slice();
  narrowBy(narrowed, renowned(renown));
  return countAllowed(narrowed) >= count ? narrowed : allowed;
}

function order(
  catalogue: Catalogue,
  sort: NonNullable<Request["sort"]>,
  allowed: Uint8Array,
  limit: number,
  selected: readonly Fused[],
): Fused[] {
  const ranks = new Map(selected.map((one) => [one.index, one.ranks]));
  const sorted = fuse([{ name: "order", found: inOrder(catalogue, sort, allowed, limit) }]);
  return sorted.map((one) => ({ ...one, ranks: { ...ranks.get(one.index), ...one.ranks } }));
}

/** The first of `others` that were not found already, scored below everything found. */
function fillers(found: readonly Fused[], others: readonly Fused[], missing: number): Fused[] {
  const known = new Set(found.map(({ index }) => index));
  const ceiling = found.at(-1)?.score ?? 1;
  return others
    .filter(({ index }) => !known.has(index))
    .slice(0, missing)
    .map((other) => ({ ...other, score: ceiling * other.score }));
}

function maskOf(found: readonly Fused[], size: number): Uint8Array {
  const mask = new Uint8Array(size);
  for (const { index } of found) mask[index] = 1;
  return mask;
}
