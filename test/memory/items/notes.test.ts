import { beforeEach, describe, expect, it } from "vitest";
import { ItemId, UserId } from "../../../memory/ids.ts";
import type { NewItemNote, NoteStore } from "../../../memory/items/notes.ts";
import { temporaryMemory } from "../../../memory/users/sqlite-user-store.ts";

const ada = UserId.parse("ada");
const bob = UserId.parse("bob");
const heat = ItemId.parse("heat");
const note = (changes: Partial<NewItemNote>): NewItemNote => ({
  dataset: "demo",
  item: heat,
  user: ada,
  kind: "said",
  text: "it was too long",
  source: {},
  at: 5,
  ...changes,
});

describe("item notes", () => {
  let notes: NoteStore;
  let memory: ReturnType<typeof temporaryMemory>;
  beforeEach(() => {
    memory = temporaryMemory();
    notes = memory.notes;
  });

  it("come back oldest first, with where they came from", () => {
    notes.add(note({}));
    const written = notes.add(
      note({ user: undefined, kind: "written", text: "A duel.", source: { model: "m", prompt: "p" } }),
    );
    expect(notes.about("demo", heat, ada).map(({ text }) => text)).toEqual(["it was too long", "A duel."]);
    expect(written).toMatchObject({ kind: "written", source: { model: "m", prompt: "p" } });
    expect(written).not.toHaveProperty("user", expect.anything());
  });

  it("are shown to their user only, unless they are nobody's own", () => {
    notes.add(note({}));
    notes.add(note({ user: undefined, text: "shared" }));
    expect(notes.about("demo", heat, bob).map(({ text }) => text)).toEqual(["shared"]);
    expect(notes.about("demo", heat, undefined).map(({ text }) => text)).toEqual(["shared"]);
    expect(notes.about("ml-1m", heat, ada)).toEqual([]);
  });

  it("are kept once when said twice", () => {
    expect(notes.add(note({ at: 9 })).id).toBe(notes.add(note({})).id);
    expect(notes.about("demo", heat, ada)).toHaveLength(1);
  });

  it("go with the turn they were said in, when it is undone or forgotten", () => {
    const said = (turn: number, thread = "t1", user = ada) =>
      notes.add(note({ user, text: `${user} ${thread} ${turn}`, source: { thread, turn } }));
    for (const turn of [1, 2, 3]) said(turn);
    said(1, "t2");
    said(1, "t1", bob);
    const texts = (): string[] => notes.about("demo", heat, ada).map(({ text }) => text);
    memory.users.undo({ user: ada, dataset: "demo", thread: "t1", turn: 1 });
    expect(texts()).toEqual(["ada t1 2", "ada t1 3", "ada t2 1"]);
    memory.users.forget(ada, "demo", { kind: "turn", thread: "t1", turn: 2 });
    expect(texts()).toEqual(["ada t1 3", "ada t2 1"]);
    expect(notes.about("demo", heat, bob)).toHaveLength(1);
  });

  it("go with the item or the user they are about when those are forgotten", () => {
    notes.add(note({}));
    notes.add(note({ user: bob }));
    notes.add(note({ item: ItemId.parse("fargo") }));
    memory.users.forget(ada, "demo", { kind: "items", items: [heat] });
    expect(notes.about("demo", heat, ada)).toEqual([]);
    expect(notes.about("demo", heat, bob)).toHaveLength(1);
    memory.users.forget(ada, "demo", { kind: "all" });
    expect(notes.about("demo", ItemId.parse("fargo"), ada)).toEqual([]);
  });
});
