import { type Condition, type Constraint, conditionsOf } from "../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../memory/items/facet.ts";
import { passes } from "./facet-test.ts";
import { inSentence, listed, sayList, sayNumber, sayValue } from "./facet-words.ts";
import type { Grounds, Preference } from "./grounds.ts";
import { mentioned } from "./mentioned.ts";
import type { Reason } from "./reason.ts";
import { sayConstraints, sayMentioned, sayPreference } from "./sentences.ts";

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
  const met = grounds.constraints
    .filter((constraint) => constraint.source === source)
    .flatMap((constraint) => {
      const met = metBy(grounds, constraint);
      const words = metBy(grounds, constraint, inSentence)?.value;
      return met === undefined || words === undefined ? [] : [{ constraint, ...met, words }];
    });
  // What was asked for is said above the list; on a card it tells something only where it tells the items apart.
  const telling = met.filter(({ constraint, value }) => tellsApart(grounds, constraint, value));
  const reason = (those: typeof met, strength: number, isEcho: boolean): Reason[] =>
    those.length === 0
      ? []
      : [
          {
            claim: {
              claim: sayConstraints([...new Set(those.map(({ words }) => words))], source),
              evidence: those.map(({ constraint: { said }, facet, value }) => ({
                kind: "constraint",
                facet,
                value,
                said,
              })),
            },
            strength,
            topic: `constraint ${source}`,
            anchors: [],
            ...(isEcho && { atNeed: "echo" as const }),
          },
        ];
  if (source === "profile") return reason(met, ECHO.profile, true);
  const echo = reason(met, ECHO.said, true);
  if (telling.length === 0) return echo;
  return [...reason(telling, 0.3, false), ...(telling.length < met.length ? echo : [])];
}

/** What only repeats what was asked for is weaker than anything else that is true of the item, and so is what memory rules out. */
const ECHO: Readonly<Record<Constraint["source"], number>> = { said: 0.03, profile: 0.02 };

/** Whether several values were asked for and the items of the answer met it by different ones. */
function tellsApart(grounds: Grounds, constraint: Constraint, value: string): boolean {
  const { test, or } = constraint;
  if (or === undefined && (test.op !== "any-of" || test.values.length < 2)) return false;
  return grounds.among.some((item) => {
    const other = metBy({ ...grounds, item }, constraint)?.value;
    return other !== undefined && other !== value;
  });
}

/**
 * The item's own value that meets the constraint ("106 min"), or "not Horror", and its facet: of alternatives the first that is met.
 * Undefined where none is.
 *
 * @param say how a value of the facet is written; as the catalogue has it where absent
 */
export function metBy(
  grounds: Grounds,
  constraint: Constraint,
  say: typeof inSentence = (_facet, value) => value,
): { readonly facet: string; readonly value: string } | undefined {
  for (const condition of conditionsOf(constraint)) {
    const value = metCondition(grounds, condition, say);
    if (value !== undefined) return { facet: condition.facet, value };
  }
  return undefined;
}

function metCondition(
  { catalogue, item }: Grounds,
  { facet: name, test }: Condition,
  say: typeof inSentence,
): string | undefined {
  const facet = catalogue.facet(name);
  const value = catalogue.value(item, name);
  if (facet === undefined || !passes(value, test)) return undefined;
  if (test.op === "none-of") return `not ${NEITHER.format(test.values.map((one) => say(facet, one)))}`;
  if (value === undefined) return undefined;
  if (test.op === "between" || test.op === "outside") return sayValue(facet, value);
  const met = listed(facet, value).filter((own) => test.values.includes(own));
  return sayList(met.map((own) => say(facet, own)));
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
    const person = facet.kind === "people";
    return {
      claim: {
        claim: sayPreference(facet, met),
        evidence: met.map(({ value, said }) => ({ kind: "preference", facet: facet.name, value, said })),
      },
      strength: person ? 0.75 : 0.5,
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
  const asked = mentioned(text, text).filter((word) => !nouns.has(word)).length;
  return [
    {
      claim: { claim: sayMentioned(words), evidence: [{ kind: "text", words }] },
      // One word of many that were asked for is an accident as likely as not.
      strength: Math.min(0.8, 0.3 + 0.15 * words.length) * (words.length / asked),
      topic: "text",
      anchors: [],
    },
  ];
}
