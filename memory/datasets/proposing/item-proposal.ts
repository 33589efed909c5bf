import { type Duck, identifier } from "../../store/duckdb.ts";
import { type ProposedFacet, proposeFacet, type UnusedColumn } from "./facet-proposal.ts";
import type { ProposedInteractions } from "./interaction-proposal.ts";
import { isCalled, schemeOf } from "./known-columns.ts";
import { knownFacet } from "./known-facets.ts";
import { type ColumnProfile, isKey, isList, sampleOf } from "./profile.ts";
import type { Roles } from "./roles.ts";

/** The items query's parts. */
export interface ProposedItems {
  readonly id: string;
  readonly title: ProposedTitle;
  readonly text: { readonly column: string; readonly sql: string; readonly evidence: string } | undefined;
  /** Scheme → column. */
  readonly identifiers: ReadonlyMap<string, string>;
  readonly facets: readonly ProposedFacet[];
  readonly unused: readonly UnusedColumn[];
  /** Whether an item comes in several rows: then the query groups by id. */
  readonly repeated: boolean;
}

export interface ProposedTitle {
  readonly column: string;
  readonly sql: string;
  readonly evidence: string;
  readonly alternatives: readonly string[];
}

/** In a wide table an attribute of items is the same in all rows of an item, save for this share. */
const OF_ITEM = 1.05;

export async function proposeItems(
  duck: Duck,
  roles: Roles,
  interactions: ProposedInteractions | undefined,
): Promise<ProposedItems> {
  const { items, id } = roles;
  const wide = roles.interactions?.table === items;
  const taken = new Set<string>([id.name]);
  if (wide && interactions !== undefined) {
    for (const part of [interactions.value, interactions.at, interactions.review, interactions.headline])
      if (part) taken.add(part.column);
    taken.add(roles.interactions.user.name);
  }
  const unused: UnusedColumn[] = [];
  const own: ColumnProfile[] = [];
  for (const column of items.columns.filter(({ name }) => !taken.has(name))) {
    if (!wide || (await isOfItem(duck, items.table, id, column))) own.push(column);
    else unused.push({ column: column.name, why: "differs between rows of one item" });
  }
  const title = titleOf(own, id);
  const text = textOf(own.filter((column) => column.name !== title.column));
  const identifiers = new Map<string, string>();
  for (const column of [id, ...own]) {
    const scheme = schemeOf(column.name);
    if (scheme !== undefined && !identifiers.has(scheme)) identifiers.set(scheme, column.name);
  }
  const facets: ProposedFacet[] = [];
  const known = new Set([title.column, text?.column, ...identifiers.values()]);
  for (const column of own.filter(({ name }) => !known.has(name))) {
    const proposal = proposeFacet(column);
    if ("why" in proposal) unused.push(proposal);
    else if (facets.some(({ facet }) => facet.aliases?.[0] === proposal.facet.aliases?.[0]))
      unused.push({ column: column.name, why: `there is a ${proposal.facet.name} already` });
    else if (facets.length >= MOST_FACETS)
      unused.push({ column: column.name, why: `there are ${MOST_FACETS} facets already` });
    else facets.push(withNameOfItsOwn(proposal, facets));
  }
  if (title.sql.startsWith("film_title") && !facets.some(({ facet }) => facet.name === "year"))
    facets.unshift(yearOfTitle(title));
  return { id: id.name, title, text, identifiers, facets, unused, repeated: wide || !isKey(id) };
}

/** More than anybody could ask by: what is missing is added by hand. */
const MOST_FACETS = 40;

function withNameOfItsOwn(proposal: ProposedFacet, facets: readonly ProposedFacet[]): ProposedFacet {
  const taken = (name: string): boolean => facets.some(({ facet }) => facet.name === name);
  let name = proposal.facet.name;
  for (let number = 2; taken(name); number++) name = `${proposal.facet.name}-${number}`;
  return { ...proposal, facet: { ...proposal.facet, name } };
}

async function isOfItem(
  duck: Duck,
  table: string,
  id: ColumnProfile,
  column: ColumnProfile,
): Promise<boolean> {
  const [row] = await duck.rows(
    `SELECT avg(n)::DOUBLE AS mean FROM (
       SELECT count(DISTINCT ${identifier(column.name)}::VARCHAR) AS n FROM ${sampleOf(table)}
       GROUP BY ${identifier(id.name)} HAVING count(*) > 1)`,
  );
  return Number(row?.mean ?? 1) <= OF_ITEM;
}

function titleOf(columns: readonly ColumnProfile[], id: ColumnProfile): ProposedTitle {
  const words = columns.filter(
    (column) =>
      !isList(column) && column.numeric < 0.5 && column.linked < 0.5 && column.filled > 0.5 * column.rows,
  );
  const named = words.filter((column) => isCalled("title", column.name));
  const wordy = words
    .filter((column) => column.length >= 3 && column.length <= 120 && schemeOf(column.name) === undefined)
    .filter(({ measured, dated, datedLast }) => measured + dated + datedLast < 0.5)
    .sort((left, right) => right.distinct / right.filled - left.distinct / left.filled);
  const [first] = named.length > 0 ? named : wordy.filter((column) => column.distinct > 0.5 * column.filled);
  const alternatives = wordy.filter((column) => column !== first).map((column) => column.name);
  if (first === undefined)
    return {
      column: id.name,
      sql: identifier(id.name),
      evidence: "no column of titles found: the id stands in",
      alternatives,
    };
  const evidence = named.length > 0 ? "by its name" : "different in most rows, and short";
  const sql = endsInYear(first) ? `film_title(${identifier(first.name)})` : identifier(first.name);
  return { column: first.name, sql, evidence, alternatives: alternatives.slice(0, 4) };
}

/** "Heat (1995)": the year is a facet of its own. */
function endsInYear(column: ColumnProfile): boolean {
  const ending = column.samples.filter((sample) => /\(\d{4}\)\s*$/.test(sample));
  return ending.length > 0.7 * column.samples.length;
}

function yearOfTitle(title: ProposedTitle): ProposedFacet {
  const year = knownFacet("year");
  return {
    facet: {
      name: "year",
      kind: "year",
      aliases: [...(year?.aliases ?? [])],
      lower: [...(year?.lower ?? [])],
      higher: [...(year?.higher ?? [])],
    },
    column: title.column,
    sql: `film_year(${identifier(title.column)})`,
    evidence: "titles end in a year: film_title() and film_year() part them",
    otherwise: undefined,
  };
}

function textOf(columns: readonly ColumnProfile[]): ProposedItems["text"] {
  const prose = columns
    .filter((column) => !isList(column) && column.numeric < 0.1 && column.linked < 0.5)
    .filter((column) => column.length >= (isCalled("text", column.name) ? 20 : 90))
    .sort((left, right) => right.length - left.length);
  const column = prose.find(({ name }) => isCalled("text", name)) ?? prose[0];
  if (column === undefined) return undefined;
  const sql = identifier(column.name);
  const marked = column.samples.filter((sample) => /<\/?[a-z][^>]*>|&[a-z]+;|&#\d+;/i.test(sample));
  if (marked.length <= 0.2 * column.samples.length)
    return { column: column.name, sql, evidence: "the longest prose" };
  return {
    column: column.name,
    sql: `plain_text(regexp_replace(${sql}, '<[^>]*>', ' ', 'g'))`,
    evidence: "the longest prose, without its HTML",
  };
}
