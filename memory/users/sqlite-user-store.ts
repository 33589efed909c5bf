import type { UserId } from "../ids.ts";
import { type NewItemNote, type NoteStore, sqliteNoteStore } from "../items/notes.ts";
import { memoryPath, openMemoryDatabase, scrub } from "../store/memory-database.ts";
import type { SqliteDatabase } from "../store/sqlite.ts";
import { sameSubject } from "./fact-subject.ts";
import type { HistoryEvent, NewHistoryEvent } from "./history.ts";
import { type EventRow, eventOf, eventRow, type FactRow, factOf, factRow } from "./memory-rows.ts";
import type { Fact, NewFact } from "./profile.ts";
import { deleteUnseen } from "./unseen-rows.ts";
import type { ForgetSelection, TurnKey, UserMemory, UserStore } from "./user-store.ts";

/** User memory and item notes in one database: what is forgotten goes from both. Closing `users` closes both. */
export interface OpenMemory {
  readonly users: UserStore;
  readonly notes: NoteStore;
}

/** Memory in `<home>/memory.sqlite`, which several processes may share. */
export function openMemory(home: string): OpenMemory {
  return memoryIn(openMemoryDatabase(memoryPath(home)));
}

/** Memory that lasts as long as the process. */
export function temporaryMemory(): OpenMemory {
  return memoryIn(openMemoryDatabase(":memory:"));
}

function memoryIn(database: SqliteDatabase): OpenMemory {
  const notes = sqliteNoteStore(database);
  return { users: new SqliteUserStore(database, notes), notes };
}

interface Memories {
  readonly facts: readonly Fact[];
  readonly events: readonly HistoryEvent[];
}

const INSERT_FACT = `
  INSERT INTO facts (user, dataset, about, facet, value, min, max, polarity, strength, scope, holder, thread, turn, said, at)
  VALUES (@user, @dataset, @about, @facet, @value, @min, @max, @polarity, @strength, @scope, @holder, @thread, @turn, @said, @at)
  RETURNING *`;
const INSERT_EVENT = `
  INSERT INTO events (user, dataset, item, verdict, value, scope, thread, turn, said, at)
  VALUES (@user, @dataset, @item, @verdict, @value, @scope, @thread, @turn, @said, @at)
  RETURNING *`;
const DATASETS_OF = `
  SELECT dataset FROM facts WHERE user = @user UNION SELECT dataset FROM events WHERE user = @user
  UNION SELECT dataset FROM notes WHERE user = @user ORDER BY 1`;
const OF_TURN = "user = @user AND dataset = @dataset AND thread = @thread AND turn = @turn";

class SqliteUserStore implements UserStore {
  private readonly database: SqliteDatabase;
  private readonly notes: NoteStore;

  constructor(database: SqliteDatabase, notes: NoteStore) {
    this.database = database;
    this.notes = notes;
  }

  facts(user: UserId, dataset: string, thread: string): readonly Fact[] {
    return this.factsWhere(
      "user = @user AND dataset = @dataset AND superseded_by IS NULL AND (scope = 'always' OR thread = @thread)",
      { user, dataset, thread },
    );
  }

  history(user: UserId, dataset: string, thread: string): readonly HistoryEvent[] {
    return this.eventsWhere(
      "user = @user AND dataset = @dataset AND (scope = 'always' OR thread = @thread)",
      { user, dataset, thread },
    );
  }

  remember(key: TurnKey, memories: Parameters<UserStore["remember"]>[1]): Memories {
    return this.writing(() => {
      const ids = memories.facts.map((fact) => this.addFact(key.user, key.dataset, ofTurn(fact, key)).id);
      const insertEvent = this.database.prepare<object, EventRow>(INSERT_EVENT);
      const events = memories.events.flatMap((event) => {
        const row = insertEvent.get(eventRow(key.user, key.dataset, ofTurn(event, key)));
        return row === undefined ? [] : [eventOf(row)];
      });
      for (const event of memories.heldBack ?? []) {
        const row = insertEvent.get(eventRow(key.user, key.dataset, ofTurn(event, key)));
        this.database.prepare("UPDATE events SET held_back = 1 WHERE id = ?").run(row?.id);
      }
      const notes = memories.notes ?? [];
      for (const note of notes) this.notes.add(ofTurnOf(note, key));
      const facts = ids.flatMap((id) => this.factsWhere("id = @id", { id }));
      return { facts, events };
    });
  }

  forget(user: UserId, dataset: string, selection: ForgetSelection): Memories {
    const forgotten = this.writing(() => {
      const facts = this.withReplaced(this.selectedFacts(user, dataset, selection));
      const events = this.selectedEvents(user, dataset, selection);
      this.deleteFacts(facts);
      this.deleteEvents(events);
      deleteUnseen(this.database, user, dataset, selection);
      return { facts, events };
    });
    scrub(this.database);
    return forgotten;
  }

  undo(key: TurnKey): { readonly facts: number; readonly events: number } {
    return this.writing(() => {
      const facts = this.factsWhere(OF_TURN, { ...key });
      const events = this.eventsWhere(OF_TURN, { ...key });
      const restored = facts.flatMap((fact) => this.factsWhere("superseded_by = @id", { id: fact.id }));
      this.deleteFacts(facts);
      this.deleteEvents(events);
      deleteUnseen(this.database, key.user, key.dataset, { kind: "turn", ...key });
      const undone = new Set(facts.map((fact) => fact.id));
      for (const fact of restored) {
        if (!undone.has(fact.id)) this.supersedeByNewest(fact);
      }
      return { facts: facts.length, events: events.length };
    });
  }

  heldBack(user: UserId, dataset: string): readonly HistoryEvent[] {
    const sql =
      "SELECT * FROM events WHERE user = @user AND dataset = @dataset AND held_back = 1 ORDER BY id";
    return this.database.prepare<object, EventRow>(sql).all({ user, dataset }).map(eventOf);
  }

  release(user: UserId, dataset: string, ids: readonly number[]): void {
    this.database
      .prepare(
        "UPDATE events SET held_back = 0 WHERE user = ? AND dataset = ? AND id IN (SELECT value FROM json_each(?))",
      )
      .run(user, dataset, JSON.stringify(ids));
  }

  together<Result>(work: () => Result): Result {
    return this.writing(work);
  }

  users(dataset: string): readonly UserId[] {
    return this.database
      .prepare<[string, string], UserId>(
        "SELECT user FROM facts WHERE dataset = ? UNION SELECT user FROM events WHERE dataset = ? ORDER BY 1",
      )
      .pluck()
      .all(dataset, dataset);
  }

  everythingOf(user: UserId): readonly UserMemory[] {
    const datasets = this.database.prepare<{ user: UserId }, string>(DATASETS_OF).pluck().all({ user });
    const mine = "user = @user AND dataset = @dataset";
    return datasets.map((dataset) => ({
      dataset,
      facts: this.factsWhere(`${mine} AND superseded_by IS NULL`, { user, dataset }),
      events: this.eventsWhere(mine, { user, dataset }),
      notes: this.notes.of(user, dataset),
    }));
  }

  close(): void {
    this.database.close();
  }

  private addFact(user: UserId, dataset: string, fact: NewFact): FactRow {
    const row = this.database.prepare<object, FactRow>(INSERT_FACT).get(factRow(user, dataset, fact));
    if (row === undefined) throw new Error("SQLite returned no row for an insert");
    const holding = this.factsWhere(
      "user = @user AND dataset = @dataset AND facet = @facet AND scope = @scope AND superseded_by IS NULL AND id <> @id",
      { user, dataset, facet: row.facet, scope: row.scope, id: row.id },
    );
    const replace = this.database.prepare("UPDATE facts SET superseded_by = ? WHERE id = ?");
    for (const old of holding) if (replaces(factOf(row), old)) replace.run(row.id, old.id);
    return row;
  }

  /** After an undo: the fact holds again, unless a later one that stays is about the same thing. */
  private supersedeByNewest(fact: Fact): void {
    const later = this.factsWhere(
      "user = @user AND dataset = @dataset AND facet = @facet AND scope = @scope AND id > @id",
      { user: fact.user, dataset: fact.dataset, facet: fact.subject.facet, scope: fact.scope, id: fact.id },
    ).find((other) => replaces(other, fact));
    this.database.prepare("UPDATE facts SET superseded_by = ? WHERE id = ?").run(later?.id ?? null, fact.id);
  }

  private selectedFacts(user: UserId, dataset: string, selection: ForgetSelection): readonly Fact[] {
    const mine = "user = @user AND dataset = @dataset";
    switch (selection.kind) {
      case "all":
        return this.factsWhere(mine, { user, dataset });
      case "facts": {
        const { facet = null, value = null } = selection;
        const narrowed = `${mine} AND (@facet IS NULL OR facet = @facet) AND (@value IS NULL OR value = @value)`;
        return this.factsWhere(narrowed, { user, dataset, facet, value });
      }
      case "items":
        return [];
      case "turn":
        return this.factsWhere(OF_TURN, { user, dataset, thread: selection.thread, turn: selection.turn });
    }
  }

  private selectedEvents(user: UserId, dataset: string, selection: ForgetSelection): readonly HistoryEvent[] {
    const mine = "user = @user AND dataset = @dataset";
    switch (selection.kind) {
      case "all":
        return this.eventsWhere(mine, { user, dataset });
      case "facts":
        return [];
      case "items": {
        const items = JSON.stringify(selection.items);
        return this.eventsWhere(`${mine} AND item IN (SELECT value FROM json_each(@items))`, {
          user,
          dataset,
          items,
        });
      }
      case "turn":
        return this.eventsWhere(OF_TURN, { user, dataset, thread: selection.thread, turn: selection.turn });
    }
  }

  /** With a forgotten fact goes everything it had replaced: forgetting never brings an older opinion back. */
  private withReplaced(facts: readonly Fact[]): readonly Fact[] {
    const ids = JSON.stringify(facts.map((fact) => fact.id));
    return this.factsWhere(
      `id IN (
         WITH RECURSIVE gone (id) AS (
           SELECT value FROM json_each(@ids)
           UNION SELECT facts.id FROM facts JOIN gone ON facts.superseded_by = gone.id
         ) SELECT id FROM gone)`,
      { ids },
    );
  }

  private deleteFacts(facts: readonly Fact[]): void {
    const ids = JSON.stringify(facts.map((fact) => fact.id));
    const among = "IN (SELECT value FROM json_each(?))";
    this.database.prepare(`UPDATE facts SET superseded_by = NULL WHERE superseded_by ${among}`).run(ids);
    this.database.prepare(`DELETE FROM facts WHERE id ${among}`).run(ids);
  }

  private deleteEvents(events: readonly HistoryEvent[]): void {
    const ids = JSON.stringify(events.map((event) => event.id));
    this.database.prepare("DELETE FROM events WHERE id IN (SELECT value FROM json_each(?))").run(ids);
  }

  private factsWhere(condition: string, values: object): readonly Fact[] {
    const sql = `SELECT * FROM facts WHERE ${condition} ORDER BY id`;
    return this.database.prepare<object, FactRow>(sql).all(values).map(factOf);
  }

  private eventsWhere(condition: string, values: object): readonly HistoryEvent[] {
    // By when it happened: an import brings what is older than the talks before it.
    const sql = `SELECT * FROM events WHERE held_back = 0 AND ${condition} ORDER BY at, id`;
    return this.database.prepare<object, EventRow>(sql).all(values).map(eventOf);
  }

  /** Immediate: two processes that both read, then write, would otherwise fail with a locked database. */
  private writing<Result>(work: () => Result): Result {
    return this.database.transaction(work).immediate();
  }
}

function replaces(later: Fact, earlier: Fact): boolean {
  const sameThread = later.provenance.thread === earlier.provenance.thread;
  return (
    later.scope === earlier.scope &&
    (later.scope === "always" || sameThread) &&
    sameSubject(later.subject, earlier.subject)
  );
}

/** The turn that remembers is the turn that undo takes back, whatever the memory says of itself. */
function ofTurn<Memory extends NewFact | NewHistoryEvent>(memory: Memory, key: TurnKey): Memory {
  return { ...memory, provenance: { ...memory.provenance, thread: key.thread, turn: key.turn } };
}

function ofTurnOf(note: NewItemNote, { user, dataset, thread, turn }: TurnKey): NewItemNote {
  return { ...note, user, dataset, source: { ...note.source, thread, turn } };
}
