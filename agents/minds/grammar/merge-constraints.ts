import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { type Constraint, conditionsOf, type FacetTest } from "../../../memory/items/constraint.ts";
import { together } from "./together.ts";
import { intersection } from "./wish-ranges.ts";

/** How a critique meets the request on the table. */
export interface Merging {
  readonly catalogue: Catalogue;
  /** "instead", "make it", "no, comedies": the new takes the place of the old on its facet. */
  readonly replaces: boolean;
  /** "or a western": either will do. */
  readonly adds: boolean;
  /** "just Bogart": of several people only this one. */
  readonly narrows: boolean;
  /** Whether the words of a constraint measured against a list ("newer"). */
  readonly isMeasured: (said: string) => boolean;
}

/** "or a conditioner": what is asked for now will do as well as what was asked for last. */
function orElse(all: readonly Constraint[], added: Constraint): Constraint[] | undefined {
  const at = all.findLastIndex(
    ({ test, phrase }) => phrase === undefined && "values" in test && test.op !== "none-of",
  );
  const before = all[at];
  const { test } = added;
  if (before === undefined || !("values" in test) || test.op === "none-of" || !("values" in before.test))
    return undefined;
  const { or = [] } = added;
  const united: Constraint =
    before.facet === added.facet && before.test.op === "any-of" && test.op === "any-of"
      ? { ...before, test: { op: "any-of", values: [...new Set([...before.test.values, ...test.values])] } }
      : { ...before, or: [...(before.or ?? []), { facet: added.facet, test }, ...or] };
  const said = `${before.said} or ${added.said.replace(/^or /, "")}`;
  return all.map((one, place) => (place === at ? { ...united, said } : one));
}

/** One constraint worked into the others: plain ones meet on their facet, those with alternatives or a phrase stand by themselves. */
export function workedIn(all: readonly Constraint[], added: Constraint, merging: Merging): Constraint[] {
  const united = merging.adds ? orElse(all, added) : undefined;
  if (united !== undefined) return united;
  if (isApart(added)) return besideOthers(all, added, merging);
  const apart = all.filter((one) => isApart(one) && !givesWay(one, added, merging));
  const plain = all.filter((one) => !isApart(one));
  return [...apart, ...worked(plain, added, merging)];
}

function isApart({ or, phrase }: Constraint): boolean {
  return or !== undefined || phrase !== undefined;
}

/** "westerns or boxing films", then "just the boxing": one of the alternatives is chosen; "instead" puts another in their place. */
function givesWay(apart: Constraint, added: Constraint, { replaces }: Merging): boolean {
  const conditions = conditionsOf(apart);
  const chosen = conditions.some(({ facet, test }) => facet === added.facet && includes(test, added.test));
  const turned =
    added.test.op === "none-of" &&
    conditions.every(
      ({ facet, test }) =>
        facet === added.facet && includes(test, { ...added.test, op: test.op } as FacetTest),
    );
  return chosen || turned || (replaces && conditions.some(({ facet }) => facet === added.facet));
}

function includes(whole: FacetTest, part: FacetTest): boolean {
  if (!("values" in whole) || !("values" in part) || whole.op === "none-of" || part.op === "none-of")
    return false;
  return part.values.every((value) => whole.values.includes(value));
}

/** "darker" after "lighter": a mood gives way to one that no item has with it. The same phrase said again takes its own place. */
function besideOthers(
  all: readonly Constraint[],
  added: Constraint,
  { catalogue, replaces }: Merging,
): Constraint[] {
  const bare = (phrase: string | undefined): string | undefined => phrase?.replace(/^not /, "");
  const others = all.filter(
    (one) =>
      (one.phrase === undefined || bare(one.phrase) !== bare(added.phrase)) &&
      !isOpposed(one, added, catalogue),
  );
  const stays = (one: Constraint): boolean => {
    if (replaces && one.facet === added.facet && one.test.op !== "none-of") return false;
    return (
      one.phrase === undefined ||
      meetTogether([...others.filter((other) => !isApart(other)), one, added], catalogue)
    );
  };
  return [...others.filter(stays), added];
}

/** "in colour" after "black and white": no item is both. */
function isOpposed(one: Constraint, added: Constraint, catalogue: Catalogue): boolean {
  return one.facet === added.facet && one.phrase === undefined && !meetTogether([one, added], catalogue);
}

function meetTogether(constraints: readonly Constraint[], catalogue: Catalogue): boolean {
  const masks = constraints.map((constraint) => catalogue.satisfying(constraint));
  return masks[0]?.some((_, item) => masks.every((mask) => mask[item] === 1)) === true;
}

/** One constraint worked into those on the same facet. */
function worked(
  all: readonly Constraint[],
  added: Constraint,
  { catalogue, replaces, isMeasured }: Merging,
): Constraint[] {
  const others = all.filter(({ facet }) => facet !== added.facet);
  const own = all
    .filter(({ facet }) => facet === added.facet)
    .flatMap((old) => withoutConflict(old, added, catalogue, replaces))
    .map((old) => (isMeasured(added.said) ? openedTowards(old, added) : old));
  return [...others, ...joinedWith(own, added, catalogue)];
}

/** "not so long" after "about 300 pages": what was asked for around a number is no lower bound any more. */
function openedTowards(old: Constraint, { test: now }: Constraint): Constraint {
  const { test: was } = old;
  if (was.op !== "between" || now.op !== "between" || was.min === undefined || was.max === undefined)
    return old;
  if (now.max !== undefined && now.min === undefined)
    return { ...old, test: { op: "between", max: was.max } };
  if (now.min !== undefined && now.max === undefined)
    return { ...old, test: { op: "between", min: was.min } };
  return old;
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

export function keeping(old: Constraint, values: readonly string[]): Constraint[] {
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
