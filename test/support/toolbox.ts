import type { Toolbox } from "../../agents/toolbox.ts";
import type { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Constraint } from "../../memory/items/constraint.ts";
import type { FacetValue } from "../../memory/items/item.ts";

/**
 * The agent's tools computed the plain way over a catalogue in memory: constraints exactly, the weakest relaxed when nothing is left,
 * ordered by genres shared with what was liked, then by title.
 */
export function plainToolbox(catalogue: Catalogue): Toolbox {
  const at = (id: ItemId): number => catalogue.indexOf(id) ?? -1;
  const all = Array.from({ length: catalogue.size }, (_, index) => index);
  const meets = (constraints: readonly Constraint[]): number[] =>
    constraints.reduce((left, constraint) => {
      const mask = catalogue.satisfying(constraint);
      return left.filter((index) => mask[index] === 1);
    }, all);
  const liked = (history: Parameters<Toolbox["score"]>[0]["history"]): ItemId[] =>
    history.filter(({ verdict }) => verdict === "liked" || verdict === "rated").map(({ item }) => item);
  const shared = (one: number, other: number): number =>
    strings(catalogue, one).filter((value) => strings(catalogue, other).includes(value)).length;
  return {
    retrieve: async ({ request, exclude, limit }, signal) => {
      signal.throwIfAborted();
      const relaxed: Constraint[] = [];
      let kept = [...request.constraints].sort((a, b) => b.strength - a.strength);
      const left = (): number[] => meets(kept).filter((index) => !exclude.includes(catalogue.item(index).id));
      while (left().length === 0 && (kept.at(-1)?.strength ?? 1) < 1) {
        relaxed.push(...kept.slice(-1));
        kept = kept.slice(0, -1);
      }
      const found = left();
      return {
        candidates: found.slice(0, limit).map((index, rank) => ({
          item: catalogue.item(index).id,
          score: 1 / (rank + 1),
          ranks: { plain: rank + 1 },
        })),
        relaxed,
        matching: meets(request.constraints).length,
        considered: found.length,
        retrievers: ["plain"],
      };
    },
    score: async ({ request, candidates, history }, signal) => {
      signal.throwIfAborted();
      const seeds = [...liked(history), ...request.like].map(at);
      const scored = candidates.map((candidate) => ({
        ...candidate,
        score: seeds.reduce((sum, seed) => sum + shared(seed, at(candidate.item)), 0),
      }));
      return {
        candidates: scored.sort(
          (a, b) => b.score - a.score || (catalogue.title(at(a.item)) < catalogue.title(at(b.item)) ? -1 : 1),
        ),
        considered: candidates.length,
        by: "plain",
        reasons: {},
      };
    },
    rate: async ({ items, history }) => {
      const own = history.flatMap(({ value }) => (value === undefined ? [] : [value]));
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
      return items.map((item) => ({
        item,
        title: catalogue.title(at(item)),
        prediction:
          own.length === 0 ? undefined : { value: mean, low: mean - 0.8, high: mean + 0.8, level: 0.8 },
        claims: [],
        basis: own.length,
      }));
    },
    explain: async ({ items, history, request }) =>
      items.map((item) => ({
        item,
        claims: [...liked(history), ...request.like].flatMap((seed) => {
          const values = strings(catalogue, at(seed)).filter((value) =>
            strings(catalogue, at(item)).includes(value),
          );
          if (values.length === 0) return [];
          return [
            {
              claim: `Like ${catalogue.title(at(seed))}: ${values.join(", ")}.`,
              evidence: [{ kind: "shared-facet" as const, facet: "genre", values, with: [seed] }],
            },
          ];
        }),
      })),
    lookUp: async ({ items, facets }) =>
      items.map((id) => {
        const { title, facets: known } = catalogue.item(at(id));
        const asked = facets.length === 0 ? Object.keys(known) : facets;
        return {
          item: id,
          title,
          facets: Object.fromEntries(
            asked.flatMap((name): [string, FacetValue][] => {
              const value = known[name];
              return value === undefined ? [] : [[name, value]];
            }),
          ),
          text: facets.length === 0 ? catalogue.text(at(id)) : undefined,
          missing: asked.filter((name) => known[name] === undefined),
        };
      }),
    compare: async ({ items }) => ({
      items: items.map((item) => ({ item, title: catalogue.title(at(item)) })),
      rows: catalogue.facets.map(({ name }) => {
        const values = items.map((item) => catalogue.value(at(item), name));
        const [first, ...rest] = values.map((value) => (Array.isArray(value) ? value : []));
        return {
          facet: name,
          values,
          shared: (first ?? []).filter((value) => rest.every((other) => other.includes(value))),
        };
      }),
      predictions: items.map(() => undefined),
      forYou: items[0],
    }),
  };
}

function strings(catalogue: Catalogue, index: number): string[] {
  const value = index < 0 ? undefined : catalogue.value(index, catalogue.facets[0]?.name ?? "");
  return Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
}
