import { describe, expect, it } from "vitest";
import { ItemId, UserId } from "../../../memory/ids.ts";
import { exportMemory, MemoryArchive } from "../../../memory/users/archive.ts";
import { importMemory } from "../../../memory/users/full-archive.ts";
import { temporaryMemory } from "../../../memory/users/sqlite-user-store.ts";
import type { UserStore } from "../../../memory/users/user-store.ts";

const ada = UserId.parse("ada");
const bob = UserId.parse("bob");
const heat = ItemId.parse("heat");

function remember(
  store: UserStore,
  user: UserId,
  polarity: "like" | "dislike",
  turn: number,
  at: number,
): void {
  const provenance = { thread: "t1", turn, said: `${polarity} horror`, at };
  const subject = { about: "value", facet: "genre", value: "Horror" } as const;
  store.remember(
    { user, dataset: "demo", thread: "t1", turn },
    {
      facts: [
        { subject, polarity, strength: 0.8, scope: "always", provenance },
        { subject, polarity, strength: 0.8, scope: "tonight", provenance },
      ],
      events: [{ item: heat, verdict: "rated", value: 4, scope: "always", provenance }],
    },
  );
}

describe("an archive of a user's memory", () => {
  const filled = (): UserStore => {
    const { users } = temporaryMemory();
    remember(users, ada, "dislike", 1, 100);
    remember(users, ada, "like", 2, 200);
    return users;
  };

  it("holds what lasts and holds now, and no name", () => {
    const archive = exportMemory(filled(), ada, "demo", 0);
    expect(archive.facts.map(({ polarity, scope }) => [polarity, scope])).toEqual([["like", "always"]]);
    expect(archive.events).toHaveLength(2);
    expect(archive.exported).toBe("1970-01-01T00:00:00.000Z");
    expect(JSON.stringify(archive)).not.toContain("ada");
    expect(MemoryArchive.parse(JSON.parse(JSON.stringify(archive)))).toEqual(archive);
  });

  it("makes the same memory elsewhere, provenance and all, and changes nothing the second time", () => {
    const archive = JSON.parse(JSON.stringify(exportMemory(filled(), ada, "demo", 0)));
    const { users } = temporaryMemory();
    expect(importMemory(users, bob, archive)).toEqual([{ dataset: "demo", facts: 1, events: 2, notes: 0 }]);
    const once = [users.facts(bob, "demo", ""), users.history(bob, "demo", "")];
    expect(importMemory(users, bob, archive)).toEqual([{ dataset: "demo", facts: 0, events: 0, notes: 0 }]);
    expect([users.facts(bob, "demo", ""), users.history(bob, "demo", "")]).toEqual(once);
    expect(exportMemory(users, bob, "demo", 0)).toEqual(archive);
  });

  it("is out of reach of an undo of the same thread and turn here", () => {
    const archive = exportMemory(filled(), ada, "demo", 0);
    const { users } = temporaryMemory();
    importMemory(users, bob, archive);
    for (const turn of [1, 2]) {
      expect(users.undo({ user: bob, dataset: "demo", thread: "t1", turn })).toEqual({ facts: 0, events: 0 });
    }
    expect(users.facts(bob, "demo", "t1")).toHaveLength(1);
    expect(users.history(bob, "demo", "t1").map(({ provenance }) => provenance.thread)).toEqual([
      "imported/t1",
      "imported/t1",
    ]);
  });

  it("does not overrule what was said later", () => {
    const archive = exportMemory(filled(), ada, "demo", 0);
    const { users } = temporaryMemory();
    remember(users, bob, "dislike", 1, 300);
    expect(importMemory(users, bob, archive)[0]?.facts).toBe(0);
    expect(users.facts(bob, "demo", "")[0]?.polarity).toBe("dislike");
  });

  it("is refused where it is none, with the place that is wrong", () => {
    const archive = exportMemory(filled(), ada, "demo", 0);
    const { users } = temporaryMemory();
    for (const given of [{}, null, { ...archive, format: 2 }, { ...archive, facts: [{ said: "hello" }] }]) {
      expect(() => importMemory(users, bob, given)).toThrowError(
        expect.objectContaining({ code: "bad-archive", hint: expect.stringContaining("memory export") }),
      );
    }
    expect(users.users("demo")).toEqual([]);
  });
});
