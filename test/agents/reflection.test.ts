import { describe, expect, it } from "vitest";
import type { AgentEvent } from "../../agents/events.ts";
import type { Toolbox } from "../../agents/toolbox.ts";
import type { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { filmCatalogue, filmId } from "../fixtures/films.ts";
import { agentOf, eventsOf, genre, judging, seeking, titlesOf, under } from "../support/agent.ts";
import { filmToolbox } from "../support/film-toolbox.ts";

const script = {
  "sci-fi": seeking((before) => ({ ...before, constraints: [genre("Sci-Fi")], count: 3 })),
  "like alien": seeking((before) => ({ ...before, like: [filmId("Alien")], count: 3 })),
  "short sci-fi": seeking((before) => ({ ...before, constraints: [genre("Sci-Fi"), under(105)], count: 3 })),
  "short and ancient": seeking((before) => ({
    ...before,
    constraints: [genre("Sci-Fi"), { ...under(20), strength: 0.1 }],
    count: 3,
  })),
  "seen heat": judging("seen", filmId("Heat")),
  five: seeking((before) => ({ ...before, count: 5 })),
};

/** The real tools, whose last word, the order, is tampered with. */
async function tampered(
  order: (items: readonly ItemId[], call: number) => readonly ItemId[],
): Promise<Toolbox> {
  const toolbox = await filmToolbox();
  let call = 0;
  return {
    ...toolbox,
    score: async (input, signal) => {
      const ranking = await toolbox.score(input, signal);
      call += 1;
      const items = order(
        ranking.candidates.map(({ item }) => item),
        call,
      );
      return { ...ranking, candidates: items.map((item) => ({ item, score: 1, ranks: {} })) };
    },
  };
}

/** The catalogue's values, with one more film that Mifune is in. */
function withMifune(catalogue: Catalogue, guest: ItemId): Catalogue["value"] {
  return (index, facet) =>
    facet === "cast" && index === catalogue.indexOf(guest)
      ? ["Toshiro Mifune"]
      : catalogue.value(index, facet);
}

const critiques = (events: readonly AgentEvent[]) =>
  events.flatMap((event) => (event.type === "critique-made" ? [event.critique] : []));
const plans = (events: readonly AgentEvent[]) => events.filter(({ type }) => type === "plan-made");
const finished = (events: readonly AgentEvent[]) => {
  const last = events.at(-1);
  if (last?.type !== "turn-finished") throw new Error(`ended with ${JSON.stringify(last)}`);
  return last;
};

describe("reflection", () => {
  it("accepts a sound list at once", async () => {
    const events = await eventsOf((await agentOf(script)).session().say("sci-fi"));
    expect(critiques(events)).toEqual([{ verdict: "accept", problems: [] }]);
  });

  it.each([
    ["does not meet a constraint", "sci-fi", filmId("Heat"), "constraint"],
    ["is an example of the request", "like alien", filmId("Alien"), "duplicate"],
  ] as const)(
    "sends a list back to the planner when an item %s, and mends it",
    async (_what, said, intruder, check) => {
      const toolbox = await tampered((items, call) => (call === 1 ? [intruder, ...items] : items));
      const events = await eventsOf((await agentOf(script, { toolbox })).session().say(said));
      expect(critiques(events).map(({ verdict }) => verdict)).toEqual(["revise", "accept"]);
      expect(critiques(events)[0]?.problems).toMatchObject([{ check, items: [intruder] }]);
      expect(plans(events)).toHaveLength(2);
      expect(finished(events).items.map(({ id }) => id)).not.toContain(intruder);
      expect(finished(events).items).toHaveLength(3);
    },
  );

  it("never shows what the person has seen, whatever the tools return", async () => {
    const toolbox = await tampered((items) => [filmId("Heat"), ...items]);
    const session = (await agentOf(script, { toolbox })).session();
    await session.ask("seen heat");
    const events = await eventsOf(session.say("five"));
    expect(critiques(events)[0]?.problems).toMatchObject([{ check: "seen", items: [filmId("Heat")] }]);
    expect(titlesOf(finished(events))).not.toContain("Heat");
  });

  it("revises at most twice, then leaves out what offends and says what is wrong", async () => {
    const toolbox = await tampered((items) => [filmId("Heat"), ...items]);
    const events = await eventsOf((await agentOf(script, { toolbox })).session().say("sci-fi"));
    expect(plans(events)).toHaveLength(3);
    expect(critiques(events).map(({ verdict }) => verdict)).toEqual(["revise", "revise", "accept"]);
    expect(titlesOf(finished(events))).not.toContain("Heat");
    expect(finished(events).items).toHaveLength(2);
  });

  it("does not show an item twice", async () => {
    const toolbox = await tampered((items) => [...items.slice(0, 1), ...items.slice(0, 1), ...items]);
    const events = await eventsOf((await agentOf(script, { toolbox })).session().say("sci-fi"));
    const ids = finished(events).items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("counts a constraint that was let go as let go", async () => {
    const events = await eventsOf((await agentOf(script)).session().say("short and ancient"));
    expect(critiques(events)).toEqual([{ verdict: "accept", problems: [] }]);
    expect(finished(events).relaxed.map(({ said }) => said)).toEqual(["under 20 minutes"]);
    expect(finished(events).reply).toMatch(
      /^(?:Nothing matches all of that|I have no sci-fi films under 20 minutes), so I let go of “under 20 minutes”\./u,
    );
  });

  it("says that there are fewer than wanted, without looking again", async () => {
    const events = await eventsOf((await agentOf(script)).session().say("short sci-fi"));
    expect(critiques(events)).toMatchObject([{ verdict: "accept", problems: [{ check: "too-few" }] }]);
    expect(finished(events).reply).toMatch(/\bonly one sci-fi film under 105 minutes:$/iu);
  });

  it("wants variety: not one person through the whole list when others are there", async () => {
    const films = ["Seven Samurai", "Rashomon", "Yojimbo"].map(filmId);
    const mifune = seeking((before) => ({ ...before, count: 4 }));
    const catalogue = filmCatalogue();
    const toshiro = { ...catalogue, value: withMifune(catalogue, filmId("High Noon")) };
    const toolbox = await tampered((items, call) =>
      call === 1 ? [...films, filmId("High Noon"), ...items.filter((item) => !films.includes(item))] : items,
    );
    const agent = await agentOf({ mifune }, { toolbox, catalogue: toshiro });
    const events = await eventsOf(agent.session().say("mifune"));
    expect(critiques(events)[0]).toMatchObject({
      verdict: "revise",
      problems: [{ check: "diversity", message: "all of it is cast Toshiro Mifune" }],
    });
    expect(finished(events).items).toHaveLength(4);
  });

  it("lets the mind object to a list that the code has nothing against", async () => {
    let asked = 0;
    const agent = await agentOf(script, {
      wrapMind: (grammar) => ({
        ...grammar,
        critique: async (_situation, findings) => {
          asked += 1;
          if (asked > 1) return { verdict: "accept", problems: [] };
          const [first] = findings.items;
          return {
            verdict: "revise",
            problems: [
              { check: "mind", message: "too obvious", items: first === undefined ? [] : [first.id] },
            ],
          };
        },
      }),
    });
    const before = await (await agentOf(script)).session().ask("sci-fi");
    const turn = await agent.session().ask("sci-fi");
    expect(asked).toBe(2);
    expect(titlesOf(turn)).not.toContain(titlesOf(before)[0]);
  });
});
