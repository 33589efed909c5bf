import type { Interactions } from "../../../../memory/datasets/interactions.ts";
import type { Split } from "../../../../src/evaluation/splits/split.ts";

export type Row = readonly [user: number, item: number, at: number, value?: number];

export function interactionsOf(rows: readonly Row[]): Interactions {
  return {
    userIds: Array.from({ length: Math.max(...rows.map(([user]) => user)) + 1 }, (_, user) => `u${user}`),
    users: Int32Array.from(rows, ([user]) => user),
    items: Int32Array.from(rows, ([, item]) => item),
    values: Float32Array.from(rows, ([, , , value]) => value ?? Number.NaN),
    at: Float64Array.from(rows, ([, , at]) => at),
  };
}

/** Many users with many ties, unordered in the file. Every interaction has its own item, so that a row can be recognised. */
export const MESSY = interactionsOf(
  Array.from({ length: 400 }, (_, row) => [(row * 7) % 23, row, (row * 13) % 11] as const),
);

/** What a split learns from and predicts of one user: items, in file order. */
export function itemsOf({ interactions, train, test }: Split, user: number) {
  const of = (rows: Int32Array): number[] =>
    Array.from(rows)
      .filter((row) => interactions.users[row] === user)
      .map((row) => interactions.items[row] ?? -1);
  return { train: of(train), test: of(test) };
}
