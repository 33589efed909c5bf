import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { type Condition, type Constraint, conditionsOf } from "../../../memory/items/constraint.ts";
import { isKind } from "../../../tools/explaining/facet-words.ts";
import { EMPTY_REQUEST, type Request } from "../../../tools/retrieval/request.ts";

/** The kinds of an example were not named: they are let go where nothing else is left. */
const WEAK = 0.6;

/** "something completely different", "something else entirely". */
const ENTIRELY =
  /\b(?:completely|totally|entirely|altogether|quite) (?:different|else)\b|\b(?:different|else) (?:entirely|altogether|completely)\b/i;

export function asksForTheOpposite(text: string): boolean {
  return ENTIRELY.test(text);
}

/**
 * The request for anything but what was asked for: the kinds, people and topics that were wanted are ruled out, examples show what is not
 * meant. How long it may be, from when it may be and what was ruled out before stays.
 */
export function differingRequest(request: Request, catalogue: Catalogue): Request {
  const { constraints, like, unlike, count, sort, renown, only } = request;
  return {
    ...EMPTY_REQUEST,
    constraints: [
      ...constraints.filter(({ source }) => source === "said").flatMap(turned),
      ...kindsOf(like, catalogue),
    ],
    unlike: [...new Set([...unlike, ...like])],
    count,
    ...(sort !== undefined && { sort }),
    ...(renown !== undefined && { renown }),
    ...(only !== undefined && { only }),
  };
}

/** What kinds the examples are of, ruled out. */
function kindsOf(like: readonly ItemId[], catalogue: Catalogue): Constraint[] {
  return catalogue.facets.filter(isKind).flatMap(({ name }): Constraint[] => {
    const values = like.flatMap((item) => {
      const index = catalogue.indexOf(item);
      const value = index === undefined ? undefined : catalogue.value(index, name);
      return value === undefined || typeof value === "number" ? [] : [value].flat();
    });
    if (values.length === 0) return [];
    const test = { op: "none-of" as const, values: [...new Set(values)] };
    return [{ facet: name, test, strength: WEAK, said: "completely different", source: "said" }];
  });
}

function turned(constraint: Constraint): Constraint[] {
  const { test, said, source } = constraint;
  if (!("values" in test) || test.op === "none-of") return [constraint];
  return conditionsOf(constraint).flatMap((condition) => opposite(condition, said, source));
}

function opposite({ facet, test }: Condition, said: string, source: Constraint["source"]): Constraint[] {
  if (!("values" in test)) return [];
  return [{ facet, test: { op: "none-of", values: [...test.values] }, strength: 1, said, source }];
}
