import { tokenise } from "../../../tools/language/running-text.ts";
import { pauses } from "./pauses.ts";
import { isKind, type Reading, type Span, wordAt } from "./span.ts";
import { peopleSpokenOf, roleOfVerb } from "./spoken-of.ts";
import { BARE, WITH, WORKED } from "./words/roles.ts";

/**
 * What somebody did, by a verb or a pronoun: "what else did he direct?", "only those she wrote", "films Greta Gerwig directed", "without
 * him in it". Each is the person in that role, in the place of its words.
 */
export function workAt(reading: Reading, spans: readonly Span[], at: number): Span | undefined {
  return (
    notDoing(reading, spans, at) ??
    theirs(reading, at) ??
    otherWork(reading, at) ??
    ownWork(reading, at) ??
    workOf(reading, spans, at) ??
    partOf(reading, spans, at)
  );
}

const DONE =
  /^(?:(?:did|has|have|does|do|is|was|were|are) )?(?:he|she|they|(?:that|this) \S+|the (?<role>\S+))(?: (?:ever|also))? (?<verb>\S+)(?: in| by)?/;
const BY = new RegExp(
  `^(?:\\S+ )?(?<verb>by|from|${WITH}) (?:him|her|them|the same (?!lead |main )\\S+(?! (?:as|of|like|in)\\b)|(?:that|this) \\S+|the (?<role>\\S+))(?: |$)`,
);

/** Whether a word names a role that people have: "the director". */
function isRole({ lexicon, catalogue }: Reading, word: string): boolean {
  const alias = lexicon.aliases.at(tokenise(word), 0);
  return alias?.meaning.some((name) => catalogue.facet(name)?.kind === "people") === true;
}

/** "what else did he direct?", "anything else by that director", "more with her". */
function otherWork(reading: Reading, at: number): Span | undefined {
  const { tokens } = reading;
  const opens = /^(?:else|more|other|others|another|anything|something)$/.test(wordAt(tokens, at));
  if (!opens && !reading.lexicon.nouns.has(wordAt(tokens, at))) return undefined;
  const words = tokens.slice(at + 1, at + 7).map(({ norm }) => norm);
  const text = words.join(" ");
  const found = DONE.exec(text) ?? BY.exec(text);
  const { verb, role } = found?.groups ?? {};
  if (found === null || verb === undefined) return undefined;
  if (role !== undefined && !isRole(reading, role)) return undefined;
  const [matched] = found;
  return ofPeople(reading, at, at + 1 + matched.trim().split(" ").length, verb, matched);
}

/** "directed by Eastwood but without him in it": a part in it is one on the screen. */
function partOf({ tokens, catalogue }: Reading, spans: readonly Span[], at: number): Span | undefined {
  if (
    !/^(?:him|her|them)$/.test(wordAt(tokens, at)) ||
    !/^(?:without|not|no|with)$/.test(wordAt(tokens, at - 1))
  )
    return undefined;
  const person = spans.findLast((span) => span.to <= at && isKind(span, "values"));
  const facet = roleOfVerb(catalogue, "star", "");
  if (person === undefined || !isKind(person, "values") || facet === undefined) return undefined;
  const values = person.meaning.values.filter((value) => catalogue.having(facet, value).length > 0);
  if (values.length === 0) return undefined;
  const inIt = wordAt(tokens, at + 1) === "in" && /^(?:it|them|that)$/.test(wordAt(tokens, at + 2));
  const acting = /^(?:acting|himself|herself)$/.test(wordAt(tokens, at + 1));
  const to = inIt ? at + 3 : acting ? at + 2 : at + 1;
  return { from: at, to, weight: 10, meaning: { kind: "values", facet, values, open: false } };
}

const BEFORE_NAME = new RegExp(`^(?:by|${WITH})$`);

/** "starred in": what follows is no place or time of it. */
function endsWithIn(tokens: Reading["tokens"], at: number): boolean {
  return wordAt(tokens, at) === "in" && (at + 1 >= tokens.length || pauses(tokens, at + 1));
}

/** "films Greta Gerwig directed", "what else did Greta Gerwig direct?": somebody named, in the role of the verb. */
function workOf(
  { tokens, catalogue, lexicon }: Reading,
  spans: readonly Span[],
  at: number,
): Span | undefined {
  const person = spans.find(({ from }) => from === at);
  if (person === undefined || !isKind(person, "values")) return undefined;
  const { facet, values, or = [] } = person.meaning;
  // "by director Stanley Kramer, made in 1961"
  const named = [1, 2].some((back) => lexicon.aliases.at(tokens, at - back, at)?.to === at);
  if (named || /,/.test(tokens[person.to]?.gap ?? "")) return undefined;
  if (catalogue.facet(facet)?.kind !== "people" || BEFORE_NAME.test(wordAt(tokens, at - 1))) return undefined;
  const helping = /^(?:did|has|have|does|is|was)$/;
  const verbAt = helping.test(wordAt(tokens, person.to)) ? person.to + 1 : person.to;
  const verb = wordAt(tokens, verbAt);
  const asked = helping.test(wordAt(tokens, at - 1)) || verbAt > person.to;
  if (!WORKED.test(verb) || wordAt(tokens, verbAt + 1) === "by") return undefined;
  // "Hitchcock in colour" is about no role; "what else is she in?" and "did he do" are.
  if (BARE.test(verb) && !asked) return undefined;
  const role = roleOfVerb(catalogue, verb, "");
  const roles = [facet, ...or.map((one) => one.facet)];
  if (
    role === undefined ||
    !(roles.includes(role) || values.some((value) => catalogue.having(role, value).length > 0))
  )
    return undefined;
  const to =
    /^(?:himself|herself|themselves)$/.test(wordAt(tokens, verbAt + 1)) || endsWithIn(tokens, verbAt + 1)
      ? verbAt + 2
      : verbAt + 1;
  return { from: at, to, weight: 10, meaning: { kind: "values", facet: role, values, open: false } };
}

/** "Clint Eastwood acting but not directing": the role that somebody shall not have. */
function notDoing(reading: Reading, spans: readonly Span[], at: number): Span | undefined {
  const { tokens, catalogue } = reading;
  const verb = wordAt(tokens, at);
  if (!/ing$/.test(verb) || !/^(?:not|without)$/.test(wordAt(tokens, at - 1))) return undefined;
  if (at + 1 < tokens.length && !pauses(tokens, at + 1)) return undefined;
  const person = spans.findLast((span) => span.to <= at && isKind(span, "values"));
  const facet = roleOfVerb(catalogue, verb, "");
  if (person === undefined || !isKind(person, "values") || facet === undefined) return undefined;
  const values = person.meaning.values.filter((value) => catalogue.having(facet, value).length > 0);
  if (values.length === 0) return undefined;
  return { from: at, to: at + 1, weight: 10, meaning: { kind: "values", facet, values, open: false } };
}

/** "one of theirs", "another of his". */
function theirs(reading: Reading, at: number): Span | undefined {
  const word = wordAt(reading.tokens, at);
  const owned = /^(?:theirs|hers)$/.test(word) || (word === "his" && wordAt(reading.tokens, at - 1) === "of");
  return owned ? ofPeople(reading, at, at + 1, "made", "") : undefined;
}

/** "only those he directed", "that she didn't write herself". */
function ownWork(reading: Reading, at: number): Span | undefined {
  const { tokens } = reading;
  if (!/^(?:he|she|they)$/.test(wordAt(tokens, at)) || at === 0) return undefined;
  const negated = /^(?:didnt|doesnt|hasnt|never|did)$/.test(wordAt(tokens, at + 1));
  const skipped = wordAt(tokens, at + 1) === "did" && wordAt(tokens, at + 2) === "not" ? 2 : negated ? 1 : 0;
  const verbAt =
    at + 1 + skipped + (/^(?:has|have|is|was|also|only)$/.test(wordAt(tokens, at + 1 + skipped)) ? 1 : 0);
  const verb = wordAt(tokens, verbAt);
  const to = /^(?:himself|herself|themselves|in)$/.test(wordAt(tokens, verbAt + 1)) ? verbAt + 2 : verbAt + 1;
  const span = ofPeople(reading, at, to, verb, "");
  if (span === undefined || !negated || !isKind(span, "values")) return span;
  return { ...span, meaning: { ...span.meaning, inverse: true } };
}

function ofPeople(reading: Reading, from: number, to: number, verb: string, words: string): Span | undefined {
  const facet = roleOfVerb(reading.catalogue, verb, words);
  if (facet === undefined) return undefined;
  const people = peopleSpokenOf(reading, facet);
  if (people.length === 0) return undefined;
  const either = people.length > 1 && { either: true as const };
  return {
    from,
    to,
    weight: 10,
    meaning: { kind: "values", facet, values: [...people], open: false, ...either },
  };
}
