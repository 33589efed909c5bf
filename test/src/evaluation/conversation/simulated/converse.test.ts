import { describe, expect, it } from "vitest";
import { CiceroneError } from "../../../../../memory/errors.ts";
import { converse } from "../../../../../src/evaluation/conversation/simulated/converse.ts";
import { leakGuard } from "../../../../../src/evaluation/conversation/simulated/leak-guard.ts";
import type { Person } from "../../../../../src/evaluation/conversation/simulated/person.ts";
import {
  popularNewSystem,
  popularSystem,
} from "../../../../../src/evaluation/conversation/simulated/popular-system.ts";
import type { Said, TalkSystem } from "../../../../../src/evaluation/conversation/simulated/talk-system.ts";
import type { Utterance } from "../../../../../src/evaluation/conversation/simulated/utterance.ts";
import { filmCatalogue, filmId, filmIndex } from "../../../../fixtures/films.ts";

const catalogue = filmCatalogue();
const heat = filmIndex("Heat");

/** Wants Heat, no horror, and says one thing after another. */
function wanting(script: readonly Utterance[]): Person {
  const left = [...script];
  const next = (): Utterance =>
    left.shift() ?? { act: "others", text: "more", effects: [{ kind: "others" }] };
  return {
    id: "user 1",
    known: [],
    open: next,
    answer: next,
    accepts: (item) => item === heat,
    likes: (item) => item === heat || item === filmIndex("Fargo"),
    leaks: leakGuard(catalogue, heat),
  };
}

function saying(replies: readonly (Partial<Said> | Error)[]): TalkSystem {
  return {
    name: "scripted",
    open: async () => {
      const left = [...replies];
      return {
        say: async () => {
          const reply = left.shift() ?? {};
          if (reply instanceof Error) throw reply;
          return { reply: "Here.", items: [], relaxed: [], ...reply };
        },
        close: () => {},
      };
    },
  };
}

let now = 0;
const options = {
  catalogue,
  turns: 4,
  stopwatch: () => {
    now += 5;
    return now;
  },
};

const NO_HORROR: Utterance = {
  act: "unwish",
  text: "no horror, please",
  effects: [
    { kind: "wish", wish: { facet: "genre", test: { op: "none-of", values: ["Horror"] } }, replaces: false },
  ],
};

describe("a conversation with a simulated person", () => {
  it("ends with what is accepted, and knows when something came near", async () => {
    const system = saying([{ items: [filmId("Fargo")] }, { items: [filmId("Seven"), filmId("Heat")] }]);
    const { acceptedAt, likedAt, turns, counts } = await converse(system, wanting([NO_HORROR]), options);
    expect({ acceptedAt, likedAt, turns: turns.length }).toEqual({ acceptedAt: 2, likedAt: 1, turns: 2 });
    expect(counts).toMatchObject({ shown: 3, accepted: 1, liked: 2, violations: 0, milliseconds: 10 });
  });

  it("counts what a system that does not listen does wrong", async () => {
    const system = saying([{ items: [filmId("Alien")] }, { items: [filmId("Alien")] }, {}, {}]);
    const { acceptedAt, counts, turns } = await converse(system, wanting([NO_HORROR]), options);
    expect(acceptedAt).toBeUndefined();
    expect(counts).toMatchObject({ shown: 2, violations: 2, repeats: 1 });
    expect(turns[1]?.notes).toEqual(["1 violations", "1 repeats"]);
  });

  it("counts questions, and turns that failed, and goes on", async () => {
    const system = saying([
      { question: { options: ["Crime", "War"] } },
      new CiceroneError("budget-exceeded", "Too slow."),
      { items: [filmId("Heat")] },
    ]);
    const { acceptedAt, counts } = await converse(system, wanting([]), options);
    expect(acceptedAt).toBe(3);
    expect(counts).toMatchObject({ questions: 1, failures: 1 });
  });

  it("does not take a defect of a system for a failed turn", async () => {
    await expect(converse(saying([new TypeError("oops")]), wanting([]), options)).rejects.toThrow("oops");
  });

  it("is over before a target is given away", async () => {
    const leaking: Utterance = { act: "further", text: "It's called Heat, I think", effects: [] };
    const talk = converse(saying([{}]), wanting([NO_HORROR, leaking]), options);
    await expect(talk).rejects.toMatchObject({
      code: "target-leaked",
      message: expect.stringContaining("heat"),
    });
  });

  it("stops when it is told to", async () => {
    const signal = AbortSignal.abort();
    await expect(
      converse(saying([new CiceroneError("cancelled", "Cancelled.")]), wanting([]), { ...options, signal }),
    ).rejects.toThrow();
  });

  it("hears the most popular, never the same twice", async () => {
    const shown: string[] = [];
    const talk = await popularSystem(catalogue).open({ id: "user 1", known: [] });
    for (let turn = 0; turn < 3; turn++) shown.push(...(await talk.say("no horror, please")).items);
    expect(new Set(shown).size).toBe(15);
    const counts = shown.map((id) => catalogue.statistics(catalogue.indexOf(id as never) ?? -1).count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it("may be held with one that is told what is known, and leaves that out", async () => {
    const [first] = (await (await popularSystem(catalogue).open({ id: "user 1", known: [] })).say("hi"))
      .items;
    const known = first === undefined ? [] : [first];
    const told = await popularNewSystem(catalogue).open({ id: "user 1", known });
    const { items } = await told.say("hi");
    expect(items).toHaveLength(5);
    expect(known.length).toBe(1);
    expect(items).not.toContain(first);
  });
});
