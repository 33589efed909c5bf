import { type Constraint, conditionsOf } from "../../../memory/items/constraint.ts";
import { EMPTY_REQUEST, type Request } from "../../../tools/retrieval/request.ts";
import { keeping, type Merging, workedIn } from "./merge-constraints.ts";
import type { Wish } from "./wish.ts";

/** A new request: nothing of an earlier one stays but what memory adds later (`standing.ts`). */
export function freshRequest(wish: Wish): Request {
  return {
    ...EMPTY_REQUEST,
    constraints: [...wish.constraints],
    like: [...wish.like],
    unlike: [...wish.unlike],
    ...(wish.besides.length > 0 && { besides: [...wish.besides] }),
    count: wish.count ?? EMPTY_REQUEST.count,
    surprise: wish.surprise,
    ...optional({ text: wish.text, sort: wish.sort, renown: wish.renown, only: wish.only }),
  };
}

/** The request on the table with a critique worked in. What contradicts gives way to what was said last. */
export function refinedRequest(before: Request, wish: Wish, merging: Merging): Request {
  const kept = narrowed(before.constraints, wish, merging)
    .filter(({ facet, source }) => source === "said" && !wish.loosened.includes(facet))
    .flatMap((constraint) => withoutOpened(constraint, wish.opened))
    .filter((constraint) => !isTurnedRound(constraint, wish, merging));
  const constraints = wish.constraints.reduce(
    // "no, something lighter, for the kids": what is said together does not take each other's place.
    (all, added, at) =>
      workedIn(all, added, { ...merging, replaces: merging.replaces && isFirstOn(added, at, wish) }),
    kept,
  );
  const text =
    wish.text === undefined
      ? before.text
      : before.text === undefined
        ? wish.text
        : `${before.text} ${wish.text}`;
  const besides = [...new Set([...(before.besides ?? []), ...wish.besides])];
  return {
    ...EMPTY_REQUEST,
    constraints,
    like: wish.like.length > 0 ? [...wish.like] : before.like.filter((item) => !wish.dropped.includes(item)),
    unlike: [...new Set([...before.unlike, ...wish.unlike])],
    ...(besides.length > 0 && { besides }),
    count: wish.count ?? before.count,
    surprise: before.surprise || wish.surprise,
    ...optional({
      text,
      sort: wish.sort ?? before.sort,
      renown: wish.renown ?? before.renown,
      only: wish.only ?? before.only,
    }),
  };
}

function isFirstOn({ facet }: Constraint, at: number, { constraints }: Wish): boolean {
  return !constraints.slice(0, at).some((one) => one.facet === facet);
}

/** "just Bogart", after Bogart and Bacall: who is not named any more is not asked for any more. */
function narrowed(
  constraints: readonly Constraint[],
  wish: Wish,
  { catalogue, narrows }: Merging,
): readonly Constraint[] {
  const isPeople = (one: Constraint): boolean =>
    conditionsOf(one).every(({ facet }) => catalogue.facet(facet)?.kind === "people") &&
    one.test.op !== "none-of";
  if (!narrows || !wish.constraints.some(isPeople)) return constraints;
  return constraints.filter((one) => !isPeople(one));
}

/** "older" after "newer": the bound that the list was measured by before no longer holds. */
function isTurnedRound(
  { facet, test, said }: Constraint,
  { compared }: Wish,
  { isMeasured }: Merging,
): boolean {
  if (test.op !== "between" || !isMeasured(said)) return false;
  const bound = test.min === undefined ? "lower" : "higher";
  return compared.some((one) => one.facet === facet && one.direction !== bound);
}

/** A constraint less what need not be any more, wanted or ruled out. */
function withoutOpened(constraint: Constraint, opened: Wish["opened"]): Constraint[] {
  const { facet, test } = constraint;
  const own = opened.filter((one) => one.facet === facet);
  if (own.length === 0) return [constraint];
  if (test.op === "outside") return withoutYears(constraint, test, own);
  if (!("values" in test)) return [constraint];
  const free = new Set(own.flatMap((one) => ("value" in one ? [one.value] : [])));
  return keeping(
    constraint,
    test.values.filter((value) => !free.has(value)),
  );
}

/** "nothing from the 80s or 90s", then "the eighties are fine": what is left of what was ruled out. */
function withoutYears(
  constraint: Constraint,
  { min, max }: { readonly min: number; readonly max: number },
  opened: Wish["opened"],
): Constraint[] {
  const free = opened.find((one) => !("value" in one));
  if (free === undefined || "value" in free) return [constraint];
  const { min: from = Number.NEGATIVE_INFINITY, max: to = Number.POSITIVE_INFINITY } = free;
  const parts = [
    { min, max: Math.min(max, from - 1) },
    { min: Math.max(min, to + 1), max },
  ];
  return parts
    .filter((part) => part.min <= part.max)
    .map((part) => ({ ...constraint, test: { op: "outside" as const, ...part } }));
}

function optional(fields: Pick<Request, "text" | "sort" | "renown" | "only">): Partial<Request> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
