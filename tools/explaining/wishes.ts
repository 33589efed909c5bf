import type { Constraint } from "../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../memory/items/facet.ts";
import type { Evidence } from "./claim.ts";
import { passes } from "./facet-test.ts";
import { capitalised, connective, listed, sayList, sayNumber, sayValue } from "./facet-words.ts";
import type { Grounds, Preference } from "./grounds.ts";
import { mentioned } from "./mentioned.ts";
import type { Reason } from "./reason.ts";
import { sayConstraints, sayMentioned } from "./sentences.ts";

/** What was asked for, now or for good, and this item has. */
export function wishReasons(grounds: Grounds): Reason[] {
  return [
    ...metConstraints(grounds, "said"),
    ...metConstraints(grounds, "profile"),
    ...metPreferences(grounds),
    ...foundWords(grounds),
  ];
}

function metConstraints(grounds: Grounds, source: Constraint["source"]): Reason[] {
  const evidence = grounds.constraints
    .filter((constraint) => constraint.source === source)
    .flatMap((constraint): Extract<Evidence, { kind: "constraint" }>[] => {
      const value = metValue(grounds, constraint);
      return value === undefined
        ? []
        : [{ kind: "constraint", facet: constraint.facet, value, said: constraint.said }];
    });
  if (evidence.length === 0) return [];
  const values = [...new Set(evidence.map(({ value }) => value))];
  return [
    {
      claim: { claim: sayConstraints(values, source), evidence },
      strength: source === "said" ? 0.3 : 0.15,
      topic: `constraint ${source}`,
      anchors: [],
    },
  ];
}

/** The item's own value that meets the constraint ("106 min"), or "not Horror"; undefined where it is not met. */
export function metValue({ catalogue, item }: Grounds, constraint: Constraint): string | undefined {
  const facet = catalogue.facet(constraint.facet);
  const { test } = constraint;
  const value = catalogue.value(item, constraint.facet);
  if (facet === undefined || !passes(value, test)) return undefined;
  if (test.op === "none-of") return `not ${NEITHER.format(test.values)}`;
  if (value === undefined) return undefined;
  if (test.op === "between" || test.op === "outside") return sayValue(facet, value);
  return sayList(listed(facet, value).filter((own) => test.values.includes(own)));
}

const NEITHER = new Intl.ListFormat("en-GB", { type: "disjunction" });

function metPreferences(grounds: Grounds): Reason[] {
  const { catalogue } = grounds;
  const byFacet = new Map<string, { facet: FacetDeclaration; met: { value: string; said: string }[] }>();
  for (const preference of grounds.preferences) {
    const value = metSubject(grounds, preference);
    const facet = catalogue.facet(preference.subject.facet);
    if (value === undefined || facet === undefined) continue;
    const group = byFacet.get(facet.name) ?? { facet, met: [] };
    byFacet.set(facet.name, group);
    group.met.push({ value, said: preference.said });
  }
  return [...byFacet.values()].map(({ facet, met }): Reason => {
    const values = sayList(new Set(met.map(({ value }) => value)));
    const person = facet.kind === "people";
    const link = connective(facet);
    const start = link === undefined ? values : `${link} ${values}`;
    const end =
      typeof catalogue.value(grounds.item, facet.name) === "number" ? "within what you like" : "you like";
    const relative = end === "you like" ? `${person ? "whom" : "which"} you like` : end;
    return {
      claim: {
        claim: `${capitalised(start)}, ${relative}`,
        evidence: met.map(({ value, said }) => ({ kind: "preference", facet: facet.name, value, said })),
      },
      strength: person ? 0.75 : 0.55,
      topic: `preference ${facet.name}`,
      anchors: [],
    };
  });
}

/** The liked value as the item has it; undefined where it does not. */
export function metSubject({ catalogue, item }: Grounds, { subject }: Preference): string | undefined {
  const facet = catalogue.facet(subject.facet);
  const value = catalogue.value(item, subject.facet);
  if (facet === undefined || value === undefined) return undefined;
  if (subject.about === "value") {
    return listed(facet, value).includes(subject.value) ? subject.value : undefined;
  }
  const met = passes(value, { op: "between", min: subject.min, max: subject.max });
  return met && typeof value === "number" ? sayNumber(facet, value) : undefined;
}

function foundWords({ catalogue, item, text }: Grounds): Reason[] {
  if (text === undefined) return [];
  const { one, many, aliases } = catalogue.noun;
  const nouns = new Set([one, many, ...aliases].map((noun) => noun.toLowerCase()));
  const words = mentioned(text, catalogue.text(item) ?? "").filter((word) => !nouns.has(word));
  if (words.length === 0) return [];
  return [
    {
      claim: { claim: sayMentioned(words), evidence: [{ kind: "text", words }] },
      strength: Math.min(0.8, 0.4 + 0.15 * words.length),
      topic: "text",
      anchors: [],
    },
  ];
}
