import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { type Constraint, conditionsOf } from "../../../memory/items/constraint.ts";
import type { Request } from "../../../tools/retrieval/request.ts";
import { together } from "./together.ts";
import type { Utterance } from "./utterance.ts";

const JOINT =
  /^(?:(?:ok|okay|well|then|no|hmm|actually|maybe|and|or|how about|what about|lets have|id like|i want|,) )*(?:both|all of ITEM|all(?: three| COUNT)?)(?: (?:at once|at the same time|of ITEM|together|in one|in one one|combined|please|then))*$|^(?:(?:ok|and|then|or|,) )*(?:combined?|mixed?|mix ITEM|combine ITEM|in one|at once)(?: (?:then|please))*$/;

/** "both at once": where a horror film or a comedy would do, it should be both. */
export function asksForBoth({ sentences, situation }: Utterance): boolean {
  const patterns = sentences.map(({ pattern }) => pattern);
  return (
    patterns.length === 1 && JOINT.test(patterns[0] ?? "") && situation.request.constraints.some(isChoice)
  );
}

/** "… Is there a film that is both?" */
export function saysBoth(text: string): boolean {
  return /\b(?:that|which)(?:['’]s| is| are| would be| has| does| combines?| mixes) both(?: at once| together| please)?\s*(?:$|[.?!,;])/iu.test(
    text,
  );
}

function isChoice(constraint: Constraint): boolean {
  if (constraint.source !== "said" || constraint.phrase !== undefined) return false;
  const { test, or = [] } = constraint;
  return or.length > 0 || (test.op === "any-of" && test.values.length > 1);
}

/** The request with its last choice turned into a demand for all of it. */
export function jointRequest(request: Request, catalogue: Catalogue): Request {
  const at = request.constraints.findLastIndex(isChoice);
  const constraints = request.constraints.flatMap((one, place) =>
    place === at ? joint(one, catalogue) : [one],
  );
  return { ...request, constraints };
}

function joint(constraint: Constraint, catalogue: Catalogue): Constraint[] {
  const { or: _, ...plain } = constraint;
  return conditionsOf(constraint).flatMap(({ facet, test }): Constraint[] => {
    if (!("values" in test) || test.values.length < 2) return [{ ...plain, facet, test }];
    // What no item has together is asked for one by one, so that what is let go can be named.
    if (together(catalogue, facet, test.values))
      return [{ ...plain, facet, test: { op: "all-of", values: test.values } }];
    return test.values.map((value) => ({ ...plain, facet, test: { op: "any-of", values: [value] } }));
  });
}
