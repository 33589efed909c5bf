import { z } from "zod";
import { ItemId, UserId } from "../ids.ts";
import type { SqliteDatabase } from "../store/sqlite.ts";

/**
 * What was learned about an item beyond the catalogue, never mixed with its facts: what a user said of it ("it was too
 * long"), or what a model wrote, with the prompt and the model.
 */
export const ItemNote = z.strictObject({
  id: z.int(),
  dataset: z.string(),
  item: ItemId,
  /** Whose note it is; absent where it is nobody's own. */
  user: UserId.optional(),
  kind: z.enum(["said", "written", "aspect"]),
  text: z.string().min(1),
  /** What a model wrote it from, or the turn it was said in: undoing or forgetting that turn takes the note back. */
  source: z.strictObject({
    prompt: z.string().optional(),
    model: z.string().optional(),
    thread: z.string().optional(),
    turn: z.int().optional(),
  }),
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type ItemNote = z.infer<typeof ItemNote>;
export type NewItemNote = Omit<ItemNote, "id">;

/** The port of item notes. A user's own notes are shown to nobody else, and go when the user forgets the item, the turn or everything. */
export interface NoteStore {
  /** Adds a note; the same text of the same user and source about the same item is kept once. */
  add(note: NewItemNote): ItemNote;
  /** Notes about an item, oldest first: everybody's, and `user`'s own. */
  about(dataset: string, item: ItemId, user: UserId | undefined): readonly ItemNote[];
  /** A user's own notes in a dataset, oldest first. */
  of(user: UserId, dataset: string): readonly ItemNote[];
}

interface NoteRow {
  readonly id: number;
  readonly dataset: string;
  readonly item: ItemId;
  readonly user: UserId | null;
  readonly kind: ItemNote["kind"];
  readonly text: string;
  readonly source: string;
  readonly at: number;
}

const SAME =
  "dataset = @dataset AND item = @item AND user IS @user AND kind = @kind AND text = @text AND source = @source";

/** Notes in the database that `openMemoryDatabase` opened. */
export function sqliteNoteStore(database: SqliteDatabase): NoteStore {
  const find = database.prepare<object, NoteRow>(`SELECT * FROM notes WHERE ${SAME}`);
  const insert = database.prepare<object, NoteRow>(
    `INSERT INTO notes (dataset, item, user, kind, text, source, at)
     VALUES (@dataset, @item, @user, @kind, @text, @source, @at) RETURNING *`,
  );
  const select = database.prepare<object, NoteRow>(
    "SELECT * FROM notes WHERE dataset = @dataset AND item = @item AND (user IS NULL OR user = @user) ORDER BY id",
  );
  const own = database.prepare<object, NoteRow>(
    "SELECT * FROM notes WHERE dataset = @dataset AND user = @user ORDER BY id",
  );
  return {
    of: (user, dataset) => own.all({ user, dataset }).map(noteOf),
    add(note) {
      const row = { ...note, user: note.user ?? null, source: JSON.stringify(note.source) };
      const stored = database.transaction(() => find.get(row) ?? insert.get(row)).immediate();
      if (stored === undefined) throw new Error("SQLite returned no row for an insert");
      return noteOf(stored);
    },
    about: (dataset, item, user) => select.all({ dataset, item, user: user ?? null }).map(noteOf),
  };
}

function noteOf({ user, source, ...row }: NoteRow): ItemNote {
  return { ...row, ...(user === null ? {} : { user }), source: JSON.parse(source) };
}
