import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { type HistoryEvent, lastWords } from "../../memory/users/history.ts";
import type { Fact, FactSubject } from "../../memory/users/profile.ts";
import { parseWhere } from "../where.ts";
import { conditionText, rangeText } from "./conditions.ts";
import type { ItemNames } from "./item-names.ts";

/** Something remembered of a user, as a dialogue says it. Equal texts say the same. */
export type Statement = string;

const POLARITIES = { likes: "like", dislikes: "dislike", neutral: "neutral" } as const;
const POLARITY_WORDS = { like: "likes", dislike: "dislikes", neutral: "neutral" } as const;
const VERDICTS = ["seen", "liked", "disliked", "rejected", "wanted"] as const;
const FORMS = [
  ...Object.keys(POLARITIES).map((word) => `${word} facet=value`),
  ...VERDICTS.map((word) => `${word} Title`),
  "rated Title 4",
];

/** What is remembered, in statements: facts that hold, and the last word on each item. */
export function statementsOf(
  memory: { readonly facts: readonly Fact[]; readonly events: readonly HistoryEvent[] },
  catalogue: Catalogue,
  names: ItemNames,
): readonly Statement[] {
  const facts = memory.facts.map(({ polarity, subject, scope }) =>
    scoped(`${POLARITY_WORDS[polarity]} ${subjectText(subject, catalogue)}`, scope),
  );
  const events = lastWords(memory.events).map(({ verdict, item, value, scope }) =>
    scoped(`${verdict} ${names.name(item)}${verdict === "rated" ? ` ${value}` : ""}`, scope),
  );
  return [...facts, ...events];
}

/**
 * A statement of a dialogue, as `statementsOf` would write it: "dislikes genre=Horror", "seen Heat", "rated Heat 4", each with " tonight"
 * at its end where it holds for the conversation only. Throws CiceroneError where it is none, or names what is not in the catalogue.
 */
export function readStatement(text: string, catalogue: Catalogue, names: ItemNames): Statement {
  const [, said = "", tonight] = /^(.*?)( tonight)?$/s.exec(text.trim()) ?? [];
  const [, word = "", rest = ""] = /^(\S+)\s+(.+)$/s.exec(said) ?? [];
  return scoped(readSaid(text, word, rest, catalogue, names), tonight === undefined ? "always" : "tonight");
}

function readSaid(
  text: string,
  word: string,
  rest: string,
  catalogue: Catalogue,
  names: ItemNames,
): Statement {
  if (word in POLARITIES) return `${word} ${readSubject(text, rest, catalogue)}`;
  const [, title, value] = /^(.+)\s+(-?\d+(?:\.\d+)?)$/s.exec(rest) ?? [];
  if (word === "rated" && title !== undefined)
    return `rated ${names.name(names.item(title))} ${Number(value)}`;
  if (VERDICTS.some((verdict) => verdict === word)) return `${word} ${names.name(names.item(rest))}`;
  throw new CiceroneError("usage-statement", `“${text}” is no statement about a user.`, {
    hint: `Write it like one of these: ${FORMS.join(", ")}; with “ tonight” at the end where it holds for the conversation only.`,
  });
}

function readSubject(text: string, condition: string, catalogue: Catalogue): string {
  const constraint = parseWhere(catalogue, condition);
  const { test, or } = constraint;
  const isOne =
    or === undefined && (test.op === "between" || (test.op === "any-of" && test.values.length === 1));
  if (isOne) return conditionText(constraint, catalogue);
  throw new CiceroneError("usage-statement", `“${text}” is about more than one thing.`, {
    hint: "What is remembered is about one value or one range each: “dislikes genre=Horror”, “likes year<1960”.",
  });
}

function subjectText(subject: FactSubject, catalogue: Catalogue): string {
  if (subject.about === "range") return rangeText(subject.facet, subject, catalogue);
  return conditionText({ facet: subject.facet, test: { op: "any-of", values: [subject.value] } }, catalogue);
}

function scoped(statement: string, scope: Fact["scope"]): Statement {
  return scope === "tonight" ? `${statement} tonight` : statement;
}
