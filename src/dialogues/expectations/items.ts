import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { conditionsOf } from "../../../memory/items/constraint.ts";
import { parseWhere } from "../../where.ts";
import type { SeenTurn } from "../seen-turn.ts";
import { faultless, idsOf, listed, type Reader } from "./judge.ts";

const NOTHING = "nothing is recommended";

export const count: Reader<number | string> = (wanted) => {
  const [least, most] = countRange(wanted);
  return ({ items }) => (items.length >= least && items.length <= most ? undefined : `${items.length}`);
};

/** Every item meets every condition. */
export const items: Reader<readonly string[]> = (wanted, { catalogue, names }) => {
  const tests = wanted.map((condition) => testOf(catalogue, condition));
  return (seen) => {
    if (seen.items.length === 0) return NOTHING;
    const faults = idsOf(seen).flatMap((id) => {
      const failed = tests.filter((test) => !test.meets(id));
      const values = [
        ...new Set(failed.flatMap(({ facets }) => facets.map((facet) => valueText(catalogue, id, facet)))),
      ];
      return failed.length === 0 ? [] : [`${names.name(id)} has ${values.join(", ")}`];
    });
    return faults.length === 0 ? undefined : faults.join("; ");
  };
};

/** One item meets all conditions. */
export const some: Reader<readonly string[]> = (wanted, { catalogue }) => {
  const tests = wanted.map((condition) => testOf(catalogue, condition));
  return (seen) => {
    if (seen.items.length === 0) return NOTHING;
    return idsOf(seen).some((id) => tests.every((test) => test.meets(id))) ? undefined : "none of them does";
  };
};

export const contain: Reader<readonly string[]> = (wanted, { names }) => {
  const ids = wanted.map(names.item);
  return (seen) => {
    const shown = new Set(idsOf(seen));
    const missing = ids.filter((id) => !shown.has(id));
    return faultless(missing.map(names.name), (faults) => `not there: ${faults}`);
  };
};

export const exclude: Reader<readonly string[]> = (wanted, { names }) => {
  const ids = wanted.map(names.item);
  return (seen) => {
    const shown = new Set(idsOf(seen));
    return faultless(ids.filter((id) => shown.has(id)).map(names.name), (faults) => `there: ${faults}`);
  };
};

export const first: Reader<string> = (wanted, { names }) => {
  const item = names.item(wanted);
  return (seen) => {
    const [found] = idsOf(seen);
    if (found === item) return undefined;
    return found === undefined ? NOTHING : names.name(found);
  };
};

/** The very same items as an earlier turn's. */
export const sameItemsAs: Reader<string | number> = (wanted, { names, turn }) => {
  const number = turn(wanted);
  return (seen, earlier) => {
    const [now, then] = [idsOf(seen), itemsOf(earlier, number)];
    const [added, gone] = [without(now, then), without(then, now)];
    if (added.length + gone.length === 0) return undefined;
    return `new: ${listed(added.map(names.name))}; gone: ${listed(gone.map(names.name))}`;
  };
};

export const noItemOf: Reader<string | number> = (wanted, { names, turn }) => {
  const number = turn(wanted);
  return (seen, earlier) => {
    const again = idsOf(seen).filter((id) => itemsOf(earlier, number).includes(id));
    return faultless(again.map(names.name), (faults) => `again: ${faults}`);
  };
};

function countRange(wanted: number | string): readonly [number, number] {
  if (typeof wanted === "number") return [wanted, wanted];
  const [low = "", high = ""] = wanted.split("..");
  return [Number(low), high === "" ? Number.POSITIVE_INFINITY : Number(high)];
}

function testOf(
  catalogue: Catalogue,
  condition: string,
): { readonly facets: readonly string[]; readonly meets: (id: ItemId) => boolean } {
  const constraint = parseWhere(catalogue, condition);
  const mask = catalogue.satisfying(constraint);
  const facets = conditionsOf(constraint).map(({ facet }) => facet);
  return { facets, meets: (id) => mask[catalogue.indexOf(id) ?? -1] === 1 };
}

/** "runtime 117", "genre Sci-Fi, Horror", "no runtime". */
function valueText(catalogue: Catalogue, id: ItemId, facet: string): string {
  const index = catalogue.indexOf(id);
  const value = index === undefined ? undefined : catalogue.value(index, facet);
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return `no ${facet}`;
  return `${facet} ${Array.isArray(value) ? value.join(", ") : value}`;
}

function itemsOf(earlier: readonly SeenTurn[], number: number): readonly ItemId[] {
  return earlier.filter((turn) => turn.number === number).flatMap(idsOf);
}

function without(these: readonly ItemId[], those: readonly ItemId[]): readonly ItemId[] {
  return these.filter((id) => !those.includes(id));
}
