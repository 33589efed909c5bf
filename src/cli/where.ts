import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Constraint, FacetTest } from "../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../memory/items/facet.ts";
import { nearest } from "../../memory/nearest.ts";

/**
 * `genre=Sci-Fi`, `genre!=Horror`, `genre=Drama,Crime` (any of them), `year<2000`, `runtime>=90`, `year=1990..1999`:
 * a condition from the command line, never relaxed. Throws a usage error that names the nearest valid facet or value.
 */
export function parseWhere(catalogue: Catalogue, text: string): Constraint {
  const found = /^\s*([a-z][a-z0-9-]*)\s*(!=|<=|>=|=|<|>)\s*(.+?)\s*$/i.exec(text);
  const [, name, operator, value] = found ?? [];
  if (name === undefined || operator === undefined || value === undefined) {
    throw new CiceroneError("usage-where", `“${text}” is no condition.`, {
      hint: 'Write it like "genre=Sci-Fi", "genre!=Horror", "year<2000" or "year=1990..1999".',
    });
  }
  const facet = facetNamed(catalogue, name);
  const isNumber = facet.kind === "number" || facet.kind === "year";
  const test = isNumber ? numberTest(facet, operator, value) : valueTest(catalogue, facet, operator, value);
  return { facet: facet.name, test, strength: 1, said: text, source: "said" };
}

function facetNamed(catalogue: Catalogue, name: string): FacetDeclaration {
  const asked = name.toLowerCase();
  const facet =
    catalogue.facet(asked) ?? catalogue.facets.find((candidate) => candidate.aliases.includes(asked));
  if (facet !== undefined) return facet;
  const names = catalogue.facets.map((candidate) => candidate.name);
  const meant = nearest(asked, names);
  throw new CiceroneError("usage-where", `${catalogue.noun.many} in ${catalogue.name} have no “${name}”.`, {
    hint: `${meant === undefined ? "" : `Did you mean ${meant}? `}There are ${names.join(", ")}.`,
  });
}

function numberTest(facet: FacetDeclaration, operator: string, value: string): FacetTest {
  const range = /^(-?[\d.]+)\.\.(-?[\d.]+)$/.exec(value);
  const [low, high] = range === null ? [Number(value), Number(value)] : [Number(range[1]), Number(range[2])];
  const rangeFits = range === null || operator === "=" || operator === "!=";
  if (!Number.isFinite(low) || !Number.isFinite(high) || low > high || !rangeFits) {
    throw new CiceroneError(
      "usage-where",
      `“${value}” is no number that ${facet.name} can be compared with.`,
      {
        hint: `Write "${facet.name}<100" or "${facet.name}=90..120".`,
      },
    );
  }
  const step = facet.kind === "year" ? 1 : Number.EPSILON * Math.max(1, Math.abs(low));
  switch (operator) {
    case "<":
      return { op: "between", max: low - step };
    case "<=":
      return { op: "between", max: low };
    case ">":
      return { op: "between", min: low + step };
    case ">=":
      return { op: "between", min: low };
    case "!=":
      return { op: "outside", min: low, max: high };
    default:
      return { op: "between", min: low, max: high };
  }
}

function valueTest(catalogue: Catalogue, facet: FacetDeclaration, operator: string, text: string): FacetTest {
  if (operator !== "=" && operator !== "!=") {
    throw new CiceroneError("usage-where", `${facet.name} has no order: “${operator}” says nothing.`, {
      hint: `Write "${facet.name}=…" or "${facet.name}!=…".`,
    });
  }
  const known = catalogue.values(facet.name).map((entry) => entry.value);
  const whole = known.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  const asked = whole === undefined ? text.split(",").map((part) => part.trim()) : [whole];
  const values = asked.map((part) => knownValue(facet, known, part));
  return { op: operator === "=" ? "any-of" : "none-of", values };
}

function knownValue(facet: FacetDeclaration, known: readonly string[], asked: string): string {
  const lower = asked.toLowerCase();
  const exact = known.find((value) => value.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  const synonym = Object.entries(facet.synonyms).find(([, others]) =>
    others.some((other) => other.toLowerCase() === lower),
  );
  if (synonym !== undefined) return synonym[0];
  const meant = nearest(asked, known);
  throw new CiceroneError("usage-where", `No ${facet.name} here is “${asked}”.`, {
    hint: meant === undefined ? `Frequent ones: ${known.slice(0, 8).join(", ")}.` : `Did you mean ${meant}?`,
  });
}
