import { asName, createTableFrom, type Duck, openDuckDB } from "../../store/duckdb.ts";
import { createViews } from "../importing/file-views.ts";
import type { ImportOptions } from "../importing/importer.ts";
import { findFiles, sourceFolders } from "../importing/source-files.ts";
import { createTextMacros } from "../importing/text-macros.ts";
import type { Finding } from "./finding.ts";

/** Ways in which two tables write one id, each with the SQL that makes the interactions' like the items'. */
const FORMS = [
  { what: "1.0 there and 1 here", sql: "regexp_replace(id, '\\.0+$', '')" },
  { what: "leading zeros", sql: "ltrim(id, '0')" },
  { what: "upper and lower case", sql: "lower(id)" },
  { what: "spaces", sql: "regexp_replace(id, '\\s+', '', 'g')" },
  { what: "punctuation", sql: "regexp_replace(lower(id), '[^a-z0-9]', '', 'g')" },
  { what: "a prefix of letters", sql: "ltrim(regexp_replace(id, '^[A-Za-z_:-]+', ''), '0')" },
] as const;

/** Where interactions tell of items that are not there: is it the way in which ids are written? */
export async function unknownItemFindings(
  options: Pick<ImportOptions, "descriptor" | "from" | "text" | "signal">,
): Promise<Finding[]> {
  const { descriptor, signal } = options;
  if (descriptor.interactions === undefined) return [];
  const folders = sourceFolders(options.from, options.text);
  const files = findFiles(descriptor, folders);
  const duck = await openDuckDB(
    folders.text === undefined ? [folders.data] : [folders.data, folders.text],
    signal,
  );
  try {
    await createTextMacros(duck);
    await createViews(duck, files);
    const tables = files.map(({ table }) => table);
    await createTableFrom(duck, "raw_items", descriptor.items, "items", tables, signal);
    await createTableFrom(duck, "raw", descriptor.interactions, "interactions", tables, signal);
    await duck.run(
      `CREATE TEMP TABLE known AS SELECT DISTINCT ${await nameOf(duck, "raw_items", "id")} AS id FROM raw_items`,
    );
    await duck.run(
      `CREATE TEMP TABLE unknown AS SELECT item AS id, count(*) AS rows FROM (SELECT ${await nameOf(duck, "raw", "item")} AS item FROM raw)
       WHERE item IS NOT NULL AND item NOT IN (SELECT id FROM known WHERE id IS NOT NULL) GROUP BY item`,
    );
    return await explain(duck);
  } finally {
    duck.close();
  }
}

async function explain(duck: Duck): Promise<Finding[]> {
  const [row = {}] = await duck.rows(
    `SELECT count(*)::DOUBLE AS ids, coalesce(sum(rows), 0)::DOUBLE AS rows, min(id, 3) AS examples,
       (SELECT min(id, 3) FROM known) AS theirs FROM unknown`,
  );
  const ids = Number(row.ids ?? 0);
  if (ids === 0) return [];
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  for (const { what, sql } of FORMS) {
    const [matched = {}] = await duck.rows(
      `SELECT count(*)::DOUBLE AS count, arg_min(unknown.id, unknown.id) AS ours, arg_min(known.id, unknown.id) AS theirs
       FROM (SELECT id, ${sql} AS form FROM unknown) AS unknown
       JOIN (SELECT id, ${sql} AS form FROM known) AS known USING (form) WHERE form <> ''`,
    );
    if (Number(matched.count) < 0.5 * ids) continue;
    return [
      {
        severity: "warning",
        what: `${ids} ids in the interactions are not those of items, though they look like them: ${what}`,
        count: Number(row.rows),
        examples: [`${matched.ours} there, ${matched.theirs} in the items`],
        advice: `Write both alike in the two queries, such as ${sql.replaceAll("(id", "(…")}`,
      },
    ];
  }
  return [
    {
      severity: "warning",
      what: `${ids} ids in the interactions are those of no item`,
      count: Number(row.rows),
      examples: [`${list(row.examples).join(", ")} there; the items have ${list(row.theirs).join(", ")}`],
      advice: "Does the items table hold all items, and is the right column selected?",
    },
  ];
}

async function nameOf(duck: Duck, table: string, column: string): Promise<string> {
  const described = await duck.rows(`DESCRIBE ${table}`);
  const found = described.find((row) => row.column_name === column);
  return asName(column, String(found?.column_type ?? ""));
}
