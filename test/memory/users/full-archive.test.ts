import { describe, expect, it } from "vitest";
import { ItemId, UserId } from "../../../memory/ids.ts";
import { exportMemory } from "../../../memory/users/archive.ts";
import { exportEverything, FullArchive, importMemory } from "../../../memory/users/full-archive.ts";
import { temporaryMemory } from "../../../memory/users/sqlite-user-store.ts";
import type { UserStore } from "../../../memory/users/user-store.ts";

const ada = UserId.parse("ada");
const bob = UserId.parse("bob");
const heat = ItemId.parse("heat");
const nothingMore = () => ({ items: {}, talks: [] });

function filled(): UserStore {
  const { users } = temporaryMemory();
  const said = (turn: number) => ({ thread: "t1", turn, said: `turn ${turn}`, at: 100 * turn });
  const subject = { about: "value", facet: "genre", value: "Horror" } as const;
  const opinion = { subject, polarity: "like", strength: 1 } as const;
  users.remember(
    { user: ada, dataset: "demo", thread: "t1", turn: 1 },
    {
      facts: [
        { ...opinion, scope: "always", provenance: said(1) },
        { ...opinion, polarity: "dislike", scope: "tonight", provenance: said(1) },
      ],
      events: [{ item: heat, verdict: "rated", value: 4, scope: "always", provenance: said(1) }],
      notes: [
        { dataset: "demo", item: heat, user: ada, kind: "said", text: "too long", source: {}, at: 100 },
      ],
    },
  );
  users.remember(
    { user: ada, dataset: "books", thread: "t2", turn: 2 },
    { facts: [], events: [{ item: heat, verdict: "rejected", scope: "tonight", provenance: said(2) }] },
  );
  return users;
}

describe("an archive of everything", () => {
  it("holds every dataset, what held for one evening, and notes, but no name", () => {
    const archive = exportEverything(filled(), ada, nothingMore, 0);
    expect(FullArchive.parse(JSON.parse(JSON.stringify(archive)))).toEqual(archive);
    expect(JSON.stringify(archive)).not.toContain("ada");
    expect(
      archive.datasets.map(({ dataset, facts, events, notes }) => [
        dataset,
        facts.length,
        events.length,
        notes.length,
      ]),
    ).toEqual([
      ["books", 0, 1, 0],
      ["demo", 2, 1, 1],
    ]);
  });

  it("makes the same memory of another user in another house, and changes nothing the second time", () => {
    const archive = JSON.parse(JSON.stringify(exportEverything(filled(), ada, nothingMore, 0)));
    const { users } = temporaryMemory();
    expect(importMemory(users, bob, archive)).toEqual([
      { dataset: "books", facts: 0, events: 1, notes: 0 },
      { dataset: "demo", facts: 2, events: 1, notes: 1 },
    ]);
    for (const added of importMemory(users, bob, archive)) {
      expect(added).toMatchObject({ facts: 0, events: 0, notes: 0 });
    }
    expect(exportEverything(users, bob, nothingMore, 0)).toEqual(archive);
  });

  it("is read as well where it is of the older form", () => {
    const { users } = temporaryMemory();
    const old = JSON.parse(JSON.stringify(exportMemory(filled(), ada, "demo", 0)));
    expect(importMemory(users, bob, old)).toEqual([{ dataset: "demo", facts: 1, events: 1, notes: 0 }]);
  });

  it("is refused with the place that is wrong", () => {
    const archive = exportEverything(filled(), ada, nothingMore, 0);
    const wrong = { ...archive, datasets: [{ ...archive.datasets[0], facts: [{ said: "hello" }] }] };
    expect(() => importMemory(temporaryMemory().users, bob, wrong)).toThrowError(
      expect.objectContaining({
        code: "bad-archive",
        message: expect.stringContaining("datasets.0.facts.0"),
      }),
    );
  });
});
