import { createHash } from "node:crypto";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import { bytesOf } from "./onnx-file.ts";

/** The interactions rated at least `from`; without a threshold or without ratings, all. Where others are rated, unrated ones pass no threshold. */
export function positives(interactions: Interactions, from: number | undefined): Interactions {
  const { values } = interactions;
  if (from === undefined || values === undefined) return interactions;
  return keepRows(interactions, (row) => (values[row] ?? Number.NaN) >= from);
}

/** The rows that `keep` accepts, in file order; users and items keep their numbers. */
export function keepRows(interactions: Interactions, keep: (row: number) => boolean): Interactions {
  const rows = Int32Array.from(interactions.users.keys()).filter(keep);
  const { userIds, users, items, values, at } = interactions;
  return {
    userIds,
    users: rows.map((row) => users[row] ?? 0),
    items: rows.map((row) => items[row] ?? 0),
    values: values === undefined ? undefined : Float32Array.from(rows, (row) => values[row] ?? Number.NaN),
    at: Float64Array.from(rows, (row) => at[row] ?? 0),
  };
}

/** SHA-256 over users' names and all columns, in file order. */
export function interactionsChecksum({ userIds, users, items, values, at }: Interactions): string {
  const hash = createHash("sha256").update(userIds.join("\n"));
  for (const column of [users, items, values, at]) {
    if (column !== undefined) hash.update(bytesOf(column));
  }
  return hash.digest("hex");
}
