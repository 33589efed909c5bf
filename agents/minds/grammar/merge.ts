import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { Constraint } from "../../../memory/items/constraint.ts";
import { EMPTY_REQUEST, type Request } from "../../../tools/retrieval/request.ts";
import type { Wish } from "./wish.ts";
import { intersection } from "./wish-ranges.ts";
import { together } from "./wish-values.ts";

/** A new request: nothing of an earlier one stays but what memory adds later (`standing.ts`). */
export function freshRequest(wish: Wish): Request {
  return {
    ...EMPTY_REQUEST,
    constraints: [...wish.constraints],
    like: [...wish.like],
    unlike: [...wish.unlike],
    count: wish.count ?? EMPTY_REQUEST.count,
    surprise: wish.surprise,
    ...optional({ text: wish.text, sort: wish.sort, renown: wish.renown, only: wish.only }),
  };
}

/** The request on the table with a critique worked in. What contradicts gives way to what was said last. */
export function refinedRequest(
  before: Request,
  wish: Wish,
  catalogue: Catalogue,
  replaces: boolean,
): Request {
  const kept = before.constraints
    .filter(({ facet, source }) => source === "said" && !wish.loosened.includes(facet))
    .flatMap((constraint) => withoutOpened(constraint, wish.opened));
  const constraints = wish.constraints.reduce((all, added) => worked(all, added, catalogue, replaces), kept);
  const text =
    wish.text === undefined
      ? before.text
      : before.text === undefined
        ? wish.text
        : `${before.text} ${wish.text}`;
  return {
    ...EMPTY_REQUEST,
    constraints,
    like: wish.like.length > 0 ? [...wish.like] : before.like,
    unlike: [...new Set([...before.unlike, ...wish.unlike])],
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

/** A constraint less the values that need not be any more, wanted or ruled out. */
function withoutOpened(constraint: Constraint, opened: Wish["opened"]): Constraint[] {
  const { facet, test } = constraint;
  if (opened.length === 0 || !("values" in test)) return [constraint];
  const free = new Set(opened.filter((one) => one.facet === facet).map(({ value }) => value));
  return keeping(
    constraint,
    test.values.filter((value) => !free.has(value)),
  );
}

function optional(fields: Pick<Request, "text" | "sort" | "renown" | "only">): Partial<Request> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** One constraint worked into those on the same facet. `replaces`: "instead" puts the new one in the place of the old. */
function worked(
  all: readonly Constraint[],
  added: Constraint,
  catalogue: Catalogue,
  replaces: boolean,
): Constraint[] {
  const others = all.filter(({ facet }) => facet !== added.facet);
  const own = all
    .filter(({ facet }) => facet === added.facet)
    .flatMap((old) => withoutConflict(old, added, catalogue, replaces));
  const joined = joinedWith(own, added, catalogue);
  return [...others, ...joined];
}

/** What stays of an old constraint beside a new one on its facet. */
function withoutConflict(
  old: Constraint,
  added: Constraint,
  catalogue: Catalogue,
  replaces: boolean,
): Constraint[] {
  const [was, now] = [old.test, added.test];
  if (was.op === "none-of" && (now.op === "any-of" || now.op === "all-of")) {
    return keeping(
      old,
      was.values.filter((value) => !now.values.includes(value)),
    );
  }
  if ((was.op === "any-of" || was.op === "all-of") && now.op === "none-of") {
    return keeping(
      old,
      was.values.filter((value) => !now.values.includes(value)),
    );
  }
  if (was.op === "none-of" && now.op === "none-of") return [old];
  if (replaces) return [];
  if ((was.op === "any-of" || was.op === "all-of") && (now.op === "any-of" || now.op === "all-of")) {
    const single =
      catalogue.facet(old.facet)?.kind === "category" || (was.op === "any-of" && was.values.length > 1);
    return !single && together(catalogue, old.facet, [...was.values, ...now.values]) ? [old] : [];
  }
  if (was.op === "outside" && now.op === "outside") return [old];
  if (was.op === "between" && now.op === "between") {
    const both = intersection(was, now);
    const closed = now.min !== undefined && now.max !== undefined;
    return !closed && (both.min ?? -Infinity) <= (both.max ?? Infinity) ? [old] : [];
  }
  if (was.op === "between" && now.op === "outside")
    return now.min <= (was.min ?? -Infinity) && now.max >= (was.max ?? Infinity) ? [] : [old];
  return was.op === "outside" &&
    now.op === "between" &&
    was.min <= (now.min ?? -Infinity) &&
    was.max >= (now.max ?? Infinity)
    ? []
    : [old];
}

function keeping(old: Constraint, values: readonly string[]): Constraint[] {
  const { test } = old;
  if (values.length === 0 || !("values" in test)) return [];
  return values.length === test.values.length ? [old] : [{ ...old, test: { ...test, values: [...values] } }];
}

/** Constraints of one facet and kind become one: values join, intervals intersect. */
function joinedWith(own: readonly Constraint[], added: Constraint, catalogue: Catalogue): Constraint[] {
  const now = added.test;
  const mate = own.find(({ test }) => mates(test.op, now.op));
  if (mate === undefined) return [...own, added];
  const rest = own.filter((constraint) => constraint !== mate);
  const was = mate.test;
  if (was.op === "between" && now.op === "between") {
    const { min, max } = intersection(was, now);
    const test = {
      op: "between" as const,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
    return [...rest, { ...added, test, strength: Math.max(mate.strength, added.strength) }];
  }
  if (!("values" in was) || !("values" in now)) return [...own, added];
  const values = [...new Set([...was.values, ...now.values])];
  if (now.op === "none-of")
    return [
      ...rest,
      { ...added, test: { op: "none-of", values }, strength: Math.max(mate.strength, added.strength) },
    ];
  const all = together(catalogue, added.facet, values) && values.length > 1;
  return [...rest, { ...added, test: all ? { op: "all-of", values } : { op: now.op, values: now.values } }];
}

function mates(was: Constraint["test"]["op"], now: Constraint["test"]["op"]): boolean {
  const wants = (op: string): boolean => op === "any-of" || op === "all-of";
  return was === now ? was !== "outside" : wants(was) && wants(now);
}
