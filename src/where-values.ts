import { CiceroneError } from "../memory/errors.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { FacetTest } from "../memory/items/constraint.ts";
import type { FacetDeclaration } from "../memory/items/facet.ts";
import { nearest } from "../memory/nearest.ts";

/** A condition on a category, tags or people. Throws a usage error that names the nearest value. */
export function valueTest(
  catalogue: Catalogue,
  facet: FacetDeclaration,
  operator: string,
  text: string,
): FacetTest {
  if (operator !== "=" && operator !== "!=") return orderedTest(catalogue, facet, operator, text);
  const known = catalogue.values(facet.name).map((entry) => entry.value);
  const [either, all] = [listedValues(facet, known, text, ","), listedValues(facet, known, text, "+")];
  // Commas and plus signs also occur within values: "Crosby, Stills & Nash", "Disney+".
  const together = either.some((value) => value.canonical === undefined) && all.length > 1;
  const values = (together ? all : either).map(
    ({ asked, canonical }) => canonical ?? refuseValue(facet, known, asked),
  );
  if (operator === "!=" && together) {
    throw new CiceroneError("usage-where", `“${text}”: what is ruled out is ruled out one by one.`, {
      hint: `Write "${facet.name}!=${values.join(",")}" for none of them.`,
    });
  }
  if (together && facet.kind === "category") {
    throw new CiceroneError(
      "usage-where",
      `Nothing is ${values.join(" and ")} at once: ${facet.name} has one value.`,
      {
        hint: `Write "${facet.name}=${values.join(",")}" for any of them.`,
      },
    );
  }
  return { op: operator === "!=" ? "none-of" : together ? "all-of" : "any-of", values };
}

/** The values of an ordered category on one side of a value: "certificate<=PG-13". */
function orderedTest(
  catalogue: Catalogue,
  facet: FacetDeclaration,
  operator: string,
  text: string,
): FacetTest {
  if (facet.order.length === 0) {
    throw new CiceroneError("usage-where", `${facet.name} has no order: “${operator}” says nothing.`, {
      hint: `Write "${facet.name}=…" or "${facet.name}!=…".`,
    });
  }
  const at = facet.order.indexOf(knownValue(facet, facet.order, text) ?? "");
  if (at === -1) refuseValue(facet, facet.order, text);
  const here = new Set(catalogue.values(facet.name).map(({ value }) => value));
  const least = operator === ">" ? at + 1 : operator === ">=" ? at : 0;
  const end = operator === "<" ? at : operator === "<=" ? at + 1 : facet.order.length;
  const values = facet.order.slice(least, end).filter((value) => here.has(value));
  if (values.length > 0) return { op: "any-of", values };
  throw new CiceroneError("usage-where", `Nothing here has a ${facet.name} ${operator} ${text}.`, {
    hint: `The order is ${facet.order.join(", ")}.`,
  });
}

interface AskedValue {
  readonly asked: string;
  /** Undefined where no item has it. */
  readonly canonical: string | undefined;
}

/** The values that a text lists, each as long as it can be. */
function listedValues(
  facet: FacetDeclaration,
  known: readonly string[],
  text: string,
  separator: "," | "+",
): readonly AskedValue[] {
  const parts = text.split(separator);
  const values: AskedValue[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    const joined = (): string => parts.slice(from, to).join(separator).trim();
    while (to > from + 1 && knownValue(facet, known, joined()) === undefined) to--;
    values.push({ asked: joined(), canonical: knownValue(facet, known, joined()) });
    from = to;
  }
  return values;
}

function knownValue(facet: FacetDeclaration, known: readonly string[], asked: string): string | undefined {
  const lower = asked.toLowerCase();
  const exact = known.find((value) => value.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  return Object.entries(facet.synonyms).find(([, others]) =>
    others.some((other) => other.toLowerCase() === lower),
  )?.[0];
}

function refuseValue(facet: FacetDeclaration, known: readonly string[], asked: string): never {
  const meant = nearest(asked, known);
  throw new CiceroneError("usage-where", `No ${facet.name} here is “${asked}”.`, {
    hint: meant === undefined ? `Frequent ones: ${known.slice(0, 8).join(", ")}.` : `Did you mean ${meant}?`,
  });
}
