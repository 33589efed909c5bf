import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { type Condition, type Constraint, conditionsOf } from "../../../memory/items/constraint.ts";
import { type HistoryEvent, lastWords } from "../../../memory/users/history.ts";
import type { Fact } from "../../../memory/users/profile.ts";
import type { Request } from "../../../tools/retrieval/request.ts";
import { nameOf } from "./name-of.ts";

/** What a recommender holds of somebody at a moment of a talk. */
export interface Held {
  readonly request: Request;
  readonly history: readonly HistoryEvent[];
  readonly facts: readonly Fact[];
}

/**
 * One thing that is held, as short marks: "liked heat", "wish +genre=Horror". A thing of several marks can be had as any of them ("in any
 * role").
 */
export interface HeldThing {
  readonly marks: readonly string[];
}

/** Everything held, thing by thing. Namesakes share a mark: as people type a title, nothing tells them apart. */
export function thingsHeld({ request, history, facts }: Held, catalogue: Catalogue): HeldThing[] {
  const named = (ids: readonly ItemId[], mark: string): HeldThing[] =>
    ids.map((id) => ({ marks: [filmMark(mark, id, catalogue)] }));
  return [
    ...lastWords(history).flatMap(({ item, verdict }) => named([item], verdict)),
    ...named(request.like, "example"),
    ...named(request.unlike, "unlike"),
    ...named(request.besides ?? [], "besides"),
    ...request.constraints.flatMap(wishMarks),
    ...facts.flatMap(tasteMarks),
    ...mannerOf(request),
  ];
}

export function filmMark(mark: string, id: ItemId, catalogue: Catalogue): string {
  return `${mark} ${nameOf(catalogue.title(catalogue.indexOf(id) ?? -1))}`;
}

/** What a condition asks for, value by value: whether they are wanted together or either of them is not told. */
export function atomsOf({ facet, test }: Condition): string[] {
  if ("values" in test) {
    const sign = test.op === "none-of" ? "-" : "+";
    return test.values.map((value) => `${sign}${facet}=${value}`);
  }
  const sign = test.op === "outside" ? "-" : "+";
  return [`${sign}${facet}=${test.min ?? ""}..${test.max ?? ""}`];
}

/** An everyday phrase stands for any of its values, and for itself where it is looked for as a word. */
function wishMarks(constraint: Constraint): HeldThing[] {
  const conditions = conditionsOf(constraint);
  const marks = conditions.flatMap((condition) => [...atomsOf(condition), ...eraOf(condition)]);
  const wishes = marks.map((mark) => `wish ${mark}`);
  if (constraint.phrase !== undefined) return [{ marks: [`text ${constraint.phrase}`, ...wishes] }];
  if (conditions.length > 1 || !("values" in constraint.test)) return [{ marks: wishes }];
  return wishes.map((mark) => ({ marks: [mark] }));
}

function tasteMarks({ subject, polarity, scope }: Fact): HeldThing[] {
  const sign = polarity === "like" ? "+" : polarity === "dislike" ? "-" : "±";
  const condition: Condition =
    subject.about === "value"
      ? { facet: subject.facet, test: { op: "any-of", values: [subject.value] } }
      : { facet: subject.facet, test: { op: "between", min: subject.min, max: subject.max } };
  const marks = atomsOf(condition).map((atom) => `${sign}${atom.slice(1)}`);
  const era = polarity === "like" ? eraOf(condition) : [];
  const kind = scope === "tonight" ? "wish" : "taste";
  return [{ marks: [...marks, ...era].map((mark) => `${kind} ${mark}`) }];
}

/** A range of years that is open at one end says older or newer. */
function eraOf({ facet, test }: Condition): string[] {
  if (facet !== "year" || test.op !== "between") return [];
  if (test.min === undefined) return ["older"];
  return test.max === undefined ? ["newer"] : [];
}

/** How many are wanted is not labelled, and not told. */
function mannerOf({ text, sort, renown, surprise, only }: Request): HeldThing[] {
  const year = sort?.facet === "year" ? (sort.direction === "descending" ? "newer" : "older") : undefined;
  const marks = [
    text === undefined ? undefined : `text ${text.toLowerCase()}`,
    year === undefined ? sort && `sort ${sort.facet} ${sort.direction}` : `wish ${year}`,
    renown,
    surprise ? "surprise" : undefined,
    only,
  ];
  return marks.flatMap((mark) => (mark === undefined ? [] : [{ marks: [mark] }]));
}
