import type { z } from "zod";
import type { Noun } from "../../items/facet.ts";
import { identifier } from "../../store/duckdb.ts";
import type { ProposedFacet } from "./facet-proposal.ts";
import type { ProposedInteractions } from "./interaction-proposal.ts";
import type { ProposedItems } from "./item-proposal.ts";
import { filledPercent, isList, type TableProfile } from "./profile.ts";
import type { Roles } from "./roles.ts";
import type { Sniffed } from "./sniff.ts";

export interface DescriptorParts {
  readonly name: string;
  readonly noun: z.input<typeof Noun> | undefined;
  readonly files: readonly { readonly profile: TableProfile; readonly sniffed: Sniffed }[];
  readonly roles: Roles;
  readonly items: ProposedItems;
  readonly interactions: ProposedInteractions | undefined;
}

/** A descriptor as YAML with comments: what was guessed, from what, and what else it could be. */
export function descriptorText(parts: DescriptorParts): string {
  const sections = [
    headLines(parts),
    fileLines(parts),
    itemLines(parts),
    interactionLines(parts),
    facetLines(parts),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headLines({ name, noun, files, interactions }: DescriptorParts): string[] {
  const { scale, positiveFrom, value } = interactions ?? {};
  return [
    "# Proposed by `cicerone data init`: guesses to be read and mended. Lines that begin with # change nothing.",
    "# Check it with `cicerone data check`, then `cicerone data import`.",
    `name: ${name}`,
    `about: ${quoted(`From ${files.map(({ sniffed }) => sniffed.file).join(", ")}.`)}`,
    "# licence: who may use this data, and for what",
    "# simulated: true  # where a program made the interactions",
    noun === undefined
      ? "# How items are spoken of; the file's name does not say.\nnoun: { one: item, many: items, verb: try, past: tried }"
      : `noun: ${flow(noun)}`,
    ...(scale === undefined || value === undefined
      ? interactions === undefined
        ? []
        : ["# No column of ratings was found: that somebody had an item counts as liking it."]
      : [
          `# ${oneLine(value.column)} has ${value.evidence}; ratings outside the scale are turned away.`,
          `scale: ${flow(scale)}`,
          "# From this rating on it counts as liked.",
          `positiveFrom: ${positiveFrom}`,
        ]),
  ];
}

function fileLines({ files, roles }: DescriptorParts): string[] {
  return [
    "files:",
    ...files.flatMap(({ profile, sniffed }) => {
      const { evidence, ...spec } = sniffed;
      const used = profile === roles.items || profile === roles.interactions?.table;
      const rows = `${profile.rows.toLocaleString("en")} rows${used ? "" : ", not used (join it in the queries, or take it out)"}`;
      return [`  # ${[rows, ...evidence].map(oneLine).join("; ")}`, `  ${profile.table}: ${flow(spec)}`];
    }),
  ];
}

function itemLines({ roles, items }: DescriptorParts): string[] {
  const value = (sql: string): string => (items.repeated ? `any_value(${sql})` : sql);
  const columns = [
    `${identifier(items.id)} AS id`,
    `${value(items.title.sql)} AS title`,
    ...(items.text === undefined ? [] : [`${value(items.text.sql)} AS text`]),
    ...[...items.identifiers].map(
      ([scheme, column]) => `${value(identifier(column))} AS ${identifier(scheme)}`,
    ),
    ...items.facets.map(({ facet, sql }) => `${value(sql)} AS ${identifier(facet.name)}`),
  ];
  return [
    ...roles.evidence.map((line) => `# ${oneLine(line)}.`),
    `# title: ${oneLine(items.title.column)}, ${items.title.evidence}${alternatives(items.title.alternatives)}`,
    ...(items.text === undefined
      ? ["# text: no column of prose was found."]
      : [`# text: ${oneLine(items.text.column)}, ${items.text.evidence}.`]),
    "items: |",
    "  SELECT",
    columns.map((column) => `    ${column}`).join(",\n"),
    `  FROM ${roles.items.table}`,
    ...(items.repeated
      ? [`  WHERE ${identifier(items.id)} IS NOT NULL`, `  GROUP BY ${identifier(items.id)}`]
      : []),
    ...(items.identifiers.size === 0
      ? []
      : [
          "# Names in other catalogues, by which exported histories are matched.",
          `identifiers: ${flow([...items.identifiers.keys()])}`,
        ]),
  ];
}

function interactionLines({ roles, interactions }: DescriptorParts): string[] {
  if (interactions === undefined || roles.interactions === undefined)
    return [
      "# No interactions were found: items are recommended by what they are.",
      "# interactions: |",
      '#   SELECT reader AS "user", book AS item, stars AS "value", day AS "at" FROM ratings',
    ];
  const { user, item, value, at, review, headline } = interactions;
  const columns = [
    `${user} AS "user"`,
    `${item} AS item`,
    ...(value === undefined ? [] : [`${value.sql} AS "value"`]),
    ...(at === undefined ? [] : [`${at.sql} AS "at"`]),
    ...(review === undefined ? [] : [`${review.sql} AS review`]),
    ...(headline === undefined ? [] : [`${headline.sql} AS headline`]),
  ];
  const used = new Set([
    roles.interactions.user.name,
    roles.interactions.item.name,
    value?.column,
    at?.column,
    review?.column,
    headline?.column,
  ]);
  const left =
    roles.interactions.table === roles.items
      ? []
      : roles.interactions.table.columns.map((column) => column.name).filter((column) => !used.has(column));
  return [
    at === undefined
      ? "# at: no column of times was found; rows count as equally old."
      : `# at: ${oneLine(at.column)}, ${at.evidence}.`,
    ...(left.length === 0 ? [] : [`# Not used: ${left.map(oneLine).join(", ")}`]),
    "interactions: |",
    `  SELECT ${columns.join(", ")}`,
    `  FROM ${roles.interactions.table.table}`,
  ];
}

function facetLines({ items, roles }: DescriptorParts): string[] {
  const unused = items.unused.map(({ column, why }) => `#   ${oneLine(column)}: ${oneLine(why)}`);
  return [
    "# Kinds: category (one value), tags and people (lists), number, year, text. Aliases are what people call it.",
    ...(items.facets.length === 0 ? ["facets: []"] : ["facets:", ...items.facets.flatMap(oneFacet)]),
    ...(unused.length === 0 ? [] : ["# Columns not used:", ...unused]),
    ...(roles.items.further.length === 0
      ? []
      : [
          `# Nor looked at: the ${roles.items.further.length} columns from ${oneLine(roles.items.further[0] ?? "")} on.`,
        ]),
    ...(items.facets.length === 0 &&
    roles.items.columns.every((column) => !isList(column) && filledPercent(column) === 0)
      ? ["# The table is empty."]
      : []),
  ];
}

function oneFacet({ facet, column, evidence, otherwise }: ProposedFacet): string[] {
  return [
    `  # ${oneLine(column)}: ${oneLine(evidence)}${otherwise === undefined ? "" : `; could be ${otherwise}`}`,
    `  - ${flow(facet)}`,
  ];
}

function alternatives(columns: readonly string[]): string {
  return columns.length === 0 ? "." : `; could be ${columns.map(oneLine).join(", ")}.`;
}

/** JSON is YAML; bare words where they are plainly words. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, entry]) => `${key}: ${flow(entry)}`)
      .join(", ")} }`;
  return typeof value === "string" ? quoted(value) : String(value);
}

function quoted(text: string): string {
  const plain =
    /^[A-Za-z][A-Za-z0-9 ._/-]*[A-Za-z0-9]$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

/** What stands in the files must not end a comment and begin a line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u{2028}\u{2029}\u{85}]+/gu, " ").trim();
}
