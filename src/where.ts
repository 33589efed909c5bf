import { CiceroneError } from "../memory/errors.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { Condition, Constraint, FacetTest } from "../memory/items/constraint.ts";
import type { FacetDeclaration } from "../memory/items/facet.ts";
import { nearest } from "../memory/nearest.ts";
import { valueTest } from "./where-values.ts";

/** Before the name of a facet and an operator: `director=Sidney Lumet or cast=Paul Newman`. */
const OR = /\s+or\s+(?=[a-z][a-z0-9-]*\s*(?:!=|<=|>=|=|<|>))/i;

/**
 * `genre=Sci-Fi`, `genre!=Horror`, `genre=Drama,Crime` (any of them), `genre=Drama+Crime` (all of them), `year<2000`, `runtime>=90`,
 * `year=1990..1999`, `certificate<=PG-13`, `director=Sidney Lumet or cast=Paul Newman`: a condition as one writes it down, never relaxed.
 * Throws a usage error that names the nearest valid facet or value.
 */
export function parseWhere(catalogue: Catalogue, text: string): Constraint {
  const [first = "", ...others] = text.split(OR);
  const or = others.map((part) => conditionIn(catalogue, part));
  return {
    ...conditionIn(catalogue, first),
    ...(or.length > 0 && { or }),
    strength: 1,
    said: text,
    source: "said",
  };
}

function conditionIn(catalogue: Catalogue, text: string): Condition {
  const found = /^\s*([a-z][a-z0-9-]*)\s*(!=|<=|>=|=|<|>)\s*(.+?)\s*$/i.exec(text);
  const [, name, operator, value] = found ?? [];
  if (name === undefined || operator === undefined || value === undefined) {
    throw new CiceroneError("usage-where", `“${text}” is no condition.`, {
      hint: 'Write it like "genre=Sci-Fi", "genre!=Horror", "genre=Drama+Crime", "year<2000" or "year=1990..1999".',
    });
  }
  const facet = facetNamed(catalogue, name);
  const isNumber = facet.kind === "number" || facet.kind === "year";
  const test = isNumber ? numberTest(facet, operator, value) : valueTest(catalogue, facet, operator, value);
  return { facet: facet.name, test };
}

/** The facet or measure that a condition names, by its name or another one for it. Throws a usage error with the nearest name. */
export function facetNamed(catalogue: Catalogue, name: string): FacetDeclaration {
  const asked = name.toLowerCase();
  const known = [...catalogue.facets, ...catalogue.measures];
  const facet = catalogue.facet(asked) ?? known.find((candidate) => candidate.aliases.includes(asked));
  if (facet !== undefined) return facet;
  const names = known.map((candidate) => candidate.name);
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
        hint: `Write ${facet.kind === "year" ? `"${facet.name}<2000" or "${facet.name}=1990..1999"` : `"${facet.name}<100" or "${facet.name}=90..120"`}.`,
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
