import type { Constraint } from "../../../memory/items/constraint.ts";
import type { FactSubject, Provenance } from "../../../memory/users/profile.ts";
import type { Act } from "../../acts.ts";
import type { Situation } from "../mind.ts";
import { latestTurn } from "./latest-turn.ts";
import type { Lexicon } from "./lexicon.ts";

interface Standing {
  readonly subject: FactSubject;
  readonly polarity: "like" | "dislike" | "neutral";
  readonly tonight: boolean;
  readonly said: string;
}

/**
 * What memory rules out, as constraints that nothing relaxes: standing dislikes with those of this very turn, less what was forgotten,
 * withdrawn, or is asked for right now. Likes constrain nothing: the scorer draws on them.
 * @param said the request's own constraints
 */
export function standingConstraints(
  situation: Situation,
  acts: readonly Act[],
  said: readonly Constraint[],
  lexicon: Lexicon,
): Constraint[] {
  const latest = new Map<string, Standing>();
  for (const one of standings(situation, acts)) {
    const key = keyOf(one.subject);
    const known = latest.get(key);
    if (known === undefined || one.tonight || !known.tonight) latest.set(key, one);
  }
  return [...latest.values()]
    .filter(
      ({ polarity, subject }) =>
        polarity === "dislike" && !isWanted(subject, said) && !isForgotten(subject, acts),
    )
    .map(({ subject, said: words }) => constraintOf(subject, words, lexicon));
}

function standings(situation: Situation, acts: readonly Act[]): Standing[] {
  const facts = situation.facts.filter(({ provenance }) => !isTakenBack(provenance, situation, acts));
  return [
    ...facts.map(({ subject, polarity, scope, provenance }) => ({
      subject,
      polarity,
      tonight: scope === "tonight",
      said: provenance.said,
    })),
    ...acts.flatMap((act) =>
      act.act === "prefer"
        ? [{ subject: act.subject, polarity: act.polarity, tonight: act.scope === "tonight", said: act.said }]
        : [],
    ),
  ];
}

/** "forget everything", or "forget that" about the turn it was said in. */
function isTakenBack({ thread, turn }: Provenance, situation: Situation, acts: readonly Act[]): boolean {
  return acts.some((act) => {
    if (act.act !== "forget") return false;
    const latest = act.what === "last" ? latestTurn(situation) : undefined;
    return act.what === "everything" || (latest?.thread === thread && latest.turn === turn);
  });
}

function keyOf(subject: FactSubject): string {
  return subject.about === "value"
    ? `${subject.facet}=${subject.value}`
    : `${subject.facet}:${subject.min}-${subject.max}`;
}

function isWanted(subject: FactSubject, said: readonly Constraint[]): boolean {
  return said.some(({ facet, test }) => {
    if (facet !== subject.facet) return false;
    if (subject.about === "value")
      return (test.op === "any-of" || test.op === "all-of") && test.values.includes(subject.value);
    if (test.op !== "between") return false;
    return (
      (test.min ?? -Infinity) >= (subject.min ?? -Infinity) &&
      (test.max ?? Infinity) <= (subject.max ?? Infinity)
    );
  });
}

function isForgotten(subject: FactSubject, acts: readonly Act[]): boolean {
  return acts.some((act) => {
    if (act.act !== "forget" || act.what !== "subject" || act.facet !== subject.facet) return false;
    return act.value === undefined || (subject.about === "value" && subject.value === act.value);
  });
}

function constraintOf(subject: FactSubject, said: string, lexicon: Lexicon): Constraint {
  const { facet } = subject;
  const base = { facet, strength: 1, said, source: "profile" as const };
  if (subject.about === "value") return { ...base, test: { op: "none-of", values: [subject.value] } };
  const { min, max } = subject;
  const { step } = lexicon.scale(facet);
  if (min !== undefined && max !== undefined) return { ...base, test: { op: "outside", min, max } };
  return {
    ...base,
    test: min === undefined ? { op: "between", min: (max ?? 0) + step } : { op: "between", max: min - step },
  };
}
