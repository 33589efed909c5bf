import type { Catalogue } from "../memory/items/catalogue.ts";
import { type Constraint, conditionsOf, type FacetTest, testKey } from "../memory/items/constraint.ts";
import { dropped, type Shortlist } from "../memory/items/shortlist.ts";
import type { Fact } from "../memory/users/profile.ts";
import type { Request } from "../tools/retrieval/request.ts";
import { FEEDBACK } from "./table.ts";

/**
 * The request with what the person ruled out for good added as constraints that are never relaxed. What they ask for now beats what
 * they once ruled out: "a horror film tonight" is granted to somebody who dislikes horror.
 */
export function withStanding(request: Request, facts: readonly Fact[]): Request {
  const ruledOut = inForce(facts)
    .filter((fact) => fact.polarity === "dislike" && !asksFor(request, fact))
    .flatMap(ruling)
    .filter((constraint) => !request.constraints.some((other) => testKey(other) === testKey(constraint)));
  return ruledOut.length === 0 ? request : { ...request, constraints: [...request.constraints, ...ruledOut] };
}

/** The shortlist without what the person has ruled out for good. */
export function withoutRuledOut(
  shortlist: Shortlist,
  request: Request,
  facts: readonly Fact[],
  catalogue: Catalogue,
): Shortlist {
  return withStanding(request, facts)
    .constraints.filter(({ source }) => source === "profile")
    .reduce((list, constraint) => {
      const mask = catalogue.satisfying(constraint);
      const gone = list.candidates.filter(({ item }) => mask[catalogue.indexOf(item) ?? -1] === 0);
      return dropped(
        list,
        FEEDBACK,
        gone.map(({ item }) => item),
        `you said “${constraint.said}”`,
      );
    }, shortlist);
}

function ruling(fact: Fact): Constraint[] {
  const test = opposite(fact);
  if (test === undefined) return [];
  return [{ facet: fact.subject.facet, test, strength: 1, said: fact.provenance.said, source: "profile" }];
}

/** Of what was said for good and for tonight about one subject, tonight's word counts. */
function inForce(facts: readonly Fact[]): readonly Fact[] {
  const tonight = new Set(facts.filter(({ scope }) => scope === "tonight").map(subjectKey));
  return facts.filter((fact) => fact.scope === "tonight" || !tonight.has(subjectKey(fact)));
}

function subjectKey({ subject }: Fact): string {
  return JSON.stringify([
    subject.facet,
    subject.about === "value" ? subject.value : [subject.min, subject.max],
  ]);
}

/** The test that a disliked subject must fail, turned round. */
function opposite({ subject }: Fact): FacetTest | undefined {
  if (subject.about === "value") return { op: "none-of", values: [subject.value] };
  if (subject.min !== undefined && subject.max !== undefined) {
    return { op: "outside", min: subject.min, max: subject.max };
  }
  if (subject.min !== undefined) return { op: "between", max: subject.min };
  if (subject.max !== undefined) return { op: "between", min: subject.max };
  return undefined;
}

function asksFor(request: Request, { subject }: Fact): boolean {
  return request.constraints.flatMap(conditionsOf).some(({ facet, test }) => {
    if (facet !== subject.facet) return false;
    if (subject.about === "range") return test.op === "between";
    return (test.op === "any-of" || test.op === "all-of") && test.values.includes(subject.value);
  });
}
