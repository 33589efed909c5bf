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
  const { userIds, users, items, values, at } = interactions;
  const rows = new Int32Array(users.length);
  let count = 0;
  for (let row = 0; row < rows.length; row++) if (keep(row)) rows[count++] = row;
  const kept = rows.subarray(0, count);
  return {
    userIds,
    users: picked(users, kept, new Int32Array(count)),
    items: picked(items, kept, new Int32Array(count)),
    values: values === undefined ? undefined : picked(values, kept, new Float32Array(count)),
    at: picked(at, kept, new Float64Array(count)),
  };
}

function picked<Column extends Int32Array | Float32Array | Float64Array>(
  column: Column,
  rows: Int32Array,
  into: Column,
): Column {
  for (let place = 0; place < rows.length; place++) into[place] = column[rows[place] ?? 0] ?? 0;
  return into;
}

/** Names hashed in one go. */
const NAMES = 10_000;

/** SHA-256 over users' names, a line each, and all columns, in file order. */
export function interactionsChecksum({ userIds, users, items, values, at }: Interactions): string {
  const hash = createHash("sha256");
  for (let start = 0; start < userIds.length; start += NAMES) {
    hash.update(`${start === 0 ? "" : "\n"}${userIds.slice(start, start + NAMES).join("\n")}`);
  }
  for (const column of [users, items, values, at]) {
    if (column !== undefined) hash.update(bytesOf(column));
  }
  return hash.digest("hex");
}
