import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ItemId, UserId } from "../../memory/ids.ts";
import type { HistoryEvent, NewHistoryEvent } from "../../memory/users/history.ts";
import type { Fact, FactSubject, NewFact } from "../../memory/users/profile.ts";
import type { UserStore } from "../../memory/users/user-store.ts";

const ada = UserId.parse("ada");
const bob = UserId.parse("bob");
const heat = ItemId.parse("heat");
const fargo = ItemId.parse("fargo");

const genre = (value: string): FactSubject => ({ about: "value", facet: "genre", value });
const range = (min: number | undefined, max: number | undefined): FactSubject => ({
  about: "range",
  facet: "year",
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

function fact(subject: FactSubject, changes: Partial<NewFact> = {}): NewFact {
  const provenance = { thread: "t1", turn: 1, said: `about ${JSON.stringify(subject)}`, at: 1000 };
  return { subject, polarity: "like", strength: 0.7, scope: "always", provenance, ...changes };
}

function event(item: ItemId, changes: Partial<NewHistoryEvent> = {}): NewHistoryEvent {
  const provenance = { thread: "t1", turn: 1, said: `about ${item}`, at: 1000 };
  return { item, verdict: "liked", scope: "always", provenance, ...changes };
}

const subjects = (facts: readonly Fact[]): FactSubject[] => facts.map(({ subject }) => subject);
const items = (events: readonly HistoryEvent[]): ItemId[] => events.map(({ item }) => item);

/** What every UserStore promises. `open` gives an empty store. */
export function userStoreContract(name: string, open: () => UserStore): void {
  describe(`${name} keeps the contract of user stores`, () => {
    let store: UserStore;
    beforeEach(() => {
      store = open();
    });
    afterEach(() => store.close());

    const remember = (
      turn: number,
      facts: NewFact[],
      events: NewHistoryEvent[] = [],
      { user = ada, thread = "t1", dataset = "demo" } = {},
    ) => store.remember({ user, dataset, thread, turn }, { facts, events });
    const held = (user = ada, thread = "t1"): FactSubject[] => subjects(store.facts(user, "demo", thread));

    it("gives back what was remembered, oldest first, with its provenance word for word", () => {
      const provenance = { thread: "t1", turn: 3, said: "I love “Heat”; naïve, isn't it?", at: 1234.5 };
      const rated = event(heat, { verdict: "rated", value: 4.5, provenance });
      const seen = event(fargo, { provenance });
      const made = remember(3, [fact(genre("Crime"), { provenance, strength: 0.9 })], [rated, seen]);
      expect(store.facts(ada, "demo", "t1")).toEqual(made.facts);
      expect(store.history(ada, "demo", "t1")).toEqual(made.events);
      expect(made.facts[0]).toMatchObject({ user: ada, dataset: "demo", provenance, strength: 0.9 });
      expect(made.events[0]).toMatchObject({ verdict: "rated", value: 4.5, provenance });
      expect(items(made.events)).toEqual([heat, fargo]);
      expect(made.events[1]).not.toHaveProperty("value");
    });

    it("tells everything of one user, of all datasets and conversations, and nothing of others", () => {
      remember(1, [fact(genre("Crime")), fact(genre("War"), { scope: "tonight" })], [event(heat)]);
      remember(2, [fact(genre("Crime"), { polarity: "dislike" })], [], { thread: "t2" });
      remember(1, [], [event(fargo)], { dataset: "books" });
      remember(1, [], [event(fargo)], { user: bob });
      const told = store.everythingOf(ada).map(({ dataset, facts, events }) => ({
        dataset,
        facts: facts.map(({ polarity, scope }) => `${polarity} ${scope}`),
        events: items(events),
      }));
      expect(told).toEqual([
        { dataset: "books", facts: [], events: [fargo] },
        { dataset: "demo", facts: ["like tonight", "dislike always"], events: [heat] },
      ]);
    });

    it("gives events by when they happened, whenever they were told", () => {
      const at = (time: number) => ({ provenance: { thread: "t1", turn: 1, said: "", at: time } });
      remember(1, [], [event(heat, at(2000))]);
      remember(2, [], [event(fargo, at(1000))]);
      expect(items(store.history(ada, "demo", "t1"))).toEqual([fargo, heat]);
    });

    it("lets a new fact about the same value replace the old one", () => {
      remember(1, [fact(genre("Horror"))]);
      remember(2, [fact(genre("Horror"), { polarity: "dislike" })]);
      expect(store.facts(ada, "demo", "t1").map(({ polarity }) => polarity)).toEqual(["dislike"]);
    });

    it("duplicates nothing when the same is said again, even within a turn", () => {
      remember(1, [fact(genre("Horror")), fact(genre("Horror"))]);
      remember(2, [fact(genre("Horror"))]);
      expect(held()).toEqual([genre("Horror")]);
    });

    it("lets overlapping ranges replace each other, and keeps ranges that do not meet", () => {
      remember(1, [fact(range(1950, 1959)), fact(range(1990, 1999))]);
      remember(2, [fact(range(1995, undefined))]);
      expect(held()).toEqual([range(1950, 1959), range(1995, undefined)]);
    });

    it("keeps tonight's memories to the thread they were said in", () => {
      const tonight = { scope: "tonight" } as const;
      remember(1, [fact(genre("Comedy"), tonight)], [event(heat, { ...tonight, verdict: "rejected" })]);
      expect(held(ada, "t1")).toEqual([genre("Comedy")]);
      expect(held(ada, "t2")).toEqual([]);
      expect(store.history(ada, "demo", "t2")).toEqual([]);
      expect(items(store.history(ada, "demo", "t1"))).toEqual([heat]);
    });

    it("keeps tonight's fact beside the lasting one, and beside another thread's", () => {
      remember(1, [fact(genre("Comedy"), { polarity: "dislike" })]);
      remember(2, [fact(genre("Comedy"), { scope: "tonight" })]);
      remember(1, [fact(genre("Comedy"), { scope: "tonight", polarity: "neutral" })], [], { thread: "t2" });
      expect(store.facts(ada, "demo", "t1").map(({ polarity }) => polarity)).toEqual(["dislike", "like"]);
      expect(store.facts(ada, "demo", "t2").map(({ polarity }) => polarity)).toEqual(["dislike", "neutral"]);
    });

    it("never shows one user's memory to another, nor one dataset's in another", () => {
      remember(1, [fact(genre("Horror"))], [event(heat)]);
      remember(1, [fact(genre("Horror"), { polarity: "dislike" })], [], { user: bob });
      expect(store.facts(ada, "demo", "t1")[0]?.polarity).toBe("like");
      expect(store.history(bob, "demo", "t1")).toEqual([]);
      expect(store.facts(ada, "ml-1m", "t1")).toEqual([]);
      store.forget(bob, "demo", { kind: "all" });
      expect(held()).toEqual([genre("Horror")]);
    });

    it("lists the users of a dataset once each", () => {
      remember(1, [fact(genre("Horror"))], [event(heat)]);
      remember(1, [], [event(heat)], { user: bob });
      remember(1, [], [event(heat)], { user: UserId.parse("eve"), dataset: "ml-1m" });
      expect(store.users("demo")).toEqual([ada, bob]);
    });

    it("takes back exactly what a turn added, and restores what it replaced", () => {
      remember(1, [fact(genre("Horror"))], [event(heat)]);
      remember(2, [fact(genre("Horror"), { polarity: "dislike" }), fact(genre("War"))], [event(fargo)]);
      expect(store.undo({ user: ada, dataset: "demo", thread: "t1", turn: 2 })).toEqual({
        facts: 2,
        events: 1,
      });
      expect(store.facts(ada, "demo", "t1")).toHaveLength(1);
      expect(store.facts(ada, "demo", "t1")[0]).toMatchObject({ subject: genre("Horror"), polarity: "like" });
      expect(items(store.history(ada, "demo", "t1"))).toEqual([heat]);
    });

    it("undoes a middle turn without bringing back what a later turn replaced", () => {
      remember(1, [fact(genre("Horror"), { strength: 0.1 })]);
      remember(2, [fact(genre("Horror"), { strength: 0.2 })]);
      remember(3, [fact(genre("Horror"), { strength: 0.3 })]);
      store.undo({ user: ada, dataset: "demo", thread: "t1", turn: 2 });
      expect(store.facts(ada, "demo", "t1").map(({ strength }) => strength)).toEqual([0.3]);
      store.undo({ user: ada, dataset: "demo", thread: "t1", turn: 3 });
      expect(store.facts(ada, "demo", "t1").map(({ strength }) => strength)).toEqual([0.1]);
    });

    const holdBack = (turn: number, events: NewHistoryEvent[]) =>
      store.remember(
        { user: ada, dataset: "demo", thread: "t1", turn },
        { facts: [], events: [], heldBack: events },
      );
    const keys = (turn: number) => ({ user: ada, dataset: "demo", thread: "t1", turn });

    it("shows no event that is held back until it is released", () => {
      holdBack(1, [event(heat), event(fargo)]);
      expect(store.history(ada, "demo", "t1")).toEqual([]);
      const [first] = store.heldBack(ada, "demo");
      store.release(bob, "demo", [first?.id ?? 0]);
      expect(store.history(ada, "demo", "t1")).toEqual([]);
      store.release(ada, "demo", [first?.id ?? 0]);
      expect(items(store.history(ada, "demo", "t1"))).toEqual([heat]);
      expect(items(store.heldBack(ada, "demo"))).toEqual([fargo]);
    });

    it("forgets and undoes what is held back with the rest", () => {
      holdBack(1, [event(heat)]);
      holdBack(2, [event(heat), event(fargo)]);
      store.undo(keys(1));
      expect(items(store.heldBack(ada, "demo"))).toEqual([heat, fargo]);
      store.forget(ada, "demo", { kind: "items", items: [heat] });
      expect(items(store.heldBack(ada, "demo"))).toEqual([fargo]);
      store.forget(ada, "demo", { kind: "all" });
      expect(store.heldBack(ada, "demo")).toEqual([]);
    });

    it("keeps nothing of what was done together with something that failed", () => {
      const work = (): void =>
        store.together(() => {
          remember(1, [fact(genre("Crime"))], [event(heat)]);
          throw new Error("no");
        });
      expect(work).toThrow("no");
      expect(store.history(ada, "demo", "t1")).toEqual([]);
      expect(held()).toEqual([]);
    });

    it("undoes nothing for a turn that remembered nothing", () => {
      remember(1, [fact(genre("Horror"))]);
      const nothing = { facts: 0, events: 0 };
      expect(store.undo({ user: ada, dataset: "demo", thread: "t1", turn: 9 })).toEqual(nothing);
      expect(store.undo({ user: bob, dataset: "demo", thread: "t1", turn: 1 })).toEqual(nothing);
      expect(held()).toEqual([genre("Horror")]);
    });

    it("forgets by facet and value, and says what went", () => {
      remember(1, [fact(genre("Horror")), fact(genre("War")), fact(range(1990, 1999))], [event(heat)]);
      const gone = store.forget(ada, "demo", { kind: "facts", facet: "genre", value: "Horror" });
      expect(subjects(gone.facts)).toEqual([genre("Horror")]);
      expect(gone.events).toEqual([]);
      expect(held()).toEqual([genre("War"), range(1990, 1999)]);
      store.forget(ada, "demo", { kind: "facts", facet: "genre" });
      expect(held()).toEqual([range(1990, 1999)]);
      store.forget(ada, "demo", { kind: "facts" });
      expect(held()).toEqual([]);
      expect(items(store.history(ada, "demo", "t1"))).toEqual([heat]);
    });

    it("never brings an older opinion back by forgetting the newer one", () => {
      remember(1, [fact(genre("Horror"))]);
      remember(2, [fact(genre("Horror"), { polarity: "dislike" })]);
      store.forget(ada, "demo", { kind: "turn", thread: "t1", turn: 2 });
      expect(held()).toEqual([]);
      store.undo({ user: ada, dataset: "demo", thread: "t1", turn: 2 });
      expect(held()).toEqual([]);
    });

    it("forgets items and leaves everything else", () => {
      remember(1, [fact(genre("Horror"))], [event(heat), event(fargo), event(heat, { verdict: "seen" })]);
      const gone = store.forget(ada, "demo", { kind: "items", items: [heat] });
      expect(items(gone.events)).toEqual([heat, heat]);
      expect(items(store.history(ada, "demo", "t1"))).toEqual([fargo]);
      expect(held()).toEqual([genre("Horror")]);
    });

    it("forgets a turn", () => {
      remember(1, [fact(genre("Horror"))], [event(heat)]);
      remember(2, [fact(genre("War"))], [event(fargo)]);
      const gone = store.forget(ada, "demo", { kind: "turn", thread: "t1", turn: 2 });
      expect([subjects(gone.facts), items(gone.events)]).toEqual([[genre("War")], [fargo]]);
      expect(held()).toEqual([genre("Horror")]);
    });

    it("forgets everything of one user in one dataset", () => {
      remember(1, [fact(genre("Horror")), fact(genre("War"), { scope: "tonight" })], [event(heat)]);
      remember(1, [fact(genre("War"))], [], { dataset: "ml-1m" });
      expect(store.forget(ada, "demo", { kind: "all" }).facts).toHaveLength(2);
      expect(held()).toEqual([]);
      expect(store.users("demo")).toEqual([]);
      expect(store.facts(ada, "ml-1m", "t1")).toHaveLength(1);
    });
  });
}
