import type { UserId } from "../ids.ts";
import type { SqliteDatabase } from "../store/sqlite.ts";
import type { ForgetSelection } from "./user-store.ts";

/** Rows that no reply tells of, and that go with what is forgotten or undone: events held back, and the user's own notes. */
export function deleteUnseen(
  database: SqliteDatabase,
  user: UserId,
  dataset: string,
  selection: ForgetSelection,
): void {
  if (selection.kind === "facts") return;
  const mine = "user = @user AND dataset = @dataset";
  const { events, notes } = CONDITIONS[selection.kind];
  const values = { user, dataset, ...valuesOf(selection) };
  database.prepare(`DELETE FROM events WHERE held_back = 1 AND ${mine} AND ${events}`).run(values);
  database.prepare(`DELETE FROM notes WHERE ${mine} AND ${notes}`).run(values);
}

const OF_ITEMS = "item IN (SELECT value FROM json_each(@items))";
const CONDITIONS = {
  all: { events: "TRUE", notes: "TRUE" },
  items: { events: OF_ITEMS, notes: OF_ITEMS },
  turn: {
    events: "thread = @thread AND turn = @turn",
    notes: "source ->> 'thread' = @thread AND source ->> 'turn' = @turn",
  },
} as const;

function valuesOf(selection: Exclude<ForgetSelection, { kind: "facts" }>): object {
  if (selection.kind === "items") return { items: JSON.stringify(selection.items) };
  return selection.kind === "turn" ? { thread: selection.thread, turn: selection.turn } : {};
}
