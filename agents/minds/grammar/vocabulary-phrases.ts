import type { Condition } from "../../../memory/items/constraint.ts";
import { type CatalogueLexicon, type LexiconEntry, TEXT, valuesIn } from "../../../memory/items/lexicon.ts";
import type { KeyLists } from "../../../tools/language/key-lists.ts";
import { ORDINARY_WORDS } from "../../../tools/language/ordinary-words.ts";
import { normalisePhrase, singular } from "../../../tools/language/running-text.ts";
import type { Entry } from "./vocabulary-entry.ts";

/** Values by how they are spelt, normalised, each as the entry of its own. */
type Known = KeyLists<Entry>;

const NOT = /^not /;

/**
 * The entries of a catalogue's own phrases, by phrase: alternatives on every facet that has any of the values. Phrases of whose values
 * no item has one are left out.
 */
export function lexiconEntries(lexicon: CatalogueLexicon, known: Known): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [phrase, given] of Object.entries(lexicon)) {
    const entry = explained(phrase, given, known);
    if (entry !== undefined) entries.set(normalisePhrase(phrase), entry);
  }
  return entries;
}

function explained(phrase: string, given: LexiconEntry, known: Known): Entry | undefined {
  const parts = Object.keys(given)
    .filter((facet) => facet !== TEXT)
    .flatMap((facet) => alternatives(facet, valuesIn(given, facet), known));
  const [first, ...others] = parts;
  if (first === undefined || isNamed(phrase, parts, known)) return undefined;
  return {
    ...first.entry,
    open: first.entry.open || ORDINARY_WORDS.has(normalisePhrase(phrase)),
    ...(others.length > 0 && { or: others.map(({ condition }) => condition) }),
    ...(isPlain(first.entry, others.length) ? {} : { phrase }),
  };
}

/** What a good part of the items it stands for have by its very name needs no explanation: "gore". */
function isNamed(phrase: string, parts: readonly Alternative[], known: Known): boolean {
  const key = normalisePhrase(phrase);
  const own = [...known.get(key), ...known.get(singular(key))];
  return parts.some(({ condition }) => {
    const named = own.find(({ facet, open }) => open && facet === condition.facet);
    if (named === undefined || !("values" in condition.test) || condition.test.op === "all-of") return false;
    const all = condition.test.values.reduce((sum, value) => {
      const entry = known.get(normalisePhrase(value)).find(({ facet }) => facet === condition.facet);
      return sum + (entry?.count ?? 0);
    }, 0);
    return condition.test.values.includes(named.values[0] ?? "") && named.count >= all * OWN_SHARE;
  });
}

const OWN_SHARE = 0.25;

/** One value says itself: "date" is romance, and is called so. */
function isPlain({ values, either, inverse }: Entry, others: number): boolean {
  return others === 0 && inverse === undefined && (values.length < 2 || either === undefined);
}

interface Alternative {
  readonly entry: Entry;
  readonly condition: Condition;
}

/** Of one facet: first what must all be true at once, each by itself, then everything of which any will do. */
function alternatives(facet: string, given: readonly (readonly string[])[], known: Known): Alternative[] {
  const found = given.flatMap((values) => {
    const entries = values.map((value) => knownValue(facet, value, known));
    return entries.every((entry) => entry !== undefined) ? [entries] : [];
  });
  const joint = found.filter((entries) => entries.length > 1);
  const single = found.filter((entries) => entries.length === 1).flat();
  return [...joint.flatMap((entries) => together(entries)), ...anyOf(single)];
}

function knownValue(facet: string, value: string, known: Known): Entry | undefined {
  const inverse = NOT.test(value);
  const entry = known.get(normalisePhrase(value.replace(NOT, ""))).find((one) => one.facet === facet);
  return entry === undefined || !inverse ? entry : { ...entry, inverse };
}

function together(entries: readonly Entry[]): Alternative[] {
  const [first] = entries;
  if (first === undefined) return [];
  const values = entries.flatMap((one) => one.values);
  return [{ entry: { ...first, values }, condition: { facet: first.facet, test: { op: "all-of", values } } }];
}

function anyOf(entries: readonly Entry[]): Alternative[] {
  const [first] = entries;
  if (first === undefined) return [];
  const values = [...new Set(entries.flatMap((one) => one.values))];
  const op = first.inverse === true ? "none-of" : "any-of";
  const entry: Entry = { ...first, values, ...(values.length > 1 && { either: true as const }) };
  return [{ entry, condition: { facet: first.facet, test: { op, values } } }];
}

/**
 * The entries of phrases that any catalogue may have values for: the first choice counts of which the vocabulary has a value. In a choice
 * "|" stands between values any of which will do, "+" between such as are meant together.
 */
export function moodEntry(choices: readonly string[], known: Known): Entry | undefined {
  return choices.map((choice) => chosen(choice, known)).find((entry) => entry !== undefined);
}

function chosen(choice: string, known: Known): Entry | undefined {
  const joint = choice.includes("+");
  const parts = choice.split(joint ? "+" : "|");
  const [first] = parts.flatMap((part) => known.get(normalisePhrase(part)));
  if (first === undefined) return undefined;
  const values = parts.flatMap(
    (part) => known.get(normalisePhrase(part)).find(({ facet }) => facet === first.facet)?.values ?? [],
  );
  if (joint) return values.length === parts.length ? { ...first, values } : undefined;
  return { ...first, values, ...(values.length > 1 && { either: true as const }) };
}
