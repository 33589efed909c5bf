import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { CiceroneError } from "../../../memory/errors.ts";
import { type Split, splitBy } from "./split.ts";

/**
 * Folds that came with the data, as MovieLens-100K's u1 to u5: NAME.base is learned from, NAME.test is predicted; lines of
 * "user TAB item TAB …". Each line is looked up among the imported interactions by user and item.
 * @param names the folds wanted, "u1" and so on; default: every NAME.base with a number at its end
 * @throws CiceroneError "no-folds" where the folder holds none, "foreign-fold" where a line is no imported interaction
 */
export async function givenFolds(
  interactions: Interactions,
  idOf: (item: number) => string,
  folder: string,
  names?: readonly string[],
): Promise<{ readonly name: string; readonly split: Split }[]> {
  const found = names ?? (await foldsIn(folder));
  const rowOf = rowIndex(interactions, idOf);
  return Promise.all(
    found.map(async (name) => {
      const base = await rowsIn(join(folder, `${name}.base`), rowOf);
      const test = await rowsIn(join(folder, `${name}.test`), rowOf);
      const split = splitBy(interactions, (row) => {
        if (test.has(row)) return "test";
        return base.has(row) ? "train" : undefined;
      });
      return { name, split };
    }),
  );
}

async function foldsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new CiceroneError("no-folds", `The folder ${folder} cannot be read.`, { cause, hint: FORM });
  });
  const names = files
    .flatMap((file) => /^(.*\d)\.base$/.exec(file)?.[1] ?? [])
    .filter((name) => files.includes(`${name}.test`))
    .sort();
  if (names.length > 0) return names;
  throw new CiceroneError("no-folds", `There are no folds in ${folder}.`, { hint: FORM });
}

const FORM = "--folds-from takes a folder with u1.base and u1.test, u2.base and u2.test, and so on";

function rowIndex(interactions: Interactions, idOf: (item: number) => string): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (let row = 0; row < interactions.users.length; row++) {
    const user = interactions.userIds[interactions.users[row] ?? 0] ?? "";
    index.set(`${user}\t${idOf(interactions.items[row] ?? 0)}`, row);
  }
  return index;
}

async function rowsIn(path: string, rowOf: ReadonlyMap<string, number>): Promise<ReadonlySet<number>> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new CiceroneError("no-folds", `The fold ${path} cannot be read.`, { cause, hint: FORM });
  });
  const rows = new Set<number>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const [user = "", item = ""] = line.split("\t");
    const row = rowOf.get(`${user}\t${item}`);
    if (row === undefined) {
      throw new CiceroneError("foreign-fold", `${path} has ${user} on ${item}, which was not imported.`, {
        hint: "import the dataset that the folds belong to",
      });
    }
    rows.add(row);
  }
  return rows;
}
