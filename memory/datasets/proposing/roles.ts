import { type Duck, identifier } from "../../store/duckdb.ts";
import { isCalled, plainName, schemeOf } from "./known-columns.ts";
import { type ColumnProfile, isKey, isList, sampleOf, type TableProfile } from "./profile.ts";

/** Which table tells of items, which of interactions; the same one where one wide table has both. */
export interface Roles {
  readonly items: TableProfile;
  readonly id: ColumnProfile;
  readonly interactions?: {
    readonly table: TableProfile;
    readonly user: ColumnProfile;
    readonly item: ColumnProfile;
  };
  readonly evidence: readonly string[];
}

/** Reads the roles off names, uniqueness and whose values are found in whose key; undefined where nothing could be an item. */
export async function findRoles(duck: Duck, tables: readonly TableProfile[]): Promise<Roles | undefined> {
  const links = tables.length > 1 ? await findLinks(duck, tables) : [];
  const [link] = links.sort((left, right) => right.score - left.score);
  if (link !== undefined) return linked(link);
  const [wide] = tables.filter((table) => userOf(table) !== undefined && isOfMany(table, itemOf(table)));
  const [plain] = tables
    .filter((table) => table !== wide && keyOf(table) !== undefined)
    .sort((left, right) => Number(hasTitle(right)) - Number(hasTitle(left)));
  if (wide !== undefined && !(plain !== undefined && hasTitle(plain))) return wideRoles(wide);
  const id = plain === undefined ? undefined : keyOf(plain);
  if (plain === undefined || id === undefined) return undefined;
  return {
    items: plain,
    id,
    evidence: [
      `items: ${plain.table}, for every row has its own ${id.name}`,
      "no table of interactions found",
    ],
  };
}

interface Link {
  readonly items: TableProfile;
  readonly id: ColumnProfile;
  readonly from: TableProfile;
  readonly column: ColumnProfile;
  readonly share: number;
  readonly score: number;
}

/** Columns of one table whose values are mostly keys of another. */
async function findLinks(duck: Duck, tables: readonly TableProfile[]): Promise<Link[]> {
  const links: Link[] = [];
  for (const items of tables) {
    for (const id of items.columns.filter((column) => isKey(column) && !isList(column))) {
      for (const from of tables.filter((table) => table !== items && userOf(table) !== undefined)) {
        for (const column of from.columns) {
          const fit = nameFit(items, id, column);
          if (fit === 0) continue;
          const share = await shareFound(duck, from, column, items, id);
          const score = share + fit + (hasTitle(items) ? 0.5 : 0) + (hasRatings(from) ? 0.3 : 0);
          if (share >= 0.3) links.push({ items, id, from, column, share, score });
        }
      }
    }
  }
  return links;
}

/** Numbers from 1 to 50 are found in many a key: the names must speak for it too. */
function nameFit(items: TableProfile, id: ColumnProfile, column: ColumnProfile): number {
  if (
    isList(column) ||
    ["user", "value", "at"].some((role) => isCalled(role as "user" | "value" | "at", column.name))
  )
    return 0;
  const [mine, theirs] = [plainName(id.name), plainName(column.name)];
  if (mine === theirs) return 2;
  const stem = plainName(items.table).replace(/s$/, "");
  if (theirs === `${stem}id` || theirs === stem || theirs === stem + mine) return 1.5;
  if (isCalled("item", column.name)) return 1;
  return column.distinct > 20 && column.numeric < 0.5 ? 0.3 : 0;
}

async function shareFound(
  duck: Duck,
  from: TableProfile,
  column: ColumnProfile,
  items: TableProfile,
  id: ColumnProfile,
): Promise<number> {
  const [row] = await duck.rows(
    `SELECT avg((v IN (SELECT ${identifier(id.name)}::VARCHAR FROM ${identifier(items.table)}))::INTEGER)::DOUBLE AS share
     FROM (SELECT DISTINCT ${identifier(column.name)}::VARCHAR AS v FROM ${sampleOf(from.table)} LIMIT 5000) WHERE v IS NOT NULL`,
  );
  return Number(row?.share ?? 0);
}

function linked({ items, id, from, column, share }: Link): Roles {
  const user = userOf(from, column);
  if (user === undefined) return { items, id, evidence: [] };
  return {
    items,
    id,
    interactions: { table: from, user, item: column },
    evidence: [
      `items: ${items.table}, for every row has its own ${id.name}`,
      `interactions: ${from.table}, for ${Math.round(100 * share)} % of the values of its ${column.name} are found there`,
    ],
  };
}

function wideRoles(table: TableProfile): Roles | undefined {
  const [user, item] = [userOf(table), itemOf(table)];
  if (user === undefined || item === undefined) return undefined;
  return {
    items: table,
    id: item,
    interactions: { table, user, item },
    evidence: [
      `items and interactions: ${table.table} has a user (${user.name}) and an item (${item.name}) in each row`,
    ],
  };
}

function userOf(table: TableProfile, besides?: ColumnProfile): ColumnProfile | undefined {
  return table.columns.find(
    (column) => column !== besides && isCalled("user", column.name) && !isList(column),
  );
}

/** Where every row has an item of its own, the table tells of items, whatever else it calls a user. */
function isOfMany(table: TableProfile, item: ColumnProfile | undefined): boolean {
  return item !== undefined && (table.rows < FEW_ROWS || !isKey(item));
}

const FEW_ROWS = 20;

/** An id rather than a title; a title where there is no id. */
function itemOf(table: TableProfile): ColumnProfile | undefined {
  const named = table.columns.filter(
    (column) => !isList(column) && (isCalled("item", column.name) || schemeOf(column.name) !== undefined),
  );
  const repeated = named.filter((column) => !isKey(column) || table.rows < 3);
  return repeated[0] ?? table.columns.find((column) => isCalled("title", column.name)) ?? named[0];
}

/** The key that is named as one, else the first column that is one. */
function keyOf(table: TableProfile): ColumnProfile | undefined {
  const keys = table.columns.filter((column) => isKey(column) && !isList(column) && column.length <= 60);
  return keys.find((column) => isCalled("item", column.name)) ?? keys[0];
}

function hasRatings(table: TableProfile): boolean {
  return table.columns.some((column) => isCalled("value", column.name));
}

function hasTitle(table: TableProfile): boolean {
  return table.columns.some((column) => isCalled("title", column.name));
}
