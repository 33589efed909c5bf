import type { FactSubject } from "../../../memory/users/profile.ts";
import { isKind, type Span, wordAt } from "./span.ts";
import type { Utterance } from "./utterance.ts";

/** "it may be longer", "they can be older", "I don't mind if it's longer": a bound that need not hold, and no wish for more of it. */
export function isPermitted({ tokens }: Utterance, { from, meaning }: Span): boolean {
  if (meaning.kind !== "comparative" && meaning.kind !== "level") return false;
  let at = from - 1;
  while (
    at > 0 &&
    /^(?:a|bit|little|much|even|somewhat|slightly|be|its|it|is|are|theyre|they|also)$/.test(
      wordAt(tokens, at),
    )
  )
    at -= 1;
  const word = wordAt(tokens, at);
  if (/^(?:may|can|could|might)$/.test(word)) return wordAt(tokens, from - 1) !== word;
  const before = wordAt(tokens, at - 1);
  return word === "if" && /^(?:mind|matter|care|ok|okay|fine|problem)$/.test(before);
}

/** The standing bounds that a permitted comparative goes beyond: "never longer than two hours", then "it may be longer". */
export function boundsPassed({ situation }: Utterance, { meaning }: Span): FactSubject[] {
  if (meaning.kind !== "comparative" && meaning.kind !== "level") return [];
  const { facet, direction } = meaning;
  return situation.facts.flatMap(({ subject, polarity }) => {
    if (polarity !== "dislike" || subject.about !== "range" || subject.facet !== facet) return [];
    // What is ruled out lies beyond the bound.
    const beyond = direction === "higher" ? subject.min !== undefined : subject.max !== undefined;
    return beyond ? [subject] : [];
  });
}

/** Facets that a permitted comparative sets free. */
export function freedBy(utterance: Utterance, span: Span): string[] {
  return isPermitted(utterance, span) && (isKind(span, "comparative") || isKind(span, "level"))
    ? [span.meaning.facet]
    : [];
}
