import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { type Condition, type Constraint, conditionsOf } from "../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../memory/items/facet.ts";
import { facetName, superlative } from "../../../tools/explaining/facet-words.ts";
import type { Request } from "../../../tools/retrieval/request.ts";

const CURRENCIES: Readonly<Record<string, string>> = {
  USD: "$",
  EUR: "€",
  GBP: "£",
  $: "$",
  "€": "€",
  "£": "£",
};

/** The request in one line that a person can check: "Sci-Fi · 1990–1999 · under 120 min · not Horror · like Alien". */
export function understoodLine(request: Request, catalogue: Catalogue): string {
  const title = (id: ItemId): string => {
    const index = catalogue.indexOf(id);
    return index === undefined ? id : catalogue.title(index);
  };
  const order = request.sort === undefined ? undefined : orderName(request.sort, catalogue);
  const wanted = request.constraints.filter((one) => !rulesOut(one));
  const unwanted = request.constraints.filter(rulesOut);
  const parts = [
    ...wanted.map((constraint) => constraintName(constraint, catalogue)),
    ...unwanted.map((constraint) => constraintName(constraint, catalogue)),
    request.like.length > 0 ? `like ${request.like.map(title).join(" and ")}` : undefined,
    request.unlike.length > 0 ? `unlike ${request.unlike.map(title).join(" and ")}` : undefined,
    request.text === undefined ? undefined : `“${request.text}”`,
    request.renown === undefined ? undefined : request.renown === "popular" ? "popular" : "little known",
    request.only === undefined ? undefined : "on your watchlist",
    order,
    request.surprise ? "a surprise" : undefined,
  ];
  return [...new Set(parts.filter((part) => part !== undefined && part !== ""))].join(" · ");
}

/** One constraint in words: "French", "before 1960", "under $20", "not Horror", "Sidney Lumet or Paul Newman". */
export function constraintName(constraint: Constraint, catalogue: Catalogue): string {
  if (constraint.phrase !== undefined) return constraint.phrase;
  const names = conditionsOf(constraint).map((condition) => conditionName(condition, catalogue));
  return [...new Set(names)].join(" or ");
}

function rulesOut({ test }: Constraint): boolean {
  return test.op === "none-of" || test.op === "outside";
}

function conditionName({ facet, test }: Condition, catalogue: Catalogue): string {
  const declared = catalogue.facet(facet);
  switch (test.op) {
    case "any-of":
      return test.values.join(" or ");
    case "all-of":
      return test.values.join(" and ");
    case "none-of":
      return test.values.map((value) => `not ${value}`).join(" · ");
    case "between":
      return intervalName(test.min, test.max, declared);
    case "outside":
      return `not ${intervalName(test.min, test.max, declared)}`;
  }
}

function intervalName(
  min: number | undefined,
  max: number | undefined,
  facet: FacetDeclaration | undefined,
): string {
  const year = facet?.kind === "year";
  if (min !== undefined && max !== undefined) {
    if (min === max) return measured(String(min), facet);
    return measured(`${min}–${max}`, facet);
  }
  if (max !== undefined) return year ? `before ${max + 1}` : upTo(max, facet);
  return year || min === undefined ? `from ${min}` : fromOn(min, facet);
}

/** Ranges are inclusive; one that stops just short of a round number was meant to: 119 is "under 120", 90 is "up to 90". */
function upTo(max: number, facet: FacetDeclaration | undefined): string {
  const next = beyond(max, 1);
  return isRound(next) && !isRound(max)
    ? `under ${measured(String(next), facet)}`
    : `up to ${measured(String(max), facet)}`;
}

function fromOn(min: number, facet: FacetDeclaration | undefined): string {
  const next = beyond(min, -1);
  return isRound(next) && !isRound(min)
    ? `over ${measured(String(next), facet)}`
    : `at least ${measured(String(min), facet)}`;
}

/** The next number that a facet of whole numbers, or of cents, can hold. */
function beyond(number: number, direction: 1 | -1): number {
  const step = Number.isInteger(number) ? 1 : 0.01;
  return Number((number + direction * step).toFixed(6));
}

function isRound(number: number): boolean {
  return Number.isInteger(number) && number % 5 === 0;
}

function measured(number: string, facet: FacetDeclaration | undefined): string {
  const unit = facet?.unit;
  if (facet?.kind === "year") return number;
  if (unit === undefined) return facet === undefined ? number : `${number} ${facetName(facet)}`;
  const currency = CURRENCIES[unit];
  return currency === undefined ? `${number} ${unit}` : currency + number.replace("–", `–${currency}`);
}

function orderName({ facet, direction }: NonNullable<Request["sort"]>, catalogue: Catalogue): string {
  const declared = catalogue.facet(facet);
  const word = direction === "ascending" ? declared?.lower[0] : declared?.higher[0];
  return word === undefined ? `by ${facet}` : `${superlative(word)} first`;
}
