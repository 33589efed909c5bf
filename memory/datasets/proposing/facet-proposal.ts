import type { FacetDeclaration, FacetKind } from "../../items/facet.ts";
import { identifier, literal } from "../../store/duckdb.ts";
import { facetName } from "./known-columns.ts";
import { type KnownFacet, knownFacet, unitInName, unitInValue } from "./known-facets.ts";
import { type ColumnProfile, filledPercent, isList } from "./profile.ts";

/** A column as a facet: its declaration, the SQL that reads it, and why. */
export interface ProposedFacet {
  readonly facet: Partial<FacetDeclaration> & Pick<FacetDeclaration, "name" | "kind">;
  readonly column: string;
  readonly sql: string;
  readonly evidence: string;
  /** What else it could be. */
  readonly otherwise: string | undefined;
}

export interface UnusedColumn {
  readonly column: string;
  readonly why: string;
}

type Reading = Pick<ProposedFacet, "sql" | "otherwise"> & {
  readonly kind: FacetKind;
  readonly evidence: string;
  readonly unit?: string | undefined;
};

/** What a column of the items table can be asked by; or why it is left out. */
export function proposeFacet(column: ColumnProfile): ProposedFacet | UnusedColumn {
  const name = facetName(column.name);
  const known = knownFacet(name);
  const unused = whyUnused(column, known);
  if (unused !== undefined) return { column: column.name, why: unused };
  const reading = isList(column)
    ? readList(column, known)
    : (readNumber(column, name, known) ?? readWords(column, known));
  if (reading === undefined)
    return { column: column.name, why: `text of ${Math.round(column.length)} characters` };
  const { kind, sql, evidence, otherwise, unit } = reading;
  const fits = known?.kinds.some((expected) => expected === kind) ?? false;
  const said = fits ? known : undefined;
  return {
    facet: {
      name: ["id", "title", "text"].includes(said?.name ?? name) ? `${name}-facet` : (said?.name ?? name),
      kind,
      ...(unit === undefined ? {} : { unit }),
      aliases: [...(said?.aliases ?? [spoken(column.name)])],
      ...comparatives(said),
      ...(said?.strength === undefined ? {} : { strength: said.strength }),
    },
    column: column.name,
    sql,
    evidence: `${evidence}; ${filledPercent(column)} % filled, e.g. ${examples(column)}`,
    otherwise,
  };
}

/** A column's name as one says it: "Release_Year" → release year, "größe" as it is. */
function spoken(column: string): string {
  const words = column
    .normalize("NFC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return words === "" ? "facet" : words;
}

function comparatives(known: KnownFacet | undefined): Partial<FacetDeclaration> {
  if (known?.lower === undefined) return {};
  const { lower = [], higher = [], low = [], high = [] } = known;
  return {
    lower: [...lower],
    higher: [...higher],
    ...(low.length === 0 ? {} : { low: [...low] }),
    ...(high.length === 0 ? {} : { high: [...high] }),
  };
}

function whyUnused(column: ColumnProfile, known: KnownFacet | undefined): string | undefined {
  if (column.filled === 0) return "empty";
  if (column.linked > 0.5) return "links";
  if (/^(STRUCT|MAP|UNION|BLOB|JSON)/.test(column.type) && !isList(column))
    return `nested (${column.type.slice(0, 60)})${fieldHint(column)}`;
  if (isCoordinate(column)) return "coordinates";
  if (filledPercent(column) < 2) return "almost empty";
  if (column.distinct === 1 && column.filled > 1) return `the same everywhere: ${examples(column)}`;
  const numbered = column.whole > 0.98 && column.distinct >= 0.98 * column.filled && column.filled > 20;
  if (numbered && known === undefined && /(id|number|index|_no|key)$/i.test(column.name))
    return "a running number";
  return undefined;
}

/** How a field of an object is made a facet. */
function fieldHint({ name, type }: ColumnProfile): string {
  const field = /^STRUCT\("?(\w+)"? /.exec(type)?.[1];
  return field === undefined ? "" : `: a field of it is read as ${identifier(name)}.${identifier(field)}`;
}

/** Nobody asks for the degrees of a place, and "long" means something else. */
function isCoordinate({ name, numeric, min, max }: ColumnProfile): boolean {
  return numeric > 0.9 && min >= -180 && max <= 180 && /^(lat|latitude|lon|lng|long|longitude)$/i.test(name);
}

function readList(column: ColumnProfile, known: KnownFacet | undefined): Reading | undefined {
  const quoted = identifier(column.name);
  if (column.type.startsWith("STRUCT")) {
    const field = /["( ](name|title|label|description)"? VARCHAR/i.exec(column.type)?.[1];
    if (field === undefined) return undefined;
    const sql = `list_transform(${quoted}, lambda entry: entry.${identifier(field)})`;
    return {
      kind: listKind(known),
      sql,
      evidence: `a list of objects with a ${field}`,
      otherwise: undefined,
    };
  }
  if (column.type.endsWith("[][]")) return undefined;
  return { kind: listKind(known), sql: quoted, evidence: "a list", otherwise: other(listKind(known)) };
}

function readNumber(column: ColumnProfile, name: string, known: KnownFacet | undefined): Reading | undefined {
  const quoted = identifier(column.name);
  const unit =
    unitInName(name) ?? column.samples.map(unitInValue).find((found) => found !== undefined) ?? known?.unit;
  if (column.numeric >= 0.9) {
    const isYear = known?.kinds.includes("year") || (/year/.test(name) && known === undefined);
    if (isYear && column.min >= -3000 && column.max <= 2200)
      return {
        kind: "year",
        sql: quoted,
        evidence: `whole numbers ${column.min} to ${column.max}`,
        otherwise: "number",
      };
    const code = column.whole > 0.99 && column.distinct <= 2 && known === undefined;
    if (code) return { kind: "category", sql: quoted, evidence: "two values", otherwise: "number" };
    return {
      kind: "number",
      sql: quoted,
      unit,
      evidence: `numbers ${column.min} to ${column.max}`,
      otherwise: undefined,
    };
  }
  if (column.dated >= 0.9 || /^(DATE|TIMESTAMP)/.test(column.type))
    return { kind: "year", sql: quoted, evidence: "dates: the year is kept", otherwise: undefined };
  if (column.datedLast >= 0.9) {
    const sql = `regexp_extract(${quoted}, '[0-9]{4}')`;
    return { kind: "year", sql, evidence: "dates: the year is kept", otherwise: undefined };
  }
  if (column.numeric + column.decimalCommas >= 0.9) {
    const sql = `number_in(${quoted})`;
    return { kind: "number", sql, unit, evidence: "numbers with decimal commas", otherwise: undefined };
  }
  if (column.numeric + column.measured < 0.9) return undefined;
  const measured = unit !== undefined || known?.kinds.includes("number");
  if (!measured) return undefined;
  return {
    kind: "number",
    sql: `number_in(${quoted})`,
    unit,
    evidence: "numbers with a unit: number_in() takes the number",
    otherwise: "category",
  };
}

function readWords(column: ColumnProfile, known: KnownFacet | undefined): Reading | undefined {
  const quoted = identifier(column.name);
  const people = known?.kinds.includes("people") ?? false;
  if ((column.truths > 0.9 && column.type === "VARCHAR") || column.type === "BOOLEAN")
    return readTruth(column);
  if (column.bracketed > 0.5)
    return {
      kind: listKind(known),
      sql: `list_in(${quoted})`,
      evidence: "lists in brackets",
      otherwise: "category",
    };
  for (const [share, separator] of [
    [column.bars, "|"],
    [column.semicolons, ";"],
  ] as const) {
    // A list's column may hold one name in most rows.
    const least = known?.kinds.some((kind) => kind === "people" || kind === "tags") ? 1e-9 : 0.05;
    if (share < least || column.length > 300) continue;
    const sql = `string_split(${quoted}, '${separator}')`;
    return {
      kind: listKind(known),
      sql,
      evidence: `lists separated by ${separator}`,
      otherwise: other(listKind(known)),
    };
  }
  if (column.commas > 0.2 && column.length <= 200 && isCommaList(column)) {
    const evidence = "lists separated by commas";
    return { kind: listKind(known), sql: `string_split(${quoted}, ',')`, evidence, otherwise: "category" };
  }
  if (people) return { kind: "people", sql: `[${quoted}]`, evidence: "one name each", otherwise: "category" };
  const repeats = column.distinct <= 0.8 * column.filled || column.filled <= 20;
  if (column.length <= 60 && (repeats || known !== undefined)) {
    const evidence = `${column.distinct} different values`;
    if (known?.kinds[0] === "tags")
      return { kind: "tags", sql: `[${quoted}]`, evidence, otherwise: "category" };
    return { kind: "category", sql: quoted, evidence, otherwise: "tags" };
  }
  return undefined;
}

/** Of "in stock: false" one says: not in stock. */
function readTruth(column: ColumnProfile): Reading {
  const [name, value] = [spoken(column.name), `lower(${identifier(column.name)}::VARCHAR)`];
  return {
    kind: "category",
    sql: `CASE WHEN ${value} IN ('true', 'yes') THEN ${literal(name)} WHEN ${value} IN ('false', 'no') THEN ${literal(`not ${name}`)} END`,
    evidence: "yes or no",
    otherwise: undefined,
  };
}

/** "Le Guin, Ursula" is one name; "Drama, Crime" are two tags: pieces of lists come again in other rows, or are full names. */
function isCommaList(column: ColumnProfile): boolean {
  const pieces = column.samples.map((sample) => sample.split(",").map((piece) => piece.trim()));
  const all = pieces.flat();
  if (all.some((piece) => piece.length > 40 || piece === "")) return false;
  const listed = pieces.filter((parts) => parts.length > 1);
  const fullNames = listed.every((parts) => parts.every((part) => part.includes(" ")));
  return fullNames || new Set(all).size < 0.7 * all.length;
}

function listKind(known: KnownFacet | undefined): "people" | "tags" {
  return known?.kinds.includes("people") === true ? "people" : "tags";
}

function other(kind: "people" | "tags"): string {
  return kind === "people" ? "tags" : "people";
}

function examples(column: ColumnProfile): string {
  return column.samples
    .slice(0, 2)
    .map((sample) => (sample.length > 30 ? `${sample.slice(0, 27)}...` : sample))
    .join(" / ");
}
