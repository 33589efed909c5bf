import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { Constraint, FacetTest } from "../../../memory/items/constraint.ts";
import type { WishedConstraint } from "../wishes/wish.ts";
import type { Heard } from "./hearing.ts";

/** What an answer must never do, and what the reply must say where it does what it may. */
export const FAULTS = [
  "an item breaks a constraint that was not let go",
  "a constraint was let go and the reply does not name it",
  "a constraint was let go though something met them all",
  "something seen or turned down came back",
  "fewer came than asked for, though more met it",
  "the list is not in the order asked for",
  "a wish was remembered as a lasting taste or a verdict",
] as const;
export type Fault = (typeof FAULTS)[number];

/** What an answer is held against. */
export interface Standard {
  /** All that items have to meet. */
  readonly constraints: readonly WishedConstraint[];
  /** What the person has seen or turned down before. */
  readonly known: ReadonlySet<ItemId>;
  readonly said: string;
  /** Whether no list is due, because the message was not taken for a wish. */
  readonly isExcused: boolean;
}

/** What is wrong with an answer, each fault once. */
export function faultsOf(heard: Heard, standard: Standard, catalogue: Catalogue): readonly Fault[] {
  const { answer, request } = heard;
  const shown = answer.items.map(({ id }) => catalogue.indexOf(id) ?? -1);
  const fitting = fittingItems(heard, standard, catalogue);
  const letGo = answer.relaxed.length > 0;
  const broken: Readonly<Record<Fault, boolean>> = {
    "an item breaks a constraint that was not let go": standard.constraints.some((constraint) =>
      breaches(constraint, shown, answer.relaxed, catalogue),
    ),
    "a constraint was let go and the reply does not name it": answer.relaxed.some(
      (constraint) => !isNamed(constraint, answer.reply, standard.said),
    ),
    "a constraint was let go though something met them all": letGo && fitting.length > 0,
    "something seen or turned down came back": answer.items.some(({ id }) => standard.known.has(id)),
    "fewer came than asked for, though more met it":
      !(letGo || standard.isExcused) &&
      shown.length < Math.min(request.count, placed(fitting, request, catalogue)),
    "the list is not in the order asked for":
      request.sort !== undefined && !isOrdered(shown, request.sort, catalogue),
    "a wish was remembered as a lasting taste or a verdict": heard.remembered > 0,
  };
  return FAULTS.filter((fault) => broken[fault]);
}

/** How many of the items met everything and were known already: as many chances to bring one of them back. */
export function temptations({ constraints, known }: Standard, catalogue: Catalogue): number {
  return [...known].filter((id) => meetsAll(catalogue.indexOf(id) ?? -1, constraints, catalogue)).length;
}

/** Whether an item does not meet the constraint, nor what was let go of the same facets excuses it. */
function breaches(
  constraint: WishedConstraint,
  shown: readonly number[],
  relaxed: readonly Constraint[],
  catalogue: Catalogue,
): boolean {
  const mask = maskOf(constraint, catalogue);
  const facets = facetsOf(constraint);
  const excuses = relaxed
    .filter((one) => facetsOf(one).some((facet) => facets.includes(facet)))
    .map((one) => maskOf(one, catalogue));
  return shown.some((item) => mask[item] !== 1 && !excuses.some((excuse) => excuse[item] !== 1));
}

/** The items that meet everything and are neither known nor examples. */
function fittingItems({ request }: Heard, { constraints, known }: Standard, catalogue: Catalogue): number[] {
  const barred = new Set([...known, ...request.like, ...request.unlike]);
  const masks = constraints.map((constraint) => maskOf(constraint, catalogue));
  return Array.from({ length: catalogue.size }, (_, item) => item).filter(
    (item) => masks.every((mask) => mask[item] === 1) && !barred.has(catalogue.id(item)),
  );
}

/** How many have a place in the order that is asked for; where none has, any will do. */
function placed(items: readonly number[], { sort }: Heard["request"], catalogue: Catalogue): number {
  if (sort === undefined) return items.length;
  const column = catalogue.column(sort.facet);
  const valued = items.filter((item) => !Number.isNaN(column[item] ?? Number.NaN));
  return valued.length > 0 ? valued.length : items.length;
}

function isOrdered(
  shown: readonly number[],
  { facet, direction }: NonNullable<Heard["request"]["sort"]>,
  catalogue: Catalogue,
): boolean {
  const column = catalogue.column(facet);
  const sign = direction === "ascending" ? 1 : -1;
  // What has no value comes last in either order.
  const values = shown.map((item) => {
    const value = column[item] ?? Number.NaN;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : sign * value;
  });
  return values.every((value, place) => value >= (values[place - 1] ?? value));
}

function meetsAll(item: number, constraints: readonly WishedConstraint[], catalogue: Catalogue): boolean {
  return constraints.every((constraint) => maskOf(constraint, catalogue)[item] === 1);
}

function maskOf({ facet, test, or }: WishedConstraint, catalogue: Catalogue): Uint8Array {
  const alternatives = or === undefined ? {} : { or: [...or] };
  return catalogue.satisfying({ facet, test, ...alternatives, strength: 1, said: "", source: "said" });
}

function facetsOf({ facet, or = [] }: WishedConstraint): readonly string[] {
  return [facet, ...or.map((other) => other.facet)];
}

/** Whether the reply says what was let go: in the person's own words, else by its values or limits. */
function isNamed({ said, facet, test, or = [] }: Constraint, reply: string, message: string): boolean {
  const [opening = ""] = reply.split("\n");
  if (says(message, said) && says(opening, said)) return true;
  return [{ facet, test }, ...or].every((condition) =>
    namesOf(condition.test).every((ways) => ways.some((way) => says(opening, way))),
  );
}

/** Each value or limit of a test, with the ways to write it: before 1991 is until 1990. */
function namesOf(test: FacetTest): readonly (readonly string[])[] {
  if ("values" in test) return test.values.map((value) => [value]);
  const limits = [test.min, test.max].filter((limit) => limit !== undefined);
  return limits.map((limit) => [limit - 1, limit, limit + 1].map(String));
}

/** Whether a text holds the words one after another, whatever their case and marks. */
function says(text: string, words: string): boolean {
  const wanted = plain(words);
  return wanted !== "" && ` ${plain(text)} `.includes(` ${wanted} `);
}

function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
