import type { Interactions } from "../../../memory/datasets/interactions.ts";

/** Which held-out part is predicted: tuning sees the validation part only. */
export type Holdout = "validation" | "test";

/** What may be learned from and what must be predicted, as row numbers of the same interactions, ascending: file order is kept. */
export interface Split {
  readonly interactions: Interactions;
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** Some rows as interactions of their own; users and items keep their numbers. */
export function rowsOf(interactions: Interactions, rows: Int32Array): Interactions {
  const { userIds, users, items, values, at } = interactions;
  return {
    userIds,
    users: rows.map((row) => users[row] ?? 0),
    items: rows.map((row) => items[row] ?? 0),
    values: values && Float32Array.from(rows, (row) => values[row] ?? Number.NaN),
    at: Float64Array.from(rows, (row) => at[row] ?? 0),
  };
}

/** Rows by where `part` puts them; a row that is in neither part is left out of both. */
export function splitBy(
  interactions: Interactions,
  part: (row: number) => "train" | "test" | undefined,
): Split {
  const train: number[] = [];
  const test: number[] = [];
  for (let row = 0; row < interactions.users.length; row++) {
    const where = part(row);
    if (where === "train") train.push(row);
    if (where === "test") test.push(row);
  }
  return { interactions, train: Int32Array.from(train), test: Int32Array.from(test) };
}
